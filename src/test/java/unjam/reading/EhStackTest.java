package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.projection.EhCall;
import unjam.projection.EhStep;
import unjam.projection.EhView;
import unjam.projection.HostBand;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.trace.EhFact;
import unjam.trace.Trace;

class EhStackTest {

  @Test
  void theStackNamesTheRungThatTheQuestionBelongsTo() {
    Timeline timeline = Timeline.of(TraceWriter.everyRungInVain());

    assertThat(stack(timeline, 30_640_000_000L))
        .containsExactly(
            "wait_for_completion_timeout", "scsi_send_eh_cmnd", "scsi_eh_tur",
            "scsi_eh_bus_device_reset", "scsi_eh_ready_devs", "scsi_unjam_host",
            "scsi_error_handler");
    assertThat(stack(timeline, 45_000_000_000L))
        .containsExactly(
            "msleep", "scsi_try_bus_reset", "scsi_eh_bus_reset", "scsi_eh_ready_devs",
            "scsi_unjam_host", "scsi_error_handler");
  }

  private static List<String> stack(Timeline timeline, long nanos) {
    return EhStack.of(timeline.at(nanos).host(0).orElseThrow().eh(), "6.12");
  }

  /** Nobody answers the question after the bus reset, so the bus is reset within the question. */
  @Test
  void thePauseWithinAQuestionNamesTheResetAndTheQuestion() {
    Timeline timeline = Runs.run(SMALL_LADDER).timeline();
    List<HostBand> pauses =
        timeline.spans().ofHost(0, 0, timeline.trace().endNanos()).stream()
            .filter(band -> band.step() == EhStep.SETTLING)
            .toList();

    assertThat(pauses).hasSizeGreaterThanOrEqualTo(2);
    assertThat(stack(timeline, pauses.get(0).start() + 1_000_000))
        .containsExactly(
            "msleep", "scsi_try_bus_reset", "scsi_eh_bus_reset", "scsi_eh_ready_devs",
            "scsi_unjam_host", "scsi_error_handler");
    assertThat(stack(timeline, pauses.get(1).start() + 1_000_000))
        .containsExactly(
            "msleep", "scsi_try_bus_reset", "scsi_abort_eh_cmnd", "scsi_send_eh_cmnd",
            "scsi_eh_tur", "scsi_eh_test_devices", "scsi_eh_bus_reset", "scsi_eh_ready_devs",
            "scsi_unjam_host", "scsi_error_handler");
  }

  private static final String SMALL_LADDER =
      """
      name: small-ladder
      title: Only the bus reset works, and it does not help
      until: 120s
      machine:
        hosts:
          - driver: scsi_debug
            disks: [{at: 0:0:0:0, name: sda, timeout: 3s, eh_timeout: 3s, service: 4ms}]
      workload:
        - {label: r, device: 0:0:0:0}
      faults:
        - {id: reads, on: 0:0:0:0, mute: {}, opcode: READ_10}
        - {id: asked, on: 0:0:0:0, mute: {}, opcode: TEST_UNIT_READY}
        - {id: no-abort, on: 0:0:0:0, fail: {hook: eh_abort_handler}}
        - {id: no-lun-reset, on: 0:0:0:0, fail: {hook: eh_device_reset_handler}}
        - {id: no-target-reset, on: target 0:0:0, fail: {hook: eh_target_reset_handler}}
      """;

  /** The thread asks for sense data like for anything else: it sends a command and sleeps. */
  @Test
  void whileSenseDataIsFetchedTheThreadSleepsInItsOwnCommand() {
    EhCall sent = new EhCall(9, EhStep.SENSE, 2, 0, 0, 0, -1);
    EhView fetches = new EhView(EhStep.SENSE, EhStep.ASLEEP, 0, 0, 0, -1, List.of(sent));
    EhView looks = new EhView(EhStep.SENSE, EhStep.ASLEEP, 0, 0, 0, -1, List.of());

    assertThat(EhStack.of(fetches, "6.12"))
        .containsExactly(
            "wait_for_completion_timeout", "scsi_send_eh_cmnd", "scsi_request_sense",
            "scsi_eh_get_sense", "scsi_unjam_host", "scsi_error_handler");
    assertThat(EhStack.of(looks, "6.12"))
        .containsExactly("scsi_eh_get_sense", "scsi_unjam_host", "scsi_error_handler");
  }

  /** What the thread's state says and what its events say is the same stack. */
  @Test
  void itAgreesWithTheCallsThatTheTraceTells() {
    OpenRun run = Runs.trouble();
    Trace trace = run.trace();
    int compared = 0;
    for (HostBand band : run.timeline().spans().ofHost(0, 0, trace.endNanos())) {
      EhView eh = run.timeline().after(band.endSeq() - 1).host(0).orElseThrow().eh();
      boolean waits = band.end() - band.start() > 1_000_000 && !eh.calls().isEmpty();
      if (!waits || band.step() == EhStep.SETTLING) {
        continue;
      }
      int call = eh.calls().getLast().seq();
      List<String> told = CallStack.at(trace, call);
      List<String> stack = EhStack.of(eh, "6.12");
      boolean asks = trace.fact(call) instanceof EhFact.EhCommandSent;
      List<String> known = asks ? stack.subList(1, stack.size()) : stack;
      assertThat(known).as("at %d", band.start()).containsSubsequence(told);
      assertThat(known.getFirst()).isEqualTo(told.getFirst());
      compared++;
    }
    assertThat(compared).isGreaterThan(3);
    assertThat(EhStack.of(EhView.ASLEEP, "6.12")).hasSize(2);
  }
}
