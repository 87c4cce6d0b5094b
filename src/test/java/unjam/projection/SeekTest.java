package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import unjam.trace.Trace;

/** A state that is sought is the state that was reached by reading on. */
class SeekTest {

  static Stream<Trace> traces() {
    return Stream.of(
        TraceWriter.lunResetCures("6.12"),
        TraceWriter.lunResetCures("5.10"),
        TraceWriter.everyRungInVain(),
        TraceWriter.busy(3, 16, 600));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void seekingEqualsFoldingAtEveryIndex(Trace trace) {
    Timeline timeline = Timeline.of(trace);
    Projector projector = new Projector(trace, Checkpoint.START);
    assertThat(timeline.after(-1)).isEqualTo(StackState.EMPTY);
    for (int seq = 0; seq < trace.size(); seq++) {
      projector.next();
      assertThat(timeline.after(seq)).as("after event %d", seq).isEqualTo(projector.freeze());
    }
  }

  /** The commands of 16 reads in flight, never more: what has ended is not carried along. */
  @Test
  void aCheckpointHoldsOnlyWhatIsAlive() {
    Timeline timeline = Timeline.of(TraceWriter.busy(3, 16, 4_000));
    List<StackState> checkpoints = timeline.checkpoints();
    assertThat(checkpoints.size()).isGreaterThan(10);
    assertThat(checkpoints).allSatisfy(each -> {
      assertThat(each.commands().size()).isLessThanOrEqualTo(16);
      assertThat(each.ios().size()).isLessThanOrEqualTo(16);
    });
  }

  /**
   * A seek folds at most the events between two checkpoints: 2,048, or one for two things alive.
   */
  @Test
  void aSeekIsAShortFold() {
    Trace trace = TraceWriter.busy(8, 3_000, 6_000);
    List<StackState> checkpoints = Timeline.of(trace).checkpoints();
    for (int i = 1; i <= checkpoints.size(); i++) {
      StackState from = checkpoints.get(i - 1);
      int until = i < checkpoints.size() ? checkpoints.get(i).seq() : trace.size() - 1;
      int alive = i < checkpoints.size() ? checkpoints.get(i).commands().size() : 3_000;
      assertThat(until - from.seq()).isLessThanOrEqualTo(Math.max(2_048, alive + 20));
    }
  }

  @Test
  void whatDidNotChangeIsSharedBetweenCheckpoints() {
    TraceWriter writer = new TraceWriter("6.12").machine(2);
    int waits = writer.at(0).read("waits", 1);
    writer.dispatch(waits, 1);
    for (int i = 0; i < 1_000; i++) {
      int cmd = writer.at(1 + i).read("r#" + i, 0);
      writer.dispatch(cmd, 0).complete(cmd, 0, i + 1);
    }
    List<StackState> checkpoints = Timeline.of(writer.freeze()).checkpoints();
    assertThat(checkpoints.size()).isGreaterThan(3);
    assertThat(checkpoints.get(2).command(waits).orElseThrow())
        .isSameAs(checkpoints.get(1).command(waits).orElseThrow());
  }
}
