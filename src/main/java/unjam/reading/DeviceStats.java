package unjam.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import unjam.scsi.BlkStatus;
import unjam.scsi.IoOp;
import unjam.trace.BlockFact.RequestAllocated;
import unjam.trace.BlockFact.RequestEnded;
import unjam.trace.Trace;

/** The requests of every disk, indexed once, for figures over any window of time. */
public final class DeviceStats {

  /**
   * What a disk had done when a request ended, that one included.
   *
   * @param at when it ended
   * @param latency of this one
   * @param longest latency so far
   */
  private record Sums(
      long at,
      long latency,
      long longest,
      int reads,
      int writes,
      int flushes,
      int errors,
      long readBytes,
      long writeBytes,
      long latencies) {

    static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Sums plus(long when, long took, RequestAllocated asked, boolean failed) {
      IoOp op = asked.op();
      return new Sums(
          when, took, Math.max(longest, took),
          reads + (op == IoOp.READ ? 1 : 0),
          writes + (op == IoOp.WRITE ? 1 : 0),
          flushes + (op == IoOp.FSYNC ? 1 : 0),
          errors + (failed ? 1 : 0),
          readBytes + (op == IoOp.READ ? asked.bytes() : 0),
          writeBytes + (op == IoOp.WRITE ? asked.bytes() : 0),
          latencies + took);
    }
  }

  /** Requests of one disk, and when it had any: busy[i] is the busy time before changes[i]. */
  private static final class OneDisk {
    final List<Sums> ended = new ArrayList<>();
    final List<Long> changes = new ArrayList<>();
    final List<Long> busy = new ArrayList<>();
    final List<Integer> open = new ArrayList<>();
    int now;

    void change(long at, int by) {
      long before = 0;
      if (!changes.isEmpty()) {
        before = busy.getLast() + (now > 0 ? at - changes.getLast() : 0);
      }
      changes.add(at);
      busy.add(before);
      now += by;
      open.add(now);
    }

    long busyUntil(long at) {
      int low = 0;
      int high = changes.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (changes.get(middle) <= at) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low == 0) {
        return 0;
      }
      long last = changes.get(low - 1);
      return busy.get(low - 1) + (open.get(low - 1) > 0 ? at - last : 0);
    }
  }

  private final TreeMap<Integer, OneDisk> disks = new TreeMap<>();

  private DeviceStats() {}

  public static DeviceStats of(Trace trace) {
    DeviceStats stats = new DeviceStats();
    long[] born = new long[trace.commands()];
    RequestAllocated[] asked = new RequestAllocated[trace.commands()];
    Arrays.fill(born, -1);
    for (int seq = 0; seq < trace.size(); seq++) {
      int cmd = trace.cmd(seq);
      if (cmd < 0) {
        continue;
      }
      if (trace.fact(seq) instanceof RequestAllocated allocated) {
        born[cmd] = trace.nanos(seq);
        asked[cmd] = allocated;
        stats.disk(trace.device(seq)).change(trace.nanos(seq), 1);
      } else if (trace.fact(seq) instanceof RequestEnded end && end.last() && born[cmd] >= 0) {
        OneDisk disk = stats.disk(trace.device(seq));
        long at = trace.nanos(seq);
        disk.change(at, -1);
        if (!asked[cmd].admin()) {
          Sums before = disk.ended.isEmpty() ? Sums.NOTHING : disk.ended.getLast();
          disk.ended.add(
              before.plus(at, at - born[cmd], asked[cmd], end.error() != BlkStatus.OK));
        }
        born[cmd] = -1;
      }
    }
    return stats;
  }

  private OneDisk disk(int device) {
    return disks.computeIfAbsent(device, key -> new OneDisk());
  }

  /** What a disk did in {@code (from, to]}; nothing for a disk that is not there. */
  public DeviceLoad between(int device, long from, long to) {
    OneDisk disk = disks.getOrDefault(device, new OneDisk());
    int first = firstAfter(disk.ended, from);
    int end = firstAfter(disk.ended, to);
    Sums before = first == 0 ? Sums.NOTHING : disk.ended.get(first - 1);
    Sums until = end == 0 ? Sums.NOTHING : disk.ended.get(end - 1);
    return new DeviceLoad(
        until.reads() - before.reads(), until.writes() - before.writes(),
        until.flushes() - before.flushes(), until.errors() - before.errors(),
        until.readBytes() - before.readBytes(), until.writeBytes() - before.writeBytes(),
        until.latencies() - before.latencies(), longest(disk.ended, first, end),
        disk.busyUntil(to) - disk.busyUntil(from), to - from);
  }

  private static long longest(List<Sums> ended, int first, int end) {
    if (first == 0) {
      return end == 0 ? 0 : ended.get(end - 1).longest();
    }
    long longest = 0;
    for (int i = first; i < end; i++) {
      longest = Math.max(longest, ended.get(i).latency());
    }
    return longest;
  }

  private static int firstAfter(List<Sums> ended, long instant) {
    int low = 0;
    int high = ended.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ended.get(middle).at() <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
