package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_DEVICE_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_HOST_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_TARGET_RESET_HANDLER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.scsi.ServiceTime;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;
import unjam.trace.TraceEvent;

/** Each kind of fault, whom it hits, and when it is over. */
class FaultTest {

  private static List<Long> latencies(Story story, String label, int count) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(story.latency(i == 0 ? label : label + "#" + i));
    }
    return all;
  }

  // How answers get slow.

  @Test
  void aSlowDiskAddsToEveryAnswer() {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .repeat(4, 1_000)
            .fault(new Fault.Slow(new ServiceTime.Fixed(100_000_000)))
            .run();

    assertThat(latencies(story, "r", 4)).containsOnly(104L);
  }

  @Test
  void anEvenSpreadStaysWithinItsBounds() {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .repeat(40, 10)
            .fault(new Fault.Slow(new ServiceTime.Uniform(50_000_000, 150_000_000)))
            .run();

    List<Long> all = latencies(story, "r", 40);
    assertThat(all).allSatisfy(millis -> assertThat(millis).isBetween(54L, 154L));
    assertThat(all.stream().distinct().count()).isGreaterThan(10);
  }

  /** Many short ones and a few long ones, with the given mean: 104 ms within a third. */
  @Test
  void anExponentialSpreadHasItsMean() {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .repeat(200, 10)
            .fault(new Fault.Slow(new ServiceTime.Exponential(100_000_000)))
            .run();

    List<Long> all = latencies(story, "r", 200);
    double mean = all.stream().mapToLong(Long::longValue).average().orElseThrow();
    assertThat(mean).isBetween(70.0, 140.0);
    assertThat(all.stream().filter(millis -> millis < mean).count()).isGreaterThan(110);
  }

  /** From its beginning at 1 s on, 100 ms more for each second: 2000 ms later 200 ms. */
  @Test
  void aWornDiskGetsSlowerWithTime() {
    Story story =
        Scenarios.on("6.12")
            .read("before")
            .read("at2s")
            .at(2_000)
            .read("at3s")
            .at(3_000)
            .read("at11s")
            .at(11_000)
            .fault(new Fault.Slow(new ServiceTime.Growing(10_000_000, 100_000_000)))
            .during(1_000, 60_000)
            .run();

    assertThat(story.latency("before")).isEqualTo(4);
    assertThat(story.latency("at2s")).isEqualTo(4 + 10 + 100);
    assertThat(story.latency("at3s")).isEqualTo(4 + 10 + 200);
    assertThat(story.latency("at11s")).isEqualTo(4 + 10 + 1_000);
  }

  /** An answer that comes between the timeout and the abort is seen by the driver and dropped. */
  @ParameterizedTest(name = "{0} counts {2}")
  @CsvSource({"6.12, 4118, 2 2 0 1", "6.1, 4118, 2 1 0 1", "5.10, 4104, 2 1 0 0"})
  void anAnswerThatComesTooLateIsDropped(String kernel, long after, String counters) {
    Story story =
        Scenarios.on(kernel).timeout(3).read("r").answersAfter(after).times(1).run();

    assertThat(story.order())
        .isEqualTo(
            """
            dispatch r READ_10
            fault_ended fault1
            scsi_timeout r BLK_EH_DONE
            late_answer r
            eh_abort_handler r SUCCESS
            scsi_queue_insert r EH_RETRY retries 1
            dispatch r READ_10
            io_end r 4096
            """);
    assertThat(story.counters("sda")).isEqualTo(counters);
  }

  /** The answer would come at 5000 ms; the emulated disk forgets what was aborted at 4124. */
  @Test
  void anAbortedCommandHasNoAnswer() {
    Story story =
        Scenarios.on("6.12").timeout(3).read("r").answersAfter(5_000).times(1).run();

    assertThat(story.order("late_answer")).isEmpty();
    assertThat(story.outcome("r")).isEqualTo("4096");
  }

  // Bad answers.

  /** Sectors 2053 and 2054: 2048 to 2052 are good, and the first bad one is named. */
  @Test
  void aBadSectorIsNamed() {
    Story story =
        Scenarios.on("6.12")
            .read("over")
            .blocks(2_048, 16)
            .read("before")
            .blocks(2_040, 13)
            .read("behind")
            .blocks(2_055, 8)
            .fault(new Fault.MediumError())
            .onBlocks(2_053, 2_054)
            .run();

    assertThat(story.outcomes()).isEqualTo("before=6656 behind=4096 over=ENODATA");
    assertThat(story.log().getLast()).startsWith("critical medium error, dev sda, sector 2053 ");
  }

  @ParameterizedTest
  @EnumSource(Fault.Delivery.class)
  void anAnswerComesFromWhereItComes(Fault.Delivery delivery) {
    Fault fault =
        new Fault.Result(
            HostByte.DID_OK, SamStatus.CHECK_CONDITION,
            Optional.of(SenseData.parse("3/11/00")), delivery);
    Story story = Scenarios.on("6.12").read("r").fault(fault).run();

    ExecContext.Kind context =
        story.trace().events().stream()
            .filter(event -> event.fact() instanceof MidLayerFact.Done)
            .map(TraceEvent::context)
            .findFirst()
            .orElseThrow()
            .kind();
    assertThat(context)
        .isEqualTo(
            switch (delivery) {
              case HARD_IRQ -> ExecContext.Kind.HARDIRQ;
              case INSIDE_QUEUECOMMAND -> ExecContext.Kind.SUBMITTER;
              case TIMER_SOFTIRQ -> ExecContext.Kind.SOFTIRQ;
            });
    assertThat(story.outcome("r")).isEqualTo("ENODATA");
  }

  /** A callback that fails takes its time all the same: from 4124 to 5624 ms. */
  @Test
  void aFailingCallbackMayBeSlow() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .mute()
            .times(1)
            .fault(new Fault.HookFails(EH_ABORT_HANDLER, 1_500_000_000L))
            .run();

    assertThat(story.timeline("eh_abort_handler", "scsi_eh_scmd_add"))
        .isEqualTo(
            """
            4124 ms  eh_abort_handler r FAILED
            5624 ms  scsi_eh_scmd_add r
            """);
  }

  // Whom it hits.

  @Test
  void theSecondAndThirdCommandAreHit() {
    Story story =
        Scenarios.on("6.12").read("r").repeat(5, 10).sense("4/00/00").skip(1).times(2).run();

    assertThat(story.outcomes())
        .isEqualTo("r=4096 r#1=EREMOTEIO r#2=EREMOTEIO r#3=4096 r#4=4096");
  }

  @Test
  void oneOpcodeIsHit() {
    Story story =
        Scenarios.on("6.12").read("r").write("w").sense("4/00/00").only(Opcode.WRITE_10).run();

    assertThat(story.outcomes()).isEqualTo("r=4096 w=EREMOTEIO");
  }

  @ParameterizedTest(name = "blocks {0} to {1}: {2}")
  @CsvSource({
    "0, 2047, 4096", "2047, 2048, EREMOTEIO", "2055, 9999, EREMOTEIO", "2056, 9999, 4096"
  })
  void blocksThatTouchTheRangeAreHit(long first, long last, String outcome) {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .blocks(2_048, 8)
            .sense("4/00/00")
            .onBlocks(first, last)
            .run();

    assertThat(story.outcome("r")).isEqualTo(outcome);
  }

  /** Four disks: the named one, a LUN beside it, another target, another host. */
  @ParameterizedTest(name = "{0}: {1}")
  @ValueSource(strings = {"lun x...", "target xx..", "bus xxx.", "host xxx.", "machine xxxx"})
  void aScopeCoversItsDisks(String text) {
    Scope scope =
        switch (text.split(" ")[0]) {
          case "lun" -> new Scope.Lun(Hctl.parse("0:0:0:0"));
          case "target" -> new Scope.Target(0, 0, 0);
          case "bus" -> new Scope.Bus(0, 0);
          case "host" -> new Scope.Host(0);
          default -> new Scope.Machine();
        };
    Fault fault =
        new Fault.Result(
            HostByte.DID_NO_CONNECT, SamStatus.GOOD, Optional.empty(), Fault.Delivery.HARD_IRQ);
    Story story =
        Scenarios.on("6.12")
            .read("a")
            .disk("0:0:0:1")
            .read("b")
            .disk("0:0:1:0")
            .read("c")
            .disk("1:0:0:0")
            .read("d")
            .fault(fault, scope)
            .run();

    StringBuilder hit = new StringBuilder();
    for (String io : List.of("a", "b", "c", "d")) {
      hit.append(story.outcome(io).equals("EIO") ? 'x' : '.');
    }
    assertThat(hit.toString()).isEqualTo(text.split(" ")[1]);
  }

  // When it is over.

  @Test
  void aFaultHasABeginningAndAnEnd() {
    Story story =
        Scenarios.on("6.12").read("r").repeat(5, 1_000).sense("4/00/00").during(1_500, 3_500).run();

    assertThat(story.outcomes())
        .isEqualTo("r=4096 r#1=4096 r#2=EREMOTEIO r#3=EREMOTEIO r#4=4096");
  }

  /** It ends with the reset, whatever the reset was for, and only where it reaches. */
  @ParameterizedTest(name = "{0} reaches the other target: {1}")
  @CsvSource({
    "EH_DEVICE_RESET_HANDLER, false", "EH_TARGET_RESET_HANDLER, false",
    "EH_BUS_RESET_HANDLER, true", "EH_HOST_RESET_HANDLER, true",
  })
  void aResetCuresWhatItReaches(EhHook hook, boolean cured) {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(1)
            .read("r")
            .mute()
            .curedBy(hook)
            .disk("0:0:1:0")
            .read("other")
            .at(60_000)
            .sense("4/00/00")
            .curedBy(hook)
            .run();

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.outcome("other")).isEqualTo(cured ? "4096" : "EREMOTEIO");
  }

  /** A reset that fails cures nothing. */
  @Test
  void aFailedResetCuresNothing() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(1)
            .read("r")
            .mute()
            .curedBy(EH_DEVICE_RESET_HANDLER)
            .fails(EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER, EH_HOST_RESET_HANDLER)
            .run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.order("fault_ended")).isEmpty();
    assertThat(story.count(KernelFunction.EH_BUS_RESET_HANDLER)).isEqualTo(1);
  }

  /** Every injector of the emulated disk has its turn: lost, refused, answered badly. */
  @Test
  void severalFaultsOfOneCommandHaveAnOrder() {
    Story lostFirst =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .sense("4/00/00")
            .refuses(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY)
            .times(1)
            .mute()
            .times(1)
            .run();

    assertThat(lostFirst.order("scsi_timeout", "queuecommand_busy", "io_end"))
        .isEqualTo(
            """
            scsi_timeout r BLK_EH_DONE
            queuecommand_busy r HOST_BUSY
            io_end r EREMOTEIO
            """);
  }
}
