package unjam.analysis;

import static unjam.analysis.Invariant.A_CALL_RETURNS_ONCE;
import static unjam.analysis.Invariant.CAUSE_COMES_FIRST;
import static unjam.analysis.Invariant.TIME_NEVER_DECREASES;

import unjam.trace.CallFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** What every trace owes its readers, whatever it is about. */
final class GrammarWatch extends Watch {

  private final Trace trace;

  /** One more than the event at which a call came back; 0 for none yet. */
  private final int[] returned;

  private long last;

  GrammarWatch(Tally tally, Trace trace) {
    super(tally);
    this.trace = trace;
    returned = new int[trace.size()];
  }

  @Override
  void see(TraceEvent event) {
    long before = last;
    require(
        event.nanos() >= before, TIME_NEVER_DECREASES, event, event.seq() - 1,
        () -> event.nanos() + " ns comes after " + before + " ns");
    last = event.nanos();
    require(
        event.cause() >= -1 && event.cause() < event.seq(), CAUSE_COMES_FIRST, event,
        event.cause() < trace.size() ? event.cause() : BY_ITSELF,
        () -> "its cause is event " + event.cause());
    if (event.fact() instanceof CallFact.Returned(var call, var value)) {
      back(event, call);
    }
  }

  private void back(TraceEvent event, int call) {
    boolean known = call >= 0 && call < event.seq();
    require(
        known && trace.function(call) == event.function(), A_CALL_RETURNS_ONCE, event,
        known ? call : BY_ITSELF,
        () ->
            event.function().kernelName() + " comes back from event " + call
                + (known ? ", which is " + trace.function(call).kernelName() : ""));
    require(
        !known || returned[call] == 0, A_CALL_RETURNS_ONCE, event,
        known ? returned[call] - 1 : BY_ITSELF,
        () -> "event " + call + " has come back already");
    if (known) {
      returned[call] = event.seq() + 1;
    }
  }
}
