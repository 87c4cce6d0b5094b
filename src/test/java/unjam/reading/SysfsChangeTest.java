package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

class SysfsChangeTest {

  private final Timeline timeline = Timeline.of(TraceWriter.everyRungInVain());
  private final Trace trace = timeline.trace();

  private List<SysfsFile> files(int seq) {
    return SysfsTree.of(timeline.after(seq), "6.12").files();
  }

  private static boolean setsUp(TraceEvent event) {
    return event.nanos() == 0 && event.function() == KernelFunction.SCENARIO;
  }

  private Set<String> different(List<SysfsFile> old, List<SysfsFile> now) {
    Set<String> paths = new TreeSet<>();
    now.stream().filter(each -> !old.contains(each)).forEach(each -> paths.add(each.path()));
    return paths;
  }

  /** The plainest way: event by event from the beginning, file by file. */
  @Test
  void itIsWhatAWalkThroughEveryEventFinds() {
    int setUp = (int) trace.events().stream().filter(SysfsChangeTest::setsUp).count() - 1;
    SysfsChange before = SysfsChange.NONE;
    SysfsChange last = SysfsChange.NONE;
    List<SysfsFile> atTheInstantBefore = files(setUp);
    List<SysfsFile> files = atTheInstantBefore;
    for (int seq = setUp + 1; seq < trace.size(); seq++) {
      if (trace.nanos(seq) > trace.nanos(seq - 1)) {
        before = last;
        atTheInstantBefore = files;
      }
      files = files(seq);
      Set<String> paths = different(atTheInstantBefore, files);
      last = paths.isEmpty() ? before : new SysfsChange(trace.nanos(seq), paths);
      assertThat(SysfsChange.until(timeline, seq)).as("after event %d", seq).isEqualTo(last);
    }
    assertThat(last.nanos()).isPositive();
  }

  @Test
  void puttingUpTheMachineIsNoChange() {
    Timeline quiet = Timeline.of(new TraceWriter("6.12").machine(2).freeze());

    assertThat(SysfsChange.until(quiet, quiet.trace().size() - 1)).isEqualTo(SysfsChange.NONE);
    assertThat(SysfsChange.until(quiet, -1)).isEqualTo(SysfsChange.NONE);
  }

  @Test
  void aFileKnowsWhatItBelongsTo() {
    assertThat(files(trace.size() - 1).stream().map(SysfsFile::object).distinct())
        .contains("/sys/block/sda", "/sys/class/scsi_host/host0")
        .allMatch(object -> object.split("/").length <= 5);
  }
}
