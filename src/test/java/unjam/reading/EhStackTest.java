package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;
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

  /** What the thread's state says and what its events say is the same stack. */
  @Test
  void itAgreesWithTheCallsThatTheTraceTells() {
    OpenRun run = Runs.trouble();
    Trace trace = run.trace();
    int compared = 0;
    for (HostBand band : run.timeline().spans().ofHost(0, 0, trace.endNanos())) {
      EhView eh = run.timeline().after(band.endSeq() - 1).host(0).orElseThrow().eh();
      boolean waits = band.end() - band.start() > 1_000_000 && !eh.calls().isEmpty();
      if (!waits) {
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
