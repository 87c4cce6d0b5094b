package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unjam.trace.BlockFact;
import unjam.trace.BlockFact.Gate;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * Why a command is where it is: the turning points that led there, back to what somebody wanted.
 * The causes are those of the trace ({@link unjam.projection.CauseChain}) but for two, where the
 * trace names who did it and not what made it so. A timer that fires was set by whoever came first;
 * a request times out because its own clock ran out. And a gate turns away whoever asks; it is shut
 * because of something else.
 */
public final class Why {

  /** How a turning point came of the one before. */
  public enum Because {
    /** Of none: somebody wanted it. */
    WANTED,
    /** Whoever ran went on. */
    WENT_ON,
    /** Whoever ran waited for a while and went on. */
    WAITED,
    /** Somebody else went on. */
    HANDED_OVER,
    /** A clock had started there, and no answer came. */
    SILENCE,
    /** It had shut the gate. */
    SHUT_GATE
  }

  /**
   * A turning point.
   *
   * @param event what happened
   * @param because how it came of the one before
   * @param after how long after that, in nanoseconds
   */
  public record Link(TraceEvent event, Because because, long after) {}

  private static final Set<Class<? extends Fact>> TURNS =
      Set.of(
          IoFact.IoStarted.class, IoFact.OpenFailed.class, IoFact.OpenWaits.class,
          BlockFact.RequestAllocated.class, BlockFact.Refused.class,
          BlockFact.RequestStarted.class, BlockFact.RequestAborted.class,
          BlockFact.RequestEnded.class,
          MidLayerFact.QueuecommandBusy.class, MidLayerFact.Dispatched.class,
          MidLayerFact.Done.class, MidLayerFact.LateCompletionDropped.class,
          MidLayerFact.Completed.class, MidLayerFact.SenseChecked.class,
          MidLayerFact.QueueFullNoted.class, MidLayerFact.Finished.class,
          MidLayerFact.QueueInserted.class, MidLayerFact.RequeuedForPrep.class,
          TimeoutFact.TimedOut.class, TimeoutFact.DriverAsked.class,
          TimeoutFact.AbortScheduled.class,
          TimeoutFact.AbortRan.class, EhFact.EhAdded.class, EhFact.HostFailedCounted.class,
          EhFact.EhWoken.class, EhFact.HookCalled.class, EhFact.Settling.class,
          EhFact.EhCommandSent.class, EhFact.EhAction.class, EhFact.Offlined.class,
          EhFact.AutopsyMade.class, EhFact.LinkResetCalled.class, EhFact.DeviceDisabled.class,
          MachineFact.TransportStateSet.class,
          EhFact.EhFinished.class, EhFact.HostQueuesRan.class, MachineFact.HostStateSet.class,
          MachineFact.DeviceStateSet.class, MachineFact.KnobSet.class,
          MachineFact.FaultBegan.class);

  /** Turning points that are told at most. */
  private static final int MOST = 200;

  /** Events between a timer that fires and the timeouts that it finds. */
  private static final int WITHIN_A_SCAN = 64;

  /** A turning point while the chain is made; {@code because} is null for an ordinary one. */
  private record Turn(int seq, @Nullable Because because) {}

  private final Trace trace;
  private final CommandEvents events;
  private final EhPasses passes;
  private final List<Turn> turns = new ArrayList<>();

  private Why(Trace trace, CommandEvents events, EhPasses passes) {
    this.trace = trace;
    this.events = events;
    this.passes = passes;
  }

  /**
   * The turning points of a command until an event, the last one first.
   *
   * @return empty if nothing has happened to it by then
   */
  public static List<Link> of(
      Trace trace, CommandEvents events, EhPasses passes, int command, int seq) {
    int at = events.lastUntil(command, seq);
    while (at >= 0 && !turns(trace.fact(at))) {
      at = events.lastUntil(command, at - 1);
    }
    Why why = new Why(trace, events, passes);
    while (at >= 0 && why.turns.size() < MOST) {
      at = why.step(at);
    }
    return why.links();
  }

  private static boolean turns(Fact fact) {
    return TURNS.contains(fact.getClass());
  }

  /** Takes a turning point in and finds the one before; -1 if there is none. */
  private int step(int seq) {
    Fact fact = trace.fact(seq);
    if (fact instanceof TimeoutFact.TimedOut) {
      return timedOut(seq);
    }
    if (fact instanceof IoFact.IoStarted) {
      turns.add(new Turn(seq, Because.WANTED));
      return -1;
    }
    if (fact instanceof BlockFact.Refused refused) {
      return refused(seq, refused.gate());
    }
    turns.add(new Turn(seq, null));
    return turnBefore(seq);
  }

  /** The timer only noticed; the reason is the request's own clock, or a driver's wish. */
  private int timedOut(int seq) {
    int started = events.lastUntil(trace.cmd(seq), seq);
    while (started >= 0 && !(trace.fact(started) instanceof BlockFact.RequestStarted)) {
      if (trace.fact(started) instanceof BlockFact.RequestAborted) {
        turns.add(new Turn(seq, null));
        return started;
      }
      started = events.lastUntil(trace.cmd(seq), started - 1);
    }
    if (started < 0) {
      turns.add(new Turn(seq, null));
      return turnBefore(seq);
    }
    int fired = firedBefore(seq);
    if (fired < 0) {
      turns.add(new Turn(seq, Because.SILENCE));
    } else {
      turns.add(new Turn(seq, null));
      turns.add(new Turn(fired, Because.SILENCE));
    }
    return started;
  }

  private int firedBefore(int seq) {
    int at = trace.cause(seq);
    for (int i = 0; i < WITHIN_A_SCAN && at >= 0; i++) {
      if (trace.fact(at) instanceof BlockFact.TimerFired) {
        return at;
      }
      at = earlier(trace.cause(at), at);
    }
    return -1;
  }

  /** Of those who ask again and again the last and the first are told. */
  private int refused(int seq, Gate gate) {
    Optional<EhPass> pass = passes.at(trace.host(seq), seq);
    if (gate == Gate.HOST_IN_RECOVERY && pass.isPresent()) {
      turns.add(new Turn(seq, Because.SHUT_GATE));
      return pass.get().shutSeq();
    }
    int before = turnBefore(seq);
    boolean again =
        before >= 0 && trace.fact(before) instanceof BlockFact.Refused same && same.gate() == gate;
    if (!again || turns.isEmpty()) {
      turns.add(new Turn(seq, null));
    }
    return before;
  }

  private int turnBefore(int seq) {
    int at = earlier(trace.cause(seq), seq);
    while (at >= 0 && !turns(trace.fact(at))) {
      at = earlier(trace.cause(at), at);
    }
    return at;
  }

  /** A cause that is not earlier than its effect is none. */
  private static int earlier(int cause, int effect) {
    return cause < effect ? cause : -1;
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      TraceEvent event = trace.event(turns.get(i).seq());
      if (i + 1 == turns.size()) {
        links.add(new Link(event, Because.WANTED, 0));
      } else {
        TraceEvent before = trace.event(turns.get(i + 1).seq());
        long after = event.nanos() - before.nanos();
        Because said = turns.get(i).because();
        links.add(new Link(event, said == null ? ordinary(before, event) : said, after));
      }
    }
    return List.copyOf(links);
  }

  private static Because ordinary(TraceEvent before, TraceEvent event) {
    if (!before.context().equals(event.context())) {
      return Because.HANDED_OVER;
    }
    return event.nanos() - before.nanos() <= HoldingsReader.RUNS_ON
        ? Because.WENT_ON
        : Because.WAITED;
  }
}
