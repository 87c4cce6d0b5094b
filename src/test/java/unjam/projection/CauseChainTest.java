package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;
import unjam.trace.TraceHeader;
import unjam.trace.TraceRecorder;

class CauseChainTest {

  /** 2 because of 0, and 1 is somebody else's; 3 names a cause that comes later, which is none. */
  @Test
  void theChainGoesBackToTheScenarioAndNoFurther() {
    Trace trace = traceOfCauses(-1, -1, 0, 5);
    assertThat(CauseChain.of(trace, 2)).extracting(TraceEvent::seq).containsExactly(0, 2);
    assertThat(CauseChain.of(trace, 1)).extracting(TraceEvent::seq).containsExactly(1);
    assertThat(CauseChain.of(trace, 3)).extracting(TraceEvent::seq).containsExactly(3);
  }

  private static Trace traceOfCauses(int... causes) {
    TraceRecorder recorder = new TraceRecorder();
    for (int cause : causes) {
      recorder.note(
          0, cause, ExecContext.USER, KernelFunction.IO_START, -1, -1, -1,
          CallFact.Entered.INSTANCE);
    }
    return recorder.freeze(
        new TraceHeader("causes", "", "6.12", 250, 0, TraceHeader.Origin.RECORDED));
  }
}
