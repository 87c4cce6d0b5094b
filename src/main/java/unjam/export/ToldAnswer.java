package unjam.export;

import java.util.Optional;
import unjam.scsi.IntReturn;
import unjam.scsi.ReturnValue;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;

/** The answer of a function whose fact tells it at once, so that no return follows. */
final class ToldAnswer {

  private ToldAnswer() {}

  static Optional<ReturnValue> of(Fact fact) {
    if (fact instanceof MidLayerFact.SenseChecked checked) {
      return Optional.of(checked.verdict());
    } else if (fact instanceof MidLayerFact.NoRetryAsked asked) {
      return Optional.of(truth(asked.noRetry()));
    } else if (fact instanceof MidLayerFact.RuntimeAsked asked) {
      return Optional.of(truth(asked.exceeded()));
    } else if (fact instanceof MidLayerFact.SdDone done) {
      return Optional.of(new IntReturn(done.goodBytes()));
    } else if (fact instanceof TimeoutFact.TimedOut timedOut) {
      return Optional.of(timedOut.answer());
    } else if (fact instanceof EhFact.EhAction action) {
      return Optional.of(action.after());
    } else if (fact instanceof IoFact.IoEnded ended) {
      return Optional.of(new IntReturn(ended.ret()));
    }
    return Optional.empty();
  }

  private static ReturnValue truth(boolean holds) {
    return holds ? IntReturn.ONE : IntReturn.ZERO;
  }
}
