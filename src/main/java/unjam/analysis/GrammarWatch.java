package unjam.analysis;

import static unjam.analysis.Invariant.A_CALL_RETURNS_ONCE;
import static unjam.analysis.Invariant.CAUSE_COMES_FIRST;
import static unjam.analysis.Invariant.TIME_NEVER_DECREASES;

import java.util.BitSet;
import java.util.List;
import unjam.trace.CallFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** What every trace owes its readers, whatever it is about. */
final class GrammarWatch extends Watch {

  private final Trace trace;
  private final BitSet returned = new BitSet();
  private long last;

  GrammarWatch(List<Violation> violations, Trace trace) {
    super(violations);
    this.trace = trace;
  }

  @Override
  void see(TraceEvent event) {
    require(
        event.nanos() >= last, TIME_NEVER_DECREASES, event,
        event.nanos() + " ns comes after " + last + " ns");
    last = event.nanos();
    require(
        event.cause() >= -1 && event.cause() < event.seq(), CAUSE_COMES_FIRST, event,
        "its cause is event " + event.cause());
    if (event.fact() instanceof CallFact.Returned(var call, var value)) {
      boolean known = call >= 0 && call < event.seq();
      require(
          known && trace.function(call) == event.function(), A_CALL_RETURNS_ONCE, event,
          event.function().kernelName() + " comes back from event " + call
              + (known ? ", which is " + trace.function(call).kernelName() : ""));
      require(
          !known || !returned.get(call), A_CALL_RETURNS_ONCE, event,
          "event " + call + " has come back already");
      if (known) {
        returned.set(call);
      }
    }
  }
}
