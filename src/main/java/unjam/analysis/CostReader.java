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
import unjam.scsi.SdevState;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
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

  /** Who waits no longer than this behind what is shut has not noticed, in nanoseconds. */
  private static final long NOTICED = 10_000_000;

  /** From when to when something was shut, in nanoseconds. */
  private record Closed(long from, long to) {}

  private final Trace trace;
  private final Timeline timeline;
  private final BitSet sick = new BitSet();
  private final TreeMap<Integer, List<Closed>> blocked = new TreeMap<>();
  private final BitSet dispatched = new BitSet();

  /** Whether the command that was last given to the driver had been given to it before. */
  private boolean again;

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
      case MachineFact.DeviceStateSet set -> state(seq, set);
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
      again = dispatched.get(cmd);
      retries += again ? 1 : 0;
      dispatched.set(cmd);
    } else if (fact instanceof MidLayerFact.QueuecommandBusy && cmd >= 0) {
      retries -= again ? 1 : 0;
      dispatched.set(cmd, again);
    } else if (fact instanceof MidLayerFact.LateCompletionDropped) {
      late++;
    }
  }

  private void recovery(int seq, EhFact fact) {
    if (fact instanceof EhFact.HookCalled called) {
      boolean abort = called.hook() == EhHook.EH_ABORT_HANDLER;
      aborts += abort ? 1 : 0;
      resets += abort ? 0 : 1;
    } else if (fact instanceof EhFact.LinkResetCalled || fact instanceof EhFact.AdapterReset) {
      resets++;
    } else if (fact instanceof EhFact.EhAdded) {
      sick(seq);
    }
  }

  private void block(int seq, BlockFact fact) {
    if (fact instanceof BlockFact.RequestEnded ended && isOfTheDisk(ended.error())) {
      sick(seq);
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

  /** A transport shuts a device when its path is gone, and opens it again. */
  private void state(int seq, MachineFact.DeviceStateSet set) {
    int device = trace.device(seq);
    if (device < 0 || !set.legal()) {
      return;
    }
    List<Closed> all = blocked.computeIfAbsent(device, each -> new ArrayList<>());
    boolean open = !all.isEmpty() && all.getLast().to() == trace.endNanos();
    if (set.next() == SdevState.SDEV_BLOCK && !open) {
      all.add(new Closed(trace.nanos(seq), trace.endNanos()));
    } else if (set.next() != SdevState.SDEV_BLOCK && open) {
      all.add(new Closed(all.removeLast().from(), trace.nanos(seq)));
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
    OwnedBelow owned = OwnedBelow.of(trace);
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
        repair(ios, open),
        late,
        owned.lateBytes(),
        owned.commands(),
        owned.longest(),
        lines,
        offline(),
        hurt(passes));
  }

  /** A disk that is lost or somebody who still waits is not repaired. */
  private long repair(List<IoOutcome> ios, long open) {
    if (firstTrouble < 0) {
      return 0;
    }
    boolean waits =
        ios.stream().anyMatch(each -> !each.ended() && sick.get(Math.max(0, each.device())));
    return waits || !offline().isEmpty() ? -1 : Math.max(lastTrouble, open) - firstTrouble;
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

  /** Healthy disks that somebody had to wait for because their host or their path was shut. */
  private List<Hurt> hurt(EhPasses passes) {
    List<Hurt> hurt = new ArrayList<>();
    for (DeviceView device : timeline.at(trace.endNanos()).devices()) {
      if (!sick.get(device.index())) {
        List<Closed> shut = new ArrayList<>(blocked.getOrDefault(device.index(), List.of()));
        passes.all().stream()
            .filter(each -> each.host() == device.host())
            .forEach(each -> shut.add(new Closed(each.shut(), each.open())));
        hurt(device.index(), shut, hurt);
      }
    }
    hurt.sort(Comparator.comparingLong(Hurt::nanos).reversed());
    return hurt;
  }

  private void hurt(int device, List<Closed> shut, List<Hurt> hurt) {
    if (shut.isEmpty()) {
      return;
    }
    List<Closed> waits = new ArrayList<>();
    BitSet who = new BitSet();
    for (IoOutcome io : timeline.ios().all()) {
      if (io.device() == device && io.startSeq() >= 0) {
        long end = io.ended() ? io.end() : trace.endNanos();
        for (Closed each : shut) {
          Closed both = new Closed(Math.max(each.from(), io.start()), Math.min(each.to(), end));
          if (both.to() - both.from() > NOTICED) {
            waits.add(both);
            who.set(io.io());
          }
        }
      }
    }
    if (!waits.isEmpty()) {
      hurt.add(new Hurt(device, union(waits), who.cardinality()));
    }
  }

  private static long union(List<Closed> all) {
    all.sort(Comparator.comparingLong(Closed::from));
    long sum = 0;
    long until = Long.MIN_VALUE;
    for (Closed each : all) {
      sum += Math.max(0, each.to() - Math.max(until, each.from()));
      until = Math.max(until, each.to());
    }
    return sum;
  }
}
