package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import unjam.engine.SimTime;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.HostByte;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;

/** What somebody does to the running system, and when things of the scenario begin. */
class InterventionTest {

  private static final Hctl SDA = Hctl.parse("0:0:0:0");

  /** From 2.5 s on one command passes and two are hit. */
  @Test
  void aFaultStartsByHand() {
    FaultRule rule =
        new FaultRule(
            "conflict",
            new Fault.Result(
                HostByte.DID_OK, SamStatus.RESERVATION_CONFLICT, Optional.empty(),
                Fault.Delivery.HARD_IRQ),
            new Scope.Lun(SDA), OptionalInt.empty(), Optional.empty(), 1, OptionalInt.of(2),
            Optional.empty(), Optional.empty(), Optional.empty());
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .repeat(7, 1_000)
            .does(new Intervention.FaultStarts(Scenarios.moment(2_500), rule))
            .run();

    assertThat(story.outcomes())
        .isEqualTo("r=4096 r#1=4096 r#2=4096 r#3=4096 r#4=EBADE r#5=EBADE r#6=4096");
    assertThat(story.timeline("fault_ended")).isEqualTo("5020 ms  fault_ended conflict\n");
  }

  /** What was lost stays lost; the next try succeeds. */
  @Test
  void aFaultEndsByHand() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .mute()
            .does(new Intervention.FaultEnds(Scenarios.moment(2_000), "fault1"))
            .run();

    assertThat(story.timeline("fault_ended", "scsi_timeout", "io_end"))
        .isEqualTo(
            """
            2000 ms  fault_ended fault1
            4112 ms  scsi_timeout r BLK_EH_DONE
            4144 ms  io_end r 4096
            """);
  }

  /** What is under way ends; nothing new is begun. */
  @Test
  void anApplicationStops() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .repeat(20, 100)
            .mute()
            .skip(2)
            .times(1)
            .does(new Intervention.WorkloadStops(Scenarios.moment(450), "r"))
            .run();

    assertThat(story.outcomes()).isEqualTo("r=4096 r#1=4096 r#2=4096");
    assertThat(story.timeouts("r#2")).isEqualTo(1);
  }

  /** Its own start counts from the instant at which it is started: 450 + 100 ms. */
  @Test
  void anApplicationStarts() {
    Stream late =
        new Stream(
            "late", SDA, IoOp.WRITE, IoMode.DIRECT, 0, 8192, 1, SimTime.ZERO, 0, 2,
            SimTime.ofMillis(10), Optional.empty(), Optional.empty(), FailFast.NONE, false,
            new When.At(SimTime.ofMillis(100)));
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .does(new Intervention.WorkloadStarts(Scenarios.moment(450), late))
            .run();

    assertThat(story.timeline("io_end"))
        .isEqualTo(
            """
            4 ms  io_end r 4096
            554 ms  io_end late 8192
            568 ms  io_end late#1 8192
            """);
  }

  @Test
  void aStreamMayFollowAnother() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .mute()
            .times(1)
            .read("next")
            .after("r", 500)
            .run();

    assertThat(story.timeline("io_end"))
        .isEqualTo(
            """
            4144 ms  io_end r 4096
            4648 ms  io_end next 4096
            """);
  }

  /** The administrator watches the kernel log. */
  @Test
  void aWriteMayFollowAMessage() {
    When after = new When.AfterKernelMessage("device reset occurred", SimTime.ofMillis(1));
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r")
            .mute()
            .times(2)
            .does(new Intervention.KnobWritten(after, Knob.STATE, new Scope.Lun(SDA), "offline"))
            .run();

    assertThat(story.timeline("scsi_eh_tur", "state", "io_end"))
        .isEqualTo(
            """
            8224 ms  scsi_eh_tur r READY
            8225 ms  state sda offline
            8228 ms  io_end r EIO
            """);
  }

  /** Threads of a stream begin one after another. */
  @Test
  void threadsMayBeStaggered() {
    Story story = Scenarios.on("6.12").read("r").threads(3, 20).run();

    assertThat(story.timeline("dispatch"))
        .isEqualTo(
            """
            0 ms  dispatch r READ_10
            20 ms  dispatch r.1 READ_10
            40 ms  dispatch r.2 READ_10
            """);
  }

  /** A run ends at its last instant, with whatever is under way. */
  @Test
  void aRunEndsInTheMiddle() {
    Story story = Scenarios.on("6.12").until(35).read("r").mute().run();

    assertThat(story.outcome("r")).isEqualTo("still waiting");
    assertThat(story.trace().endNanos()).isLessThanOrEqualTo(35_000_000_000L);
    assertThat(story.device("sda").inFlight()).hasSize(1);
  }
}
