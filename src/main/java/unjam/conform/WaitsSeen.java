package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import unjam.scsi.EhHook;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.IscsiFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * The waits for kernel timers in a simulated run, under the names that recordings use. Every
 * command given to the driver is a wait {@code device-answer}, in order; one that was never
 * answered ends at NaN.
 */
final class WaitsSeen {

  private final Trace trace;
  private final List<Observed.Wait> waits = new ArrayList<>();
  private final Map<Integer, TraceEvent> dispatched = new HashMap<>();
  private final Map<Integer, Integer> answerOf = new HashMap<>();
  private final Map<Integer, TraceEvent> timedOut = new HashMap<>();
  private final Map<Integer, BlockFact.TimerArmed> armed = new HashMap<>();
  private final Map<Integer, BlockFact.TimerArmed> fired = new HashMap<>();
  private final Map<ExecContext, TraceEvent> ehCommand = new HashMap<>();
  private final Map<Integer, TraceEvent> tmf = new HashMap<>();
  private final Map<Integer, TraceEvent> blocked = new HashMap<>();
  private final Map<ExecContext, TraceEvent> settling = new HashMap<>();

  private WaitsSeen(Trace trace) {
    this.trace = trace;
  }

  static List<Observed.Wait> of(Trace trace) {
    WaitsSeen seen = new WaitsSeen(trace);
    trace.events().forEach(seen::note);
    return seen.waits;
  }

  private void note(TraceEvent event) {
    settled(event);
    switch (event.fact()) {
      case MidLayerFact.Dispatched _ -> {
        dispatched.put(event.cmd(), event);
        answerOf.put(event.cmd(), waits.size());
        waits.add(wait("device-answer", io(event), event, Double.NaN, null));
      }
      case MidLayerFact.Done done -> answered(event, done);
      case BlockFact.TimerArmed timer -> armed.put(event.device(), timer);
      case BlockFact.TimerFired _ -> {
        if (armed.containsKey(event.device())) {
          fired.put(event.device(), armed.get(event.device()));
        }
      }
      case TimeoutFact.TimedOut out -> timedOut(event, out);
      case TimeoutFact.AbortRan _ -> add("async-abort-delay", timedOut.get(event.cmd()), event);
      case EhFact.EhCommandSent _ -> ehCommand.put(event.context(), event);
      case EhFact.HookCalled called -> {
        if (called.hook() == EhHook.EH_ABORT_HANDLER) {
          ehCommandOver(event);
        }
      }
      case CallFact.Returned returned -> {
        TraceEvent sent = ehCommand.get(event.context());
        if (sent != null && returned.call() == sent.seq()) {
          ehCommandOver(event);
        }
      }
      case IscsiFact.TmfSent _ -> tmf.put(event.host(), event);
      case IscsiFact.TmfTimedOut _ -> addOfHost("tmf-timeout", tmf.get(event.host()), event);
      case IscsiFact.SessionBlocked _ -> blocked.put(event.host(), event);
      case IscsiFact.RecoveryTimedOut _ ->
          addOfHost("session-recovery-timeout", blocked.get(event.host()), event);
      case EhFact.Settling _ -> settling.put(event.context(), event);
      default -> { }
    }
  }

  private void answered(TraceEvent event, MidLayerFact.Done done) {
    Integer index = done.borrowed() ? null : answerOf.remove(event.cmd());
    if (index != null) {
      Observed.Wait open = waits.get(index);
      waits.set(index, new Observed.Wait(open.timer(), open.io(), open.fromMillis(), at(event),
          open.nominalMillis(), open.granularityMillis(), open.armedForMillis(),
          open.slackMillis()));
    }
  }

  /** Another full timeout counts from the one that was granted it. */
  private void timedOut(TraceEvent event, TimeoutFact.TimedOut out) {
    timedOut.put(event.cmd(), event);
    TraceEvent start = dispatched.get(event.cmd());
    if (start != null) {
      waits.add(wait("request-timeout", io(event), start, at(event), fired.get(event.device())));
    }
    if (out.answer() == TimerReturn.BLK_EH_RESET_TIMER) {
      dispatched.put(event.cmd(), event);
    }
  }

  private void addOfHost(String timer, @Nullable TraceEvent from, TraceEvent to) {
    if (from != null) {
      waits.add(wait(timer, "", from, at(to), null));
    }
  }

  private void add(String timer, @Nullable TraceEvent from, TraceEvent to) {
    if (from != null) {
      waits.add(wait(timer, io(to), from, at(to), null));
    }
  }

  /**
   * An EH command that was waited for in vain: its abort, or else its verdict, came no earlier than
   * its timeout.
   */
  private void ehCommandOver(TraceEvent event) {
    TraceEvent sent = ehCommand.remove(event.context());
    if (sent != null && sent.fact() instanceof EhFact.EhCommandSent command
        && event.nanos() - sent.nanos() >= command.timeoutNanos()) {
      add("eh-command-timeout", sent, event);
    }
  }

  private void settled(TraceEvent event) {
    TraceEvent start = settling.get(event.context());
    if (start != null && event.nanos() > start.nanos()
        && start.fact() instanceof EhFact.Settling pause) {
      settling.remove(event.context());
      add("settle-delay-after-" + pause.after().rung(), start, event);
    }
  }

  private static Observed.Wait wait(
      String timer, String io, TraceEvent from, double to, BlockFact.@Nullable TimerArmed arming) {
    return new Observed.Wait(
        timer,
        io,
        at(from),
        to,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        arming == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Landmarks.millis(arming.inNanos())),
        arming == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Landmarks.millis(arming.slackNanos())));
  }

  private String io(TraceEvent event) {
    int io = trace.ioOf(event.cmd());
    return io < 0 ? "" : trace.ioNames().get(io);
  }

  private static double at(TraceEvent event) {
    return Landmarks.millis(event.nanos());
  }
}
