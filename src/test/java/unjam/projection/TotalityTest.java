package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;
import unjam.trace.TraceHeader;
import unjam.trace.TraceRecorder;

/** A recorded trace may lack anything; reading it may know less, but never fails. */
class TotalityTest {

  /** Every so many-th event is lost, among them births, answers and the machine itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 13})
  void anyGapCanBeReadOver(int step) {
    for (Trace whole :
        new Trace[] {TraceWriter.lunResetCures("6.12"), TraceWriter.everyRungInVain()}) {
      for (int offset = 0; offset < step; offset++) {
        Trace gappy = without(whole, step, offset);
        assertThatCode(() -> Timeline.of(gappy).endState()).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void aTraceThatBeginsInTheMiddleCanBeRead(int lost) {
    Trace whole = TraceWriter.lunResetCures("6.12");
    TraceRecorder recorder = recorderFor(whole);
    for (int seq = lost; seq < whole.size(); seq++) {
      copy(whole.event(seq), recorder);
    }
    Trace late = recorder.freeze(header());
    assertThat(Timeline.of(late).at(late.endNanos()).seq()).isEqualTo(late.size() - 1);
  }

  private static Trace without(Trace whole, int step, int offset) {
    TraceRecorder recorder = recorderFor(whole);
    for (TraceEvent event : whole.events()) {
      if (event.seq() % step != offset) {
        copy(event, recorder);
      }
    }
    return recorder.freeze(header());
  }

  private static TraceRecorder recorderFor(Trace whole) {
    TraceRecorder recorder = new TraceRecorder();
    whole.ioNames().forEach(recorder::io);
    for (int cmd = 0; cmd < whole.commands(); cmd++) {
      recorder.command(whole.ioOf(cmd));
    }
    return recorder;
  }

  private static void copy(TraceEvent event, TraceRecorder recorder) {
    recorder.note(
        event.nanos(), -1, event.context(), event.function(), event.cmd(), event.device(),
        event.host(), event.fact());
  }

  private static TraceHeader header() {
    return new TraceHeader("gappy", "", "6.12", 250, 0, TraceHeader.Origin.RECORDED);
  }
}
