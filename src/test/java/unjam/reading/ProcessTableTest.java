package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.reading.ProcessLine.State;
import unjam.trace.Trace;

class ProcessTableTest {

  private static final long SECOND = 1_000_000_000L;

  private final Trace trace = TraceWriter.everyRungInVain();
  private final Timeline timeline = Timeline.of(trace);
  private final ProcessTable table = ProcessTable.of(trace);

  private ProcessLine process(long nanos, String name) {
    return table.at(timeline.at(nanos), true).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoWaitsForAReadCannotBeKilled() {
    ProcessLine reader = process(SECOND, "lost");
    assertThat(reader.state()).isEqualTo(State.D);
    assertThat(reader.stack()).startsWith("io_schedule");
    assertThat(reader.sinceNanos()).isZero();
    assertThat(process(trace.endNanos(), "lost").state()).isEqualTo(State.S);
  }

  /** 30.64 s: the TUR after the LUN reset is out; 45 s: the pause after the bus reset. */
  @Test
  void theErrorHandlersStackSaysWhatItWaitsFor() {
    assertThat(process(SECOND, "scsi_eh_0").stack())
        .containsExactly("schedule", "scsi_error_handler");
    assertThat(process(30_640_000_000L, "scsi_eh_0").stack())
        .startsWith("wait_for_completion_timeout", "scsi_send_eh_cmnd", "scsi_eh_tur");
    assertThat(process(45 * SECOND, "scsi_eh_0").stack()).startsWith("msleep");
    assertThat(process(45 * SECOND, "scsi_eh_0").state()).isEqualTo(State.D);
  }

  @Test
  void theAbortWorkerShowsWhileThereIsAnAbort() {
    long scheduled = 30_605_000_000L;
    assertThat(table.at(timeline.at(scheduled), true))
        .extracting(ProcessLine::name)
        .contains("kworker/u4:1-scsi_tmf_0");
    assertThat(table.at(timeline.at(SECOND), true))
        .extracting(ProcessLine::name)
        .noneMatch(name -> name.contains("scsi_tmf"));
  }

  @Test
  void repetitionsAreOneProcess() {
    Trace busy = TraceWriter.busy(1, 1, 5);
    List<ProcessLine> lines =
        ProcessTable.of(busy).at(Timeline.of(busy).at(0), true);
    assertThat(lines)
        .extracting(ProcessLine::name)
        .containsExactly("r", "scsi_eh_0", "kworker/0:1H-kblockd");
  }
}
