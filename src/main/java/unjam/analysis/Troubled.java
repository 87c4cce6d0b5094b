package unjam.analysis;

import java.util.Arrays;
import unjam.scsi.BlkStatus;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/** Which commands have a story: those that did not simply go down, come up and end well. */
public final class Troubled {

  private Troubled() {}

  /** For each command of a trace whether it is troubled. */
  public static boolean[] commands(Trace trace) {
    int[] since = since(trace);
    boolean[] troubled = new boolean[since.length];
    for (int command = 0; command < since.length; command++) {
      troubled[command] = since[command] >= 0;
    }
    return troubled;
  }

  /** For each command of a trace the event with which its trouble began, or -1. */
  public static int[] since(Trace trace) {
    int[] since = new int[trace.commands()];
    Arrays.fill(since, -1);
    for (int seq = 0; seq < trace.size(); seq++) {
      int command = trace.cmd(seq);
      if (command >= 0 && since[command] < 0 && isTrouble(trace.fact(seq))) {
        since[command] = seq;
      }
    }
    return since;
  }

  private static boolean isTrouble(Fact fact) {
    return switch (fact) {
      case TimeoutFact each -> true;
      case EhFact each -> true;
      case IscsiFact each -> false;
      case TargetFact each -> false;
      case BlockFact each ->
          each instanceof BlockFact.RequestEnded ended && ended.error() != BlkStatus.OK
              || each instanceof BlockFact.Requeued requeued && !requeued.refused()
              || each instanceof BlockFact.Refused refused
                  && refused.gate() == BlockFact.Gate.HOST_IN_RECOVERY;
      case MidLayerFact each -> each instanceof MidLayerFact.LateCompletionDropped;
      case CallFact each -> false;
      case IoFact each -> false;
      case AboveFact each -> each instanceof AboveFact.TryGivenUp;
      case MachineFact each -> false;
    };
  }
}
