package unjam.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import unjam.analysis.Holdings.Holding;
import unjam.analysis.Holdings.Stretch;
import unjam.engine.SimTime;
import unjam.projection.EhStep;
import unjam.projection.HostBand;
import unjam.projection.Timeline;
import unjam.reading.FunctionName;
import unjam.scsi.TimerReturn;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext.Kind;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Goes through the events about a command and finds out who had it between them. */
public final class HoldingsReader {

  /**
   * How long after an event its context counts as running. The trace has instants, not spans of
   * work; within a chain of calls events are fractions of a microsecond apart.
   */
  public static final long RUNS_ON = 20 * SimTime.NANOS_PER_MICRO;

  /** Stretches closer together than this part of its life are one: nobody could see the gap. */
  private static final int FINEST = 400;

  private final Timeline timeline;
  private final CommandEvents events;
  private final int command;
  private final Trace trace;
  private final String kernel;
  private final Map<Holder, Sum> sums = new EnumMap<>(Holder.class);
  private final List<Holder> order = new ArrayList<>();

  /** Events that have been taken up; the time after the last of them has not. */
  private int taken;

  private long finest;
  private long onCpu;

  /** Who has it while no processor works on it. */
  private Holder parked = Holder.SCHEDULER;

  /** Who has had it last. */
  private Holder holds = Holder.PROCESS;

  /** From when on the error handler has it, once it is on its list. */
  private long passBegins = Long.MAX_VALUE;

  private boolean ended;

  public HoldingsReader(Timeline timeline, CommandEvents events, int command) {
    this.timeline = timeline;
    this.events = events;
    this.command = command;
    trace = timeline.trace();
    kernel = trace.header().kernel();
  }

  /** As it is now, to be carried on without a trace. */
  private HoldingsReader(HoldingsReader as) {
    this(as.timeline, as.events, as.command);
    as.sums.forEach((holder, sum) -> sums.put(holder, new Sum(sum)));
    order.addAll(as.order);
    finest = as.finest;
    onCpu = as.onCpu;
    parked = as.parked;
    passBegins = as.passBegins;
  }

  /** What one holder has had so far. */
  private static final class Sum {
    final List<Stretch> when = new ArrayList<>();
    String where = "";
    long nanos;
    boolean runs;

    Sum() {}

    Sum(Sum as) {
      when.addAll(as.when);
      where = as.where;
      nanos = as.nanos;
      runs = as.runs;
    }
  }

  /**
   * Who has had a command until an instant. Going on from an instant that was asked for before
   * takes up only what is new.
   *
   * @param seq the last event that has happened
   * @param nanos the instant, not before that event
   */
  public Holdings until(int seq, long nanos) {
    if (events.count(command) == 0 || events.seq(command, 0) > seq) {
      return Holdings.NONE;
    }
    int happened = happened(seq);
    if (happened < taken) {
      forget();
    }
    finest = Math.max(1, (nanos - trace.nanos(events.seq(command, 0))) / FINEST);
    while (taken < happened) {
      TraceEvent event = trace.event(events.seq(command, taken));
      if (taken > 0) {
        between(trace.event(events.seq(command, taken - 1)), event.nanos());
      }
      take(event);
      taken++;
    }
    return sumUp(trace.event(events.seq(command, taken - 1)), nanos);
  }

  /** How many events about the command had happened. */
  private int happened(int seq) {
    int low = 0;
    int high = events.count(command);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.seq(command, middle) <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void forget() {
    taken = 0;
    sums.clear();
    order.clear();
    onCpu = 0;
    parked = Holder.SCHEDULER;
    passBegins = Long.MAX_VALUE;
    ended = false;
  }

  /** The time since the last event counts for now, and is not kept. */
  private Holdings sumUp(TraceEvent last, long nanos) {
    long born = trace.nanos(events.seq(command, 0));
    if (ended) {
      return new Holdings(born, last.nanos(), true, onCpu, holdings());
    }
    HoldingsReader now = new HoldingsReader(this);
    now.between(last, nanos);
    return new Holdings(born, nanos, false, now.onCpu, now.holdings());
  }

  private List<Holding> holdings() {
    List<Holding> all = new ArrayList<>();
    for (Holder holder : order) {
      Sum sum = sum(holder);
      boolean now = !ended && holder == holds;
      all.add(
          new Holding(holder, sum.where, sum.nanos, sum.when, now, now && sum.runs));
    }
    return all;
  }

  /** After an event somebody else may have it. */
  private void take(TraceEvent event) {
    if (FunctionName.isFunction(event.function())
        && !(event.fact() instanceof CallFact.Returned)) {
      sum(Holder.of(event.context())).where = FunctionName.of(event, kernel);
    }
    switch (event.fact()) {
      case BlockFact fact -> take(fact);
      case MidLayerFact fact -> take(event, fact);
      case TimeoutFact fact -> take(fact);
      case EhFact fact -> take(event, fact);
      case CallFact fact -> inContext(event);
      case IoFact fact -> { }
      case AboveFact fact -> { }
      case IscsiFact fact -> { }
      case TargetFact fact -> { }
      case MachineFact fact -> { }
    }
  }

  private void take(BlockFact fact) {
    if (fact instanceof BlockFact.RequestAllocated) {
      parked = Holder.SCHEDULER;
    } else if (fact instanceof BlockFact.Refused refused) {
      parked = Holder.GATE;
      sum(Holder.GATE).where = refused.gate().name();
    } else if (fact instanceof BlockFact.Requeued back) {
      parked = back.refused() ? Holder.GATE : Holder.REQUEUE_LIST;
    } else if (fact instanceof BlockFact.RequestEnded end) {
      ended |= end.last();
    }
  }

  private void take(TraceEvent event, MidLayerFact fact) {
    if (fact instanceof MidLayerFact.Dispatched) {
      parked = Holder.DISK;
    } else if (fact instanceof MidLayerFact.QueuecommandBusy) {
      parked = Holder.GATE;
      sum(Holder.GATE).where = BlockFact.Gate.QUEUECOMMAND.name();
    } else if (fact instanceof MidLayerFact.QueueInserted
        || fact instanceof MidLayerFact.RequeuedForPrep) {
      parked = Holder.REQUEUE_LIST;
    } else {
      inContext(event);
    }
  }

  private void take(TimeoutFact fact) {
    if (fact instanceof TimeoutFact.TimedOut out) {
      parked = out.answer() == TimerReturn.BLK_EH_DONE ? Holder.ABORT_QUEUE : parked;
    } else if (fact instanceof TimeoutFact.AbortRan) {
      parked = Holder.ABORT_WORKER;
    }
  }

  private void take(TraceEvent event, EhFact fact) {
    if (fact instanceof EhFact.EhAdded) {
      parked = Holder.EH_QUEUE;
      passBegins = passAfter(event);
    } else {
      inContext(event);
    }
  }

  private void inContext(TraceEvent event) {
    if (event.context().kind() == Kind.SCSI_EH && parked == Holder.EH_QUEUE) {
      parked = Holder.ERROR_HANDLER;
    } else if (parked == Holder.DISK && isAnswer(event.fact())) {
      parked = Holder.of(event.context());
    }
  }

  /** The driver brings it up, and it is for the command itself. */
  private static boolean isAnswer(Fact fact) {
    return fact instanceof MidLayerFact.DriverRan
        || fact instanceof MidLayerFact.Done done && !done.borrowed()
        || fact instanceof MidLayerFact.Completed;
  }

  /** The pass of the error handler in which it takes over what it was handed. */
  private long passAfter(TraceEvent added) {
    for (HostBand band :
        timeline.spans().ofHost(added.host(), added.nanos(), trace.endNanos())) {
      if (band.step() == EhStep.SENSE && band.startSeq() > added.seq()) {
        return band.start();
      }
    }
    return Long.MAX_VALUE;
  }

  private void between(TraceEvent event, long next) {
    Holder code = Holder.of(event.context());
    boolean theDisk = parked == Holder.DISK;
    boolean runsOn = next - event.nanos() <= RUNS_ON;
    if (!theDisk && runsOn) {
      add(code, event.nanos(), next, true);
      onCpu += next - event.nanos();
    } else if (parked == Holder.EH_QUEUE && next > passBegins) {
      add(Holder.EH_QUEUE, event.nanos(), passBegins, false);
      parked = Holder.ERROR_HANDLER;
      add(Holder.ERROR_HANDLER, passBegins, next, false);
    } else {
      add(parked, event.nanos(), next, false);
    }
  }

  private Sum sum(Holder holder) {
    return sums.computeIfAbsent(holder, each -> new Sum());
  }

  private void add(Holder holder, long from, long to, boolean runs) {
    Sum sum = sum(holder);
    if (!order.contains(holder)) {
      order.add(holder);
    }
    sum.nanos += to - from;
    holds = holder;
    sum.runs = runs;
    List<Stretch> when = sum.when;
    if (!when.isEmpty() && from - when.getLast().to() <= finest) {
      Stretch last = when.removeLast();
      when.add(new Stretch(last.from(), to, last.held() + to - from));
    } else {
      when.add(new Stretch(from, to, to - from));
    }
  }
}
