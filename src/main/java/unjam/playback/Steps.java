package unjam.playback;

import java.util.List;
import java.util.Optional;
import unjam.analysis.CommandEvents;
import unjam.analysis.Mark;
import unjam.analysis.MarkIndex;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/**
 * Steps through a trace: index arithmetic, exact in both directions. A step that has nowhere to go
 * stays where it is.
 */
public final class Steps {

  private final Trace trace;
  private final CommandEvents commands;
  private final MarkIndex marks;
  private final int first;

  public Steps(Trace trace, CommandEvents commands, MarkIndex marks) {
    this.trace = trace;
    this.commands = commands;
    this.marks = marks;
    first = lastOfSetUp(trace);
  }

  /** The scenario puts up the machine before anything runs; nobody wants to step through that. */
  private static int lastOfSetUp(Trace trace) {
    int seq = 0;
    while (seq < trace.size()
        && trace.nanos(seq) == 0
        && trace.function(seq) == KernelFunction.SCENARIO) {
      seq++;
    }
    return seq - 1;
  }

  /** The machine is put up, and nothing has run yet. */
  public Cursor start() {
    return new Cursor(0, first);
  }

  /** After the last event. */
  public Cursor end() {
    return Cursor.at(trace, trace.endNanos());
  }

  public Cursor nextEvent(Cursor from) {
    return from.seq() + 1 < trace.size() ? Cursor.after(trace, from.seq() + 1) : from;
  }

  /** Back to the event that has happened last, or from there to the one before. */
  public Cursor previousEvent(Cursor from) {
    if (from.seq() <= first) {
      return start();
    }
    boolean between = from.nanos() > trace.nanos(from.seq());
    int seq = between ? from.seq() : from.seq() - 1;
    return seq <= first ? start() : Cursor.after(trace, seq);
  }

  /** To the next event in another function or about another command. */
  public Cursor nextFunction(Cursor from) {
    Cursor at = nextEvent(from);
    while (at.seq() + 1 < trace.size() && sameStep(from.seq(), at.seq())) {
      at = nextEvent(at);
    }
    return at;
  }

  /** Back to where the function before this one was entered. */
  public Cursor previousFunction(Cursor from) {
    Cursor at = previousEvent(from);
    while (at.seq() > first && sameStep(from.seq(), at.seq())) {
      at = previousEvent(at);
    }
    while (at.seq() - 1 > first && sameStep(at.seq() - 1, at.seq())) {
      at = previousEvent(at);
    }
    return at;
  }

  private boolean sameStep(int one, int other) {
    return one >= 0
        && other >= 0
        && trace.function(one) == trace.function(other)
        && trace.cmd(one) == trace.cmd(other);
  }

  /** To the next event about a command. */
  public Cursor nextOf(int command, Cursor from) {
    int seq = commands.after(command, from.seq());
    return seq < 0 ? from : Cursor.after(trace, seq);
  }

  /** Back to the last event about a command. */
  public Cursor previousOf(int command, Cursor from) {
    boolean between = from.seq() >= 0 && from.nanos() > trace.nanos(from.seq());
    int seq = commands.lastUntil(command, between ? from.seq() : from.seq() - 1);
    return seq < 0 ? from : Cursor.after(trace, seq);
  }

  /** On or back to the nearest event about any command. */
  public Cursor toAnyCommand(boolean on, Cursor from) {
    Cursor at = on ? nextEvent(from) : previousEvent(from);
    while (at.seq() > first && trace.cmd(at.seq()) < 0) {
      Cursor next = on ? nextEvent(at) : previousEvent(at);
      if (next.equals(at)) {
        return from;
      }
      at = next;
    }
    return at;
  }

  public Cursor nextMark(Cursor from) {
    return marks.after(from.nanos()).map(this::to).orElse(from);
  }

  public Cursor previousMark(Cursor from) {
    return marks.before(from.nanos()).map(this::to).orElseGet(this::start);
  }

  /** To just after the next event that any of them waits for; empty if none is to come. */
  public Optional<Cursor> next(List<Breakpoint> any, Cursor from) {
    int start = Math.max(first, from.seq()) + 1;
    return found(Breakpoint.first(any, trace, start, trace.size() - 1));
  }

  /** Back to just after the last event that any of them waited for; empty if there was none. */
  public Optional<Cursor> previous(List<Breakpoint> any, Cursor from) {
    int end = from.isOnEvent(trace) ? from.seq() - 1 : from.seq();
    return found(Breakpoint.last(any, trace, first + 1, end));
  }

  /**
   * The first event that any of them waits for on the way from one place to another.
   *
   * @return just after it; empty if the way is free
   */
  public Optional<Cursor> between(List<Breakpoint> any, Cursor from, Cursor to) {
    return found(Breakpoint.first(any, trace, Math.max(first, from.seq()) + 1, to.seq()));
  }

  private Optional<Cursor> found(int seq) {
    return seq < 0 ? Optional.empty() : Optional.of(Cursor.after(trace, seq));
  }

  /** A mark is reached when everything that happens at its instant has happened. */
  public Cursor to(Mark mark) {
    return Cursor.at(trace, mark.nanos());
  }

  /** The command that the last event was about, if it was about one. */
  public Optional<Integer> commandAt(Cursor at) {
    return at.seq() >= 0 && trace.cmd(at.seq()) >= 0
        ? Optional.of(trace.cmd(at.seq()))
        : Optional.empty();
  }
}
