package unjam.projection;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Errno;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** What became of every IO of a trace; the past that a {@link StackState} does not hold. */
public final class IoLog {

  private final Trace trace;
  private final int[] startSeq;
  private final int[] endSeq;
  private final int[] dispatches;
  private final int[] timeouts;
  private final int[] requeues;
  private final int[] maxRetries;
  private final TreeMap<Integer, Integer> servedSeq = new TreeMap<>();
  private final IntList ended = new IntList();

  IoLog(Trace trace) {
    this.trace = trace;
    int count = trace.ioNames().size();
    startSeq = new int[count];
    endSeq = new int[count];
    dispatches = new int[count];
    timeouts = new int[count];
    requeues = new int[count];
    maxRetries = new int[count];
    Arrays.fill(startSeq, -1);
    Arrays.fill(endSeq, -1);
  }

  void observe(TraceEvent event) {
    if (event.fact() instanceof IoFact fact) {
      switch (fact) {
        case IoFact.IoStarted started -> begin(started.io(), event.seq());
        case IoFact.OpenWaits waits -> begin(waits.io(), event.seq());
        case IoFact.IoEnded end -> end(end.io(), event.seq());
        case IoFact.OpenFailed failed -> end(failed.io(), event.seq());
        case IoFact.SgHeaderFilled filled -> { }
      }
    } else if (event.fact() instanceof AboveFact.ServedElsewhere served) {
      servedSeq.put(served.io(), event.seq());
    } else {
      int io = trace.ioOf(event.cmd());
      if (known(io)) {
        ofCommand(io, event.fact());
      }
    }
  }

  private void begin(int io, int seq) {
    if (known(io)) {
      startSeq[io] = seq;
    }
  }

  private void end(int io, int seq) {
    if (known(io) && endSeq[io] < 0) {
      endSeq[io] = seq;
      ended.add(io);
    }
  }

  private boolean known(int io) {
    return io >= 0 && io < startSeq.length;
  }

  private void ofCommand(int io, Fact fact) {
    if (fact instanceof MidLayerFact.Dispatched) {
      dispatches[io]++;
    } else if (fact instanceof MidLayerFact.QueueInserted inserted) {
      retried(io, inserted.retries());
    } else if (fact instanceof MidLayerFact.Finished finished) {
      retried(io, finished.retries());
    } else if (fact instanceof BlockFact.Requeued requeued && !requeued.refused()) {
      requeues[io]++;
    } else if (fact instanceof TimeoutFact.TimedOut timedOut) {
      timeouts[io]++;
      retried(io, timedOut.retries());
    } else if (fact instanceof TimeoutFact.AbortRan ran) {
      retried(io, ran.retries());
    } else if (fact instanceof EhFact.EhAdded added) {
      retried(io, added.retries());
    }
  }

  private void retried(int io, int retries) {
    maxRetries[io] = Math.max(maxRetries[io], retries);
  }

  /** Number of IOs. */
  public int size() {
    return startSeq.length;
  }

  /** What became of one IO. */
  public IoOutcome of(int io) {
    IoFact.@Nullable IoStarted started = null;
    long ret = 0;
    Errno errno = Errno.OK;
    int device = -1;
    if (startSeq[io] >= 0) {
      device = trace.device(startSeq[io]);
      if (trace.fact(startSeq[io]) instanceof IoFact.IoStarted fact) {
        started = fact;
      }
    }
    if (endSeq[io] >= 0) {
      device = device >= 0 ? device : trace.device(endSeq[io]);
      if (trace.fact(endSeq[io]) instanceof IoFact.IoEnded fact) {
        ret = fact.ret();
        errno = fact.errno();
      } else if (trace.fact(endSeq[io]) instanceof IoFact.OpenFailed fact) {
        ret = -1;
        errno = fact.errno();
      }
    }
    Integer served = servedSeq.get(io);
    device = served == null ? device : trace.device(served);
    return new IoOutcome(
        io, trace.ioNames().get(io), device, startSeq[io], endSeq[io], instant(startSeq[io]),
        instant(endSeq[io]), ret, errno, started != null && started.background(),
        served != null, dispatches[io],
        timeouts[io], requeues[io], maxRetries[io]);
  }

  private long instant(int seq) {
    return seq < 0 ? -1 : trace.nanos(seq);
  }

  /** All of them, by index. */
  public List<IoOutcome> all() {
    return IntStream.range(0, size()).mapToObj(this::of).toList();
  }

  /** Those that had ended at an instant, in the order of their ends. */
  public List<IoOutcome> endedUntil(long nanos) {
    return IntStream.range(0, endedCount(nanos)).mapToObj(i -> of(ended.get(i))).toList();
  }

  /** How many had ended at an instant. */
  public int endedCount(long nanos) {
    int low = 0;
    int high = ended.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (trace.nanos(endSeq[ended.get(middle)]) <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The n-th IO to end, from 0. */
  public IoOutcome ended(int n) {
    return of(ended.get(n));
  }
}
