package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import unjam.engine.SimTime;
import unjam.reading.SourceNote.Guard;
import unjam.reading.SourceNote.Light;
import unjam.trace.CallFact.Returned;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/**
 * The function that an event happened in, with the functions that called it, and in each of them
 * the step.
 *
 * @param seq the event
 * @param levels from the function itself outwards; never empty
 * @param condition what was decided at the event, with its values; may be empty
 */
public record SourceReading(int seq, List<Level> levels, String condition) {

  /** Farther back nobody looks for a caller. */
  private static final int FARTHEST = 4096;

  /**
   * Code that does not sleep goes from step to step in less; a longer gap is another run of its
   * worker.
   */
  private static final long LONGEST_STEP = SimTime.NANOS_PER_MICRO;

  public SourceReading {
    levels = List.copyOf(levels);
  }

  /**
   * A function that runs.
   *
   * @param note what it does
   * @param lit the step it is at, or {@link SourceNote#NONE}
   */
  public record Level(SourceNote note, int lit) {}

  /**
   * Reads an event.
   *
   * @return empty if neither its function nor one that called it has a note
   */
  public static Optional<SourceReading> at(Trace trace, int seq, SourceNotes notes) {
    if (seq < 0) {
      return Optional.empty();
    }
    int at = seq;
    KernelFunction inner = trace.function(seq);
    while (notes.of(trace.function(at)).isEmpty()) {
      inner = trace.function(at);
      at = before(trace, at);
      if (at < 0) {
        return Optional.empty();
      }
    }
    SourceNote note = notes.of(trace.function(at)).orElseThrow();
    Fact fact = trace.fact(at);
    Optional<Light> light = Optional.empty();
    int lit = at == seq ? SourceNote.NONE : note.stepCalling(inner);
    if (lit == SourceNote.NONE) {
      light = lightOf(note, fact);
      lit = light.map(each -> stepOf(note, each)).orElse(SourceNote.NONE);
    }
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(note, lit));
    addCallers(trace, at, notes, levels);
    int event = at;
    String condition =
        light.map(each -> filled(trace, event, each.condition())).orElse("");
    return Optional.of(new SourceReading(seq, levels, condition));
  }

  /** The function that the event happened in. */
  public Level innermost() {
    return levels.getFirst();
  }

  /** What a short view shows: the function itself, or the one that it is a detail of. */
  public Level headline() {
    for (Level level : levels) {
      if (!level.note().detail()) {
        return level;
      }
    }
    return levels.getLast();
  }

  private static void addCallers(
      Trace trace, int seq, SourceNotes notes, List<Level> levels) {
    int at = seq;
    KernelFunction called = trace.function(seq);
    List<KernelFunction> from = notes.callersOf(called);
    while (!from.isEmpty() && levels.size() <= KernelFunction.values().length) {
      int caller = callerOf(trace, at, from);
      KernelFunction function =
          caller >= 0 ? trace.function(caller) : unseenCaller(notes, from).orElse(null);
      if (function == null) {
        return;
      }
      SourceNote note = notes.of(function).orElseThrow();
      levels.add(new Level(note, note.stepCalling(called)));
      at = caller >= 0 ? caller : at;
      called = function;
      from = notes.callersOf(called);
    }
  }

  /**
   * A caller that cannot be found in the trace: the only one, or the only one of which nothing is
   * recorded.
   */
  private static Optional<KernelFunction> unseenCaller(
      SourceNotes notes, List<KernelFunction> callers) {
    List<KernelFunction> unseen =
        callers.size() == 1
            ? callers
            : callers.stream()
                .filter(each -> !notes.of(each).orElseThrow().isRecorded())
                .toList();
    return unseen.size() == 1 ? Optional.of(unseen.getFirst()) : Optional.empty();
  }

  /** The last event before in which one of the functions runs that might have called, or -1. */
  private static int callerOf(Trace trace, int seq, List<KernelFunction> callers) {
    int at = before(trace, seq);
    for (int i = 0; i < FARTHEST && at >= 0; i++) {
      if (callers.contains(trace.function(at)) && !(trace.fact(at) instanceof Returned)) {
        return at;
      }
      at = before(trace, at);
    }
    return -1;
  }

  /**
   * The event that led to one, within the same run of the same context; what has come back by then
   * is passed over. Negative if there is none.
   */
  private static int before(Trace trace, int seq) {
    int from = callOf(trace, seq);
    int at = trace.cause(from);
    while (at >= 0 && at < from) {
      ExecContext who = trace.context(from);
      boolean same = trace.context(at).equals(who);
      boolean near = trace.nanos(from) - trace.nanos(at) <= LONGEST_STEP;
      if (!sleeps(who) && !(same && near)) {
        return -1;
      }
      if (same && !(trace.fact(at) instanceof Returned)) {
        return at;
      }
      from = same ? callOf(trace, at) : from;
      at = same ? trace.cause(from) : trace.cause(at);
    }
    return -1;
  }

  /** The event with which a function began that came back here; else the event itself. */
  private static int callOf(Trace trace, int seq) {
    return trace.fact(seq) instanceof Returned returned && returned.call() < seq
        ? Math.max(0, returned.call())
        : seq;
  }

  private static boolean sleeps(ExecContext who) {
    return switch (who.kind()) {
      case SCSI_EH, ABORT_WORK, MD_RAID1, JBD2 -> true;
      case USER, SUBMITTER, KBLOCKD, KWORKER, SOFTIRQ, HARDIRQ, ADMIN, ISCSID, CONN_CLEANUP,
          BLOCK_SESSION, UNBLOCK_SESSION, RECOVERY_TIMEOUT, TARGET_RX, TARGET_TX, TARGET_LOGIN,
          TARGET_TMR, MULTIPATHD -> false;
    };
  }

  /** The light that a fact switches on: one with guards goes before one without. */
  private static Optional<Light> lightOf(SourceNote note, Fact fact) {
    String name = FactFields.name(fact);
    Map<String, Object> fields = FactFields.of(fact);
    Light found = null;
    for (SourceNote.Step step : note.steps()) {
      for (Light light : step.lights()) {
        boolean better = found == null || found.guards().isEmpty() && !light.guards().isEmpty();
        if (better && light.fact().equals(name) && hold(light.guards(), fields)) {
          found = light;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean hold(List<Guard> guards, Map<String, Object> fields) {
    for (Guard guard : guards) {
      Object value = fields.get(guard.field());
      if (value == null || guard.equal() != guard.value().equals(word(guard.field(), value))) {
        return false;
      }
    }
    return true;
  }

  private static int stepOf(SourceNote note, Light light) {
    for (int i = 0; i < note.steps().size(); i++) {
      for (Light each : note.steps().get(i).lights()) {
        if (each == light) {
          return i;
        }
      }
    }
    return SourceNote.NONE;
  }

  private static String filled(Trace trace, int seq, String condition) {
    return SourceNoteReader.FIELD
        .matcher(condition)
        .replaceAll(each -> Matcher.quoteReplacement(value(trace, seq, each.group(1))));
  }

  private static String value(Trace trace, int seq, String name) {
    if (name.equals(SourceNoteReader.NOW)) {
      return instant(trace.nanos(seq));
    }
    int dot = name.indexOf('.');
    Fact fact = dot < 0 ? trace.fact(seq) : earlier(trace, seq, name.substring(0, dot));
    String field = name.substring(dot + 1);
    Object value = fact == null ? null : FactFields.of(fact).get(field);
    return value == null ? "?" : word(field, value);
  }

  /** The last fact of a name about the same command, or about the same host if about none. */
  private static @Nullable Fact earlier(Trace trace, int seq, String name) {
    int command = trace.cmd(seq);
    int host = trace.host(seq);
    for (int at = seq - 1; at >= 0; at--) {
      boolean same = command >= 0 ? trace.cmd(at) == command : trace.host(at) == host;
      if (same && FactFields.name(trace.fact(at)).equals(name)) {
        return trace.fact(at);
      }
    }
    return null;
  }

  private static String word(String field, Object value) {
    return value instanceof Long nanos
            && nanos >= 0
            && (field.equals("deadline") || field.equals("expires_at"))
        ? instant(nanos)
        : Words.of(field, value);
  }

  /** Instants with milliseconds: {@code 30.721 s}. */
  private static String instant(long nanos) {
    return String.format(
        Locale.ROOT, "%d.%03d s", nanos / SimTime.NANOS_PER_SECOND,
        nanos % SimTime.NANOS_PER_SECOND / SimTime.NANOS_PER_MILLI);
  }
}
