package unjam.analysis;

import org.jspecify.annotations.Nullable;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * Which events of a trace are wanted: those for which everything that is said here holds.
 *
 * @param command id of a command: its events, and the begin and end of the IO it serves; -1 for any
 * @param device index of a device, -1 for any
 * @param function a kernel function, null for any
 * @param context who runs, null for any
 * @param fact name of a fact in snake case, empty for any
 * @param marks only decisive instants
 * @param search words, each of which has to be part of the event's function, fact, context, disk,
 *     IO, or of what was printed; empty for any
 */
public record EventFilter(
    int command,
    int device,
    @Nullable KernelFunction function,
    ExecContext.@Nullable Kind context,
    String fact,
    boolean marks,
    String search) {

  /** Every event. */
  public static final EventFilter ALL = new EventFilter(-1, -1, null, null, "", false, "");

  public EventFilter {
    search = search.strip();
  }

  public EventFilter withCommand(int id) {
    return new EventFilter(id, device, function, context, fact, marks, search);
  }

  public EventFilter withDevice(int index) {
    return new EventFilter(command, index, function, context, fact, marks, search);
  }

  public EventFilter withFunction(@Nullable KernelFunction one) {
    return new EventFilter(command, device, one, context, fact, marks, search);
  }

  public EventFilter withContext(ExecContext.@Nullable Kind kind) {
    return new EventFilter(command, device, function, kind, fact, marks, search);
  }

  public EventFilter withFact(String name) {
    return new EventFilter(command, device, function, context, name, marks, search);
  }

  public EventFilter withMarks(boolean only) {
    return new EventFilter(command, device, function, context, fact, only, search);
  }

  public EventFilter withSearch(String words) {
    return new EventFilter(command, device, function, context, fact, marks, words);
  }

  /** Whether there is an event that it does not want. */
  public boolean isOn() {
    return !equals(ALL);
  }
}
