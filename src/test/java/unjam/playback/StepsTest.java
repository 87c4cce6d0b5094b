package unjam.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

class StepsTest {

  private final OpenRun run = Runs.trouble();
  private final Trace trace = run.trace();
  private final Steps steps = run.steps();

  @Test
  void theStartIsAfterTheMachineIsPutUpAndBeforeAnythingRuns() {
    Cursor start = steps.start();

    assertThat(start.nanos()).isZero();
    assertThat(trace.function(start.seq())).isEqualTo(KernelFunction.SCENARIO);
    assertThat(trace.function(start.seq() + 1)).isEqualTo(KernelFunction.IO_START);
    assertThat(steps.previousEvent(start)).isEqualTo(start);
  }

  @Test
  void aStepBackUndoesAStepAtEveryEvent() {
    Cursor at = steps.start();
    while (at.seq() + 1 < trace.size()) {
      Cursor next = steps.nextEvent(at);

      assertThat(next.seq()).isEqualTo(at.seq() + 1);
      assertThat(steps.previousEvent(next)).isEqualTo(at);
      at = next;
    }
    assertThat(steps.nextEvent(at)).isEqualTo(at);
  }

  @Test
  void betweenTwoEventsAStepBackGoesToTheLastOne() {
    long silence = trace.nanos(trace.size() - 1) - 1;
    Cursor between = Cursor.at(trace, silence);
    Cursor back = steps.previousEvent(between);

    assertThat(back.seq()).isEqualTo(between.seq());
    assertThat(back.nanos()).isEqualTo(trace.nanos(between.seq())).isLessThan(silence);
  }

  @Test
  void aStepByFunctionChangesTheFunctionOrTheCommand() {
    Cursor at = steps.start();
    for (int i = 0; i < 500; i++) {
      Cursor next = steps.nextFunction(at);
      boolean other =
          trace.function(next.seq()) != trace.function(at.seq())
              || trace.cmd(next.seq()) != trace.cmd(at.seq());

      assertThat(other).as("from %s to %s", at, next).isTrue();
      at = next;
    }
  }

  @Test
  void aStepByCommandStaysWithTheCommand() {
    int command = trace.cmd(run.marks().all().stream()
        .filter(mark -> mark.kind() == Mark.Kind.TIMEOUT).findFirst().orElseThrow().seq());
    Cursor at = steps.start();
    int count = 0;
    for (Cursor next = steps.nextOf(command, at); !next.equals(at);
        next = steps.nextOf(command, at)) {
      assertThat(trace.cmd(next.seq())).isEqualTo(command);
      at = next;
      count++;
    }

    assertThat(count).isEqualTo(run.commands().count(command));
    assertThat(steps.previousOf(command, at).seq()).isLessThan(at.seq());
  }

  @Test
  void marksArePassedInOrderAndBackAgain() {
    List<Long> instants = run.marks().all().stream().map(Mark::nanos).distinct().toList();
    Cursor at = steps.start();
    for (long instant : instants) {
      Cursor next = steps.nextMark(at);

      assertThat(next).isEqualTo(Cursor.at(trace, instant));
      assertThat(steps.nextMark(steps.previousMark(next))).isEqualTo(next);
      at = next;
    }

    assertThat(at.nanos()).isEqualTo(run.marks().all().getLast().nanos());
    assertThat(steps.previousMark(at).nanos()).isLessThan(at.nanos());
    assertThat(steps.previousMark(steps.start())).isEqualTo(steps.start());
  }
}
