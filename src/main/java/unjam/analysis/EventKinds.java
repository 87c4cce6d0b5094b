package unjam.analysis;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/**
 * What kinds of events a trace has: what can be chosen from when events are looked for.
 *
 * @param functions kernel functions, by their names in the trace's kernel
 * @param contexts who runs
 * @param facts names of facts in snake case, by name
 */
public record EventKinds(
    List<KernelFunction> functions, List<ExecContext.Kind> contexts, List<String> facts) {

  public EventKinds {
    functions = List.copyOf(functions);
    contexts = List.copyOf(contexts);
    facts = List.copyOf(facts);
  }

  /** Reads a trace once. */
  public static EventKinds of(Trace trace) {
    Set<KernelFunction> functions = EnumSet.noneOf(KernelFunction.class);
    Set<ExecContext.Kind> contexts = EnumSet.noneOf(ExecContext.Kind.class);
    Set<Class<? extends Fact>> seen = new HashSet<>();
    Set<String> facts = new TreeSet<>();
    for (int seq = 0; seq < trace.size(); seq++) {
      functions.add(trace.function(seq));
      contexts.add(trace.context(seq).kind());
      if (seen.add(trace.fact(seq).getClass())) {
        facts.add(FactFields.name(trace.fact(seq)));
      }
    }
    String kernel = trace.header().kernel();
    return new EventKinds(
        functions.stream()
            .sorted(Comparator.comparing((KernelFunction each) -> each.nameIn(kernel)))
            .toList(),
        List.copyOf(contexts), List.copyOf(facts));
  }
}
