package unjam.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Why something happened: the events that led to it, back to the scenario. */
public final class CauseChain {

  private CauseChain() {}

  /**
   * From the first cause to the event itself. A cause that is not earlier than its effect ends the
   * chain.
   */
  public static List<TraceEvent> of(Trace trace, int seq) {
    List<TraceEvent> chain = new ArrayList<>();
    int at = seq;
    while (at >= 0) {
      TraceEvent event = trace.event(at);
      chain.add(event);
      at = event.cause() < at ? event.cause() : -1;
    }
    Collections.reverse(chain);
    return List.copyOf(chain);
  }
}
