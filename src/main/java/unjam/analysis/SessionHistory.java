package unjam.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import unjam.scsi.EhHook;
import unjam.scsi.SdevState;
import unjam.scsi.TargetThread;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * What decided the fate of sessions between two machines, read once from a trace; instants in
 * nanoseconds. Empty where there is no other machine.
 *
 * @param turns decisive steps in order
 * @param sleeps when threads of the target slept in D
 * @param askings task management functions that were under way
 * @param standings states of the devices
 */
public record SessionHistory(
    List<Turn> turns, List<Sleep> sleeps, List<Asking> askings, List<Standing> standings) {

  /** Where there is no other machine. */
  public static final SessionHistory NONE =
      new SessionHistory(List.of(), List.of(), List.of(), List.of());

  public SessionHistory {
    turns = List.copyOf(turns);
    sleeps = List.copyOf(sleeps);
    askings = List.copyOf(askings);
    standings = List.copyOf(standings);
  }

  /** What a step is; in brackets its number and word. */
  public enum Kind {
    /** A command that will be missed was sent. */
    SENT,
    /** Its timer ran out, and the driver wanted more time. */
    MORE_TIME,
    /** Its timer ran out, and it is to be aborted. */
    TO_ABORT,
    /** The target is asked [time limit, function]. */
    ASKED,
    /** It has not answered in time [time limit, function]. */
    ASKED_IN_VAIN,
    /** It has answered [0, answer]. */
    ASKED_ANSWERED,
    /** The connection is given up [number of the error]. */
    CONN_ERROR,
    /** The initiator has stopped the connection. */
    STOPPED,
    /** All devices of the session are blocked [time limit, -1 for none]. */
    BLOCKED,
    /** A reset came back [0, hook and answer]. */
    RESET,
    /** A login is under way [which one]. */
    LOGIN,
    /** The session is given up. */
    GAVE_UP,
    /** A backstore answered what nobody wanted any more. */
    CAME_LATE,
    /** The login was accepted. */
    LOGGED_IN,
    /** The devices are let go. */
    LET_GO
  }

  /**
   * A decisive step.
   *
   * @param nanos when it was
   * @param known from when on one knows that it mattered
   * @param host number of the initiator's host
   * @param device index of the device, or -1
   * @param number see {@link Kind}
   * @param word see {@link Kind}
   */
  public record Turn(
      Kind kind, int seq, long nanos, long known, int host, int device, long number,
      String word) {}

  /** A thread of the target slept in D because of a host's session. */
  public record Sleep(TargetThread thread, int host, long start, long end) {}

  /** A task management function: from its sending to its answer, or until it was given up. */
  public record Asking(
      int host, int device, String function, long start, long end, boolean answered) {}

  /** A device was in a state. */
  public record Standing(int host, int device, SdevState state, long start, long end) {}

  /** The steps of a host that are known at an instant. */
  public List<Turn> turnsUntil(int host, long nanos) {
    return turns.stream()
        .filter(each -> each.host() == host && each.known() <= nanos)
        .toList();
  }

  /** Reads a trace. */
  public static SessionHistory of(Trace trace) {
    Reader reader = new Reader(trace);
    for (int seq = 0; seq < trace.size(); seq++) {
      reader.see(trace.event(seq));
    }
    return reader.read();
  }

  /** Goes through a trace once. */
  private static final class Reader {

    /** A second error of a connection within this is a part of the first one. */
    private static final long BURST_NANOS = 1_000_000_000L;

    private final Trace trace;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Sleep> sleeps = new ArrayList<>();
    private final List<Asking> askings = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final TreeMap<Integer, TraceEvent> started = new TreeMap<>();
    private final TreeMap<Integer, TraceEvent> asked = new TreeMap<>();
    private boolean sessions;

    Reader(Trace trace) {
      this.trace = trace;
    }

    SessionHistory read() {
      if (!sessions) {
        return NONE;
      }
      asked.values().forEach(each -> askings.add(asking(each, trace.endNanos(), false)));
      turns.sort(Comparator.comparingInt(Turn::seq));
      askings.sort(Comparator.comparingLong(Asking::start));
      return new SessionHistory(turns, sleeps, askings, standings);
    }

    private void turn(Kind kind, TraceEvent event, long number, String word) {
      turns.add(
          new Turn(
              kind, event.seq(), event.nanos(), event.nanos(), event.host(), event.device(),
              number, word));
    }

    void see(TraceEvent event) {
      Fact fact = event.fact();
      if (fact instanceof IscsiFact iscsi) {
        initiator(event, iscsi);
      } else if (fact instanceof TargetFact target) {
        target(event, target);
      } else if (fact instanceof BlockFact.RequestStarted) {
        started.put(event.cmd(), event);
      } else if (fact instanceof TimeoutFact.TimedOut out) {
        timedOut(event, out);
      } else if (fact instanceof CallFact.Returned returned
          && trace.fact(returned.call()) instanceof EhFact.HookCalled called
          && called.hook() != EhHook.EH_ABORT_HANDLER) {
        turn(Kind.RESET, event, 0, called.hook().field() + ": " + returned.value().text());
      } else if (fact instanceof MachineFact.DeviceAdded) {
        stands(event, SdevState.SDEV_RUNNING);
      } else if (fact instanceof MachineFact.DeviceStateSet set && set.legal()) {
        stands(event, set.next());
      }
    }

    private void timedOut(TraceEvent event, TimeoutFact.TimedOut out) {
      TraceEvent start = started.remove(event.cmd());
      if (start != null) {
        turns.add(
            new Turn(
                Kind.SENT, start.seq(), start.nanos(), event.nanos(), event.host(),
                event.device(), 0, ""));
      }
      boolean more = out.answer() == TimerReturn.BLK_EH_RESET_TIMER;
      turn(more ? Kind.MORE_TIME : Kind.TO_ABORT, event, 0, "");
    }

    private void stands(TraceEvent event, SdevState state) {
      for (int i = standings.size() - 1; i >= 0; i--) {
        Standing each = standings.get(i);
        if (each.device() == event.device() && each.end() == trace.endNanos()) {
          standings.set(
              i,
              new Standing(
                  each.host(), each.device(), each.state(), each.start(), event.nanos()));
          break;
        }
      }
      standings.add(
          new Standing(event.host(), event.device(), state, event.nanos(), trace.endNanos()));
    }

    private void initiator(TraceEvent event, IscsiFact fact) {
      switch (fact) {
        case IscsiFact.SessionAdded _ -> sessions = true;
        case IscsiFact.TmfSent sent -> {
          asked.put(event.host(), event);
          turn(Kind.ASKED, event, sent.timeoutNanos(), sent.function().name());
        }
        case IscsiFact.TmfTimedOut _ -> asked(event, Kind.ASKED_IN_VAIN, "");
        case IscsiFact.TmfAnswered answer ->
            asked(event, Kind.ASKED_ANSWERED, answer.response().name());
        case IscsiFact.ConnError error -> {
          if (none(each -> each.kind() == Kind.CONN_ERROR && each.host() == event.host()
              && event.nanos() - each.nanos() < BURST_NANOS)) {
            turn(Kind.CONN_ERROR, event, error.error().number(), error.error().name());
          }
        }
        case IscsiFact.ConnStopped _ -> turn(Kind.STOPPED, event, 0, "");
        case IscsiFact.SessionBlocked blocked ->
            turn(Kind.BLOCKED, event, blocked.recoveryNanos(), "");
        case IscsiFact.ConnBound bound -> turn(Kind.LOGIN, event, bound.attempt(), "");
        case IscsiFact.RecoveryTimedOut _ -> turn(Kind.GAVE_UP, event, 0, "");
        case IscsiFact.ConnStarted _ -> turn(Kind.LOGGED_IN, event, 0, "");
        case IscsiFact.SessionUnblocked _ -> turn(Kind.LET_GO, event, 0, "");
        case IscsiFact.TaskQueued _, IscsiFact.TaskSent _, IscsiFact.NopSent _,
            IscsiFact.NopAnswered _, IscsiFact.PingTimedOut _, IscsiFact.TasksFailed _,
            IscsiFact.WaitersTold _, IscsiFact.SessionResetBegan _,
            IscsiFact.DevicesUnblocked _ -> { }
      }
    }

    private boolean none(Predicate<Turn> wanted) {
      return turns.stream().noneMatch(wanted);
    }

    private void asked(TraceEvent event, Kind kind, String word) {
      TraceEvent sent = asked.remove(event.host());
      if (sent != null && sent.fact() instanceof IscsiFact.TmfSent tmf) {
        boolean answered = kind == Kind.ASKED_ANSWERED;
        askings.add(asking(sent, event.nanos(), answered));
        turn(kind, event, tmf.timeoutNanos(), answered ? word : tmf.function().name());
      }
    }

    private static Asking asking(TraceEvent sent, long end, boolean answered) {
      String function =
          sent.fact() instanceof IscsiFact.TmfSent tmf ? tmf.function().name() : "";
      return new Asking(sent.host(), sent.device(), function, sent.nanos(), end, answered);
    }

    private void target(TraceEvent event, TargetFact fact) {
      if (fact instanceof TargetFact.WaitBegan began) {
        sleeps.add(new Sleep(began.thread(), event.host(), event.nanos(), trace.endNanos()));
      } else if (fact instanceof TargetFact.WaitEnded ended) {
        for (int i = sleeps.size() - 1; i >= 0; i--) {
          Sleep each = sleeps.get(i);
          if (each.thread() == ended.thread() && each.host() == event.host()) {
            sleeps.set(
                i, new Sleep(each.thread(), each.host(), each.start(), event.nanos()));
            break;
          }
        }
      } else if (fact instanceof TargetFact.BioEnded bio && bio.late()) {
        turn(Kind.CAME_LATE, event, 0, "");
      }
    }
  }
}
