package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.Trace;

class SysfsTreeTest {

  private static final long SECOND = 1_000_000_000L;

  private final Trace trace = TraceWriter.everyRungInVain();
  private final Timeline timeline = Timeline.of(trace);

  private String read(long nanos, String path) {
    return SysfsTree.of(timeline.at(nanos), "6.12").file(path).orElseThrow().value();
  }

  @Test
  void aFileReadsAsItWouldAtThatInstant() {
    String state = "/sys/block/sda/device/state";
    assertThat(read(SECOND, state)).isEqualTo("running");
    assertThat(read(trace.endNanos(), state)).isEqualTo("offline");
    assertThat(read(SECOND, "/sys/class/scsi_host/host0/state")).isEqualTo("running");
    assertThat(read(35 * SECOND, "/sys/class/scsi_host/host0/state")).isEqualTo("recovery");
    assertThat(read(SECOND, "/sys/class/scsi_host/host0/host_busy")).isEqualTo("1");
    assertThat(read(SECOND, "/sys/block/sda/inflight")).isEqualTo("       1        0");
    assertThat(read(trace.endNanos(), "/sys/block/sda/device/iotmo_cnt")).isEqualTo("0x1");
  }

  @Test
  void whatCanBeWrittenSaysWhichKnobItIs() {
    SysfsFile depth =
        SysfsTree.of(timeline.at(0), "6.12")
            .file("/sys/block/sda/device/queue_depth")
            .orElseThrow();
    assertThat(depth.knob()).contains(Knob.QUEUE_DEPTH);
    assertThat(depth.scope()).isEqualTo(new Scope.Lun(new Hctl(0, 0, 0, 0)));
    assertThat(depth.name()).isEqualTo("queue_depth");
    assertThat(read(0, "/sys/block/sda/queue/io_timeout")).isEqualTo("30000");
  }

  @Test
  void anOldKernelDoesNotCountTimeouts() {
    StackState state = timeline.at(0);
    String path = "/sys/block/sda/device/iotmo_cnt";
    assertThat(SysfsTree.of(state, "5.10").file(path)).isEmpty();
    assertThat(SysfsTree.of(state, "6.1").file(path)).isPresent();
  }

  @Test
  void aFolderListsWhatItHolds() {
    SysfsTree tree = SysfsTree.of(timeline.at(0), "6.12");
    assertThat(tree.list("/sys/block/sda"))
        .containsExactly("device/", "inflight", "queue/", "size");
    assertThat(tree.list("/sys/nothing")).isEmpty();
  }
}
