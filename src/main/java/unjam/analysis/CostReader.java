package unjam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import unjam.analysis.CostCard.Hurt;
import unjam.projection.DeviceView;
import unjam.projection.IoLog;
import unjam.projection.IoOutcome;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.scsi.BlkStatus;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.BlockFact.Gate;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/** Adds up what a run cost. */
public final class CostReader {

  private final Trace trace;
  private final Timeline timeline;
  private final BitSet sick = new BitSet();
  private final TreeMap<Integer, BitSet> waited = new TreeMap<>();
  private final BitSet dispatched = new BitSet();
  private int timeouts;
  private int retries;
  private int aborts;
  private int resets;
  private int late;
  private int lines;
  private long firstTrouble = -1;
  private long lastTrouble = -1;

  private CostReader(Timeline timeline) {
    this.timeline = timeline;
    trace = timeline.trace();
  }

  /** Reads a run. */
  public static CostCard of(Timeline timeline, EhPasses passes) {
    CostReader reader = new CostReader(timeline);
    int[] troubled = Troubled.since(reader.trace);
    for (int seq = 0; seq < reader.trace.size(); seq++) {
      reader.count(seq, reader.trace.fact(seq));
      reader.trouble(seq, troubled);
    }
    return reader.card(passes);
  }

  private void count(int seq, Fact fact) {
    switch (fact) {
      case TimeoutFact each -> timeout(seq, each);
      case MidLayerFact each -> midLayer(seq, each);
      case EhFact each -> recovery(seq, each);
      case BlockFact each -> block(seq, each);
      case MachineFact each -> lines += each instanceof MachineFact.Printed ? 1 : 0;
      case TargetFact each -> late += each instanceof TargetFact.BioEnded(_, var of) && of ? 1 : 0;
      case IscsiFact each -> { }
      case CallFact each -> { }
      case IoFact each -> { }
      case AboveFact each -> above(each);
    }
  }

  private void timeout(int seq, TimeoutFact fact) {
    if (fact instanceof TimeoutFact.TimedOut) {
      timeouts++;
      sick(seq);
    }
  }

  private void midLayer(int seq, MidLayerFact fact) {
    int cmd = trace.cmd(seq);
    if (fact instanceof MidLayerFact.Dispatched && cmd >= 0) {
      retries += dispatched.get(cmd) ? 1 : 0;
      dispatched.set(cmd);
    } else if (fact instanceof MidLayerFact.LateCompletionDropped) {
      late++;
    }
  }

  private void recovery(int seq, EhFact fact) {
    if (fact instanceof EhFact.HookCalled called) {
      boolean abort = called.hook() == EhHook.EH_ABORT_HANDLER;
      aborts += abort ? 1 : 0;
      resets += abort ? 0 : 1;
    } else if (fact instanceof EhFact.EhAdded) {
      sick(seq);
    }
  }

  private void block(int seq, BlockFact fact) {
    if (fact instanceof BlockFact.RequestEnded ended && isOfTheDisk(ended.error())) {
      sick(seq);
    } else if (fact instanceof BlockFact.Refused refused
        && (refused.gate() == Gate.HOST_IN_RECOVERY || refused.gate() == Gate.DEVICE_STATE)) {
      waits(seq);
    }
  }

  /** An answer that nobody waits for any more is late too, wherever it is thrown away. */
  private void above(AboveFact fact) {
    if (fact instanceof AboveFact.CameLate came && came.status() == BlkStatus.OK) {
      late++;
    }
  }

  /** What only the disk itself can say; who is behind a lost path is told other errors too. */
  private static boolean isOfTheDisk(BlkStatus error) {
    return switch (error) {
      case MEDIUM, TARGET, PROTECTION, NOSPC -> true;
      case OK, NOTSUPP, TRANSPORT, RESV_CONFLICT, RESOURCE, DEV_RESOURCE, AGAIN, OFFLINE,
          ZONE_OPEN_RESOURCE, DURATION_LIMIT, IOERR ->
          false;
    };
  }

  private void sick(int seq) {
    if (trace.device(seq) >= 0) {
      sick.set(trace.device(seq));
    }
  }

  private void waits(int seq) {
    int io = trace.ioOf(trace.cmd(seq));
    if (io >= 0 && trace.device(seq) >= 0) {
      waited.computeIfAbsent(trace.device(seq), device -> new BitSet()).set(io);
    }
  }

  /** A command is in trouble from the event that made its story to its last one. */
  private void trouble(int seq, int[] troubled) {
    int cmd = trace.cmd(seq);
    if (cmd >= 0 && troubled[cmd] >= 0 && seq >= troubled[cmd]) {
      firstTrouble = firstTrouble < 0 ? trace.nanos(seq) : firstTrouble;
      lastTrouble = trace.nanos(seq);
    }
  }

  private CostCard card(EhPasses passes) {
    List<IoOutcome> ios = asked();
    long[] waits = ios.stream().mapToLong(this::wait).sorted().toArray();
    long open = passes.all().stream().mapToLong(EhPass::open).max().orElse(-1);
    return new CostCard(
        ios.size(),
        (int) ios.stream().filter(each -> each.ended() && each.errno() != Errno.OK).count(),
        (int) ios.stream().filter(each -> !each.ended()).count(),
        (int) ios.stream().filter(IoOutcome::elsewhere).count(),
        waits.length == 0 ? 0 : waits[waits.length - 1],
        rank(waits),
        Arrays.stream(waits).sum(),
        timeouts,
        retries,
        aborts,
        resets,
        passes.all().size(),
        passes.all().stream().mapToLong(each -> each.open() - each.shut()).sum(),
        firstTrouble < 0 ? 0 : Math.max(lastTrouble, open) - firstTrouble,
        late,
        lines,
        offline(),
        hurt(passes));
  }

  private List<IoOutcome> asked() {
    IoLog log = timeline.ios();
    return log.all().stream()
        .filter(each -> each.startSeq() >= 0 || each.ended())
        .filter(each -> !each.background())
        .toList();
  }

  /** Who cannot even open a disk has not waited. */
  private long wait(IoOutcome io) {
    if (io.startSeq() < 0) {
      return 0;
    }
    return (io.ended() ? io.end() : trace.endNanos()) - io.start();
  }

  /** Nearest rank: the smallest wait that at least 99 of 100 do not exceed. */
  private static long rank(long[] sorted) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * 99 + 99) / 100 - 1];
  }

  private List<Integer> offline() {
    StackState end = timeline.at(trace.endNanos());
    return end.devices().stream()
        .filter(each -> !each.state().online())
        .map(DeviceView::index)
        .toList();
  }

  private List<Hurt> hurt(EhPasses passes) {
    List<Hurt> hurt = new ArrayList<>();
    waited.forEach(
        (device, ios) -> {
          if (!sick.get(device)) {
            hurt.add(new Hurt(device, waitedBehind(passes, device, ios), ios.cardinality()));
          }
        });
    hurt.sort(Comparator.comparingLong(Hurt::nanos).reversed());
    return hurt;
  }

  /** At least one of these IOs was under way, and the host was shut. */
  private long waitedBehind(EhPasses passes, int device, BitSet ios) {
    int host = timeline.at(trace.endNanos()).devices().get(device).host();
    long sum = 0;
    for (EhPass pass : passes.all()) {
      if (pass.host() == host) {
        sum += union(pass, ios);
      }
    }
    return sum;
  }

  private long union(EhPass pass, BitSet ios) {
    List<long[]> spans =
        ios.stream()
            .mapToObj(timeline.ios()::of)
            .map(io -> new long[] {
                Math.max(io.start(), pass.shut()),
                Math.min(io.ended() ? io.end() : trace.endNanos(), pass.open())})
            .filter(span -> span[0] < span[1])
            .sorted(Comparator.comparingLong(span -> span[0]))
            .toList();
    long sum = 0;
    long until = pass.shut();
    for (long[] span : spans) {
      sum += Math.max(0, span[1] - Math.max(until, span[0]));
      until = Math.max(until, span[1]);
    }
    return sum;
  }
}
