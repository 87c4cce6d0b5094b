package unjam.analysis;

import static unjam.analysis.Invariant.DEPTH_IS_NOT_EXCEEDED;
import static unjam.analysis.Invariant.DEVICE_STATES_ARE_LEGAL;
import static unjam.analysis.Invariant.ONE_TIMER_PER_QUEUE;
import static unjam.analysis.Invariant.TAGS_ARE_UNIQUE;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TraceEvent;

/** Devices with their queues: timer, tags, depth, state. */
final class QueueWatch extends Watch {

  private static final class Queue {
    final Hctl at;
    SdevState state = SdevState.SDEV_RUNNING;
    int depth = Integer.MAX_VALUE;
    int inFlight;
    long expiresAt = -1;

    /** The events at which state, depth and timer became what they are. */
    int stateAt;

    int depthAt;
    int timerAt = BY_ITSELF;

    Queue(Hctl at, int addedAt) {
      this.at = at;
      stateAt = addedAt;
      depthAt = addedAt;
    }
  }

  private final List<@Nullable Queue> queues = new ArrayList<>();
  private final TreeMap<Integer, TreeMap<Integer, Integer>> holderOfTag = new TreeMap<>();
  private final TreeMap<Integer, Integer> tagOf = new TreeMap<>();
  private final TreeMap<Integer, Integer> tagSince = new TreeMap<>();
  private final TreeMap<Integer, Integer> queueOfInFlight = new TreeMap<>();

  QueueWatch(Tally tally) {
    super(tally);
  }

  @Override
  void see(TraceEvent event) {
    if (event.fact() instanceof MachineFact fact) {
      machine(event, fact);
    }
    Queue queue = queue(event.device());
    if (queue == null) {
      return;
    }
    if (event.fact() instanceof BlockFact fact) {
      block(event, queue, fact);
    } else if (event.fact() instanceof MidLayerFact.Finished
        || event.fact() instanceof MidLayerFact.QueueInserted
        || event.fact() instanceof MidLayerFact.QueuecommandBusy) {
      leaves(event.cmd());
    } else if (event.fact() instanceof MidLayerFact.QueueFullNoted full) {
      queue.depth = full.depth();
      queue.depthAt = event.seq();
    }
  }

  private @Nullable Queue queue(int device) {
    return device < 0 || device >= queues.size() ? null : queues.get(device);
  }

  private void machine(TraceEvent event, MachineFact fact) {
    if (fact instanceof MachineFact.DeviceAdded added) {
      while (queues.size() <= event.device()) {
        queues.add(null);
      }
      queues.set(event.device(), new Queue(added.at(), event.seq()));
    } else if (fact instanceof MachineFact.KnobSet set) {
      for (Queue queue : queues) {
        if (queue != null && set.scope().covers(queue.at)) {
          knob(event, queue, set);
        }
      }
    } else if (fact instanceof MachineFact.DeviceStateSet set) {
      Queue queue = queue(event.device());
      if (queue != null) {
        state(event, queue, set);
      }
    }
  }

  private static void knob(TraceEvent event, Queue queue, MachineFact.KnobSet set) {
    if (set.knob() == Knob.QUEUE_DEPTH) {
      queue.depth = Integer.decode(set.value());
      queue.depthAt = event.seq();
    } else if (set.knob() == Knob.STATE) {
      for (SdevState state : SdevState.values()) {
        queue.state = state.sysfs().equals(set.value()) ? state : queue.state;
      }
      queue.stateAt = event.seq();
    }
  }

  private void state(TraceEvent event, Queue queue, MachineFact.DeviceStateSet set) {
    require(
        set.old() == queue.state, DEVICE_STATES_ARE_LEGAL, event, queue.stateAt,
        () -> queue.at + " is " + queue.state.sysfs() + ", not " + set.old().sysfs());
    require(
        set.legal() == set.old().mayBecome(set.next()), DEVICE_STATES_ARE_LEGAL, event,
        queue.stateAt,
        () ->
            queue.at + " from " + set.old().sysfs() + " to " + set.next().sysfs()
                + (set.legal() ? " was let through" : " was refused"));
    if (set.legal()) {
      queue.state = set.next();
      queue.stateAt = event.seq();
    }
  }

  private void block(TraceEvent event, Queue queue, BlockFact fact) {
    switch (fact) {
      case BlockFact.RequestStarted started -> started(event, queue, started);
      case BlockFact.Requeued requeued -> {
        leaves(event.cmd());
        freeTag(event);
      }
      case BlockFact.RequestEnded ended -> {
        if (ended.last()) {
          leaves(event.cmd());
          freeTag(event);
        }
      }
      case BlockFact.TimerArmed armed -> {
        queue.expiresAt = armed.expiresAt();
        queue.timerAt = event.seq();
      }
      case BlockFact.TimerFired fired -> fired(event, queue);
      case BlockFact.RequestAllocated allocated -> { }
      case BlockFact.Refused refused -> { }
      case BlockFact.RequestAborted aborted -> { }
      case BlockFact.RequeueWorkRan ran -> { }
      case BlockFact.QueueRunDelayed delayed -> { }
      case BlockFact.TimeoutScanned scanned -> { }
    }
  }

  private void fired(TraceEvent event, Queue queue) {
    require(
        queue.expiresAt >= 0, ONE_TIMER_PER_QUEUE, event, queue.timerAt,
        () -> "the timer of " + queue.at + " fires and was not set");
    long set = queue.expiresAt;
    require(
        event.nanos() >= set, ONE_TIMER_PER_QUEUE, event, queue.timerAt,
        () ->
            "the timer of " + queue.at + " fires at " + event.nanos() + " ns, it was set to "
                + set + " ns");
    queue.expiresAt = -1;
    queue.timerAt = event.seq();
  }

  private void started(TraceEvent event, Queue queue, BlockFact.RequestStarted started) {
    if (queueOfInFlight.put(event.cmd(), event.device()) == null) {
      queue.inFlight++;
    }
    require(
        queue.inFlight <= queue.depth, DEPTH_IS_NOT_EXCEEDED, event, queue.depthAt,
        () ->
            queue.at + " has " + queue.inFlight + " commands in flight, its depth is "
                + queue.depth);
    TreeMap<Integer, Integer> tags =
        holderOfTag.computeIfAbsent(event.host(), key -> new TreeMap<>());
    Integer holder = tags.put(started.tag(), event.cmd());
    require(
        holder == null || holder == event.cmd(), TAGS_ARE_UNIQUE, event,
        tagSince.getOrDefault(holder == null ? BY_ITSELF : holder, BY_ITSELF),
        () -> cmd(event) + " and command " + holder + " have tag " + started.tag());
    tagOf.put(event.cmd(), started.tag());
    tagSince.put(event.cmd(), event.seq());
  }

  private void leaves(int cmd) {
    Integer device = queueOfInFlight.remove(cmd);
    Queue queue = device == null ? null : queue(device);
    if (queue != null) {
      queue.inFlight--;
    }
  }

  private void freeTag(TraceEvent event) {
    Integer tag = tagOf.remove(event.cmd());
    tagSince.remove(event.cmd());
    TreeMap<Integer, Integer> tags = holderOfTag.get(event.host());
    if (tag != null && tags != null) {
      tags.remove(tag, event.cmd());
    }
  }
}
