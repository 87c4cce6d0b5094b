package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.trace.CallFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Who called whom: the kernel functions that an event happened in. */
public final class CallStack {

  /** Causes that are looked at for each caller; a call is never far from what it leads to. */
  private static final int FARTHEST = 200;

  private CallStack() {}

  /**
   * The stack at an event, the innermost function first. A trace tells what led to what, not what
   * has returned by then; so only a function that can have called the one before is taken.
   */
  public static List<String> at(Trace trace, int seq) {
    String kernel = trace.header().kernel();
    List<String> stack = new ArrayList<>();
    Optional<TraceEvent> innermost = begun(trace, seq);
    if (innermost.isEmpty()) {
      return stack;
    }
    TraceEvent from = innermost.get();
    KernelFunction function = from.function();
    if (FunctionName.isFunction(function)) {
      stack.add(FunctionName.of(from, kernel));
    }
    while (true) {
      List<KernelFunction> callers = Callers.of(function, from.context());
      Optional<TraceEvent> caller = callerAmongCauses(trace, from, callers);
      if (caller.isPresent()) {
        from = caller.get();
        function = from.function();
        stack.add(FunctionName.of(from, kernel));
      } else if (callers.size() == 1 && callers.getFirst() != function) {
        // Nothing in the trace says so, but nobody else calls it.
        function = callers.getFirst();
        stack.add(function.nameIn(kernel));
      } else {
        List<String> whole = new ArrayList<>(outermostOnce(stack));
        whole.addAll(CallersAbove.of(function, from.context()));
        return List.copyOf(whole);
      }
    }
  }

  /** One interrupt can lead to the next; where a stack begins anew, the older one is over. */
  private static List<String> outermostOnce(List<String> stack) {
    int end = stack.isEmpty() ? 0 : stack.indexOf(stack.getLast()) + 1;
    return List.copyOf(stack.subList(0, end));
  }

  /** A function that has just come back is no longer there; its caller is. */
  private static Optional<TraceEvent> begun(Trace trace, int seq) {
    TraceEvent event = trace.event(seq);
    if (event.fact() instanceof CallFact.Returned returned
        && returned.call() >= 0
        && returned.call() < seq) {
      TraceEvent call = trace.event(returned.call());
      return callerAmongCauses(
          trace, call, Callers.of(call.function(), call.context()));
    }
    return FunctionName.isFunction(event.function()) || event.cause() < 0
        ? Optional.of(event)
        : Optional.of(trace.event(event.cause()));
  }

  private static Optional<TraceEvent> callerAmongCauses(
      Trace trace, TraceEvent called, List<KernelFunction> callers) {
    int before = called.seq();
    int cause = called.cause();
    for (int i = 0; i < FARTHEST && cause >= 0 && cause < before; i++) {
      if (callers.contains(trace.function(cause))
          && trace.context(cause).equals(called.context())) {
        return Optional.of(trace.event(cause));
      }
      before = cause;
      cause = trace.cause(cause);
    }
    return Optional.empty();
  }
}
