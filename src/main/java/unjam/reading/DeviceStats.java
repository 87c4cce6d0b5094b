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

  /** One request that ended. */
  private record Ended(long at, long latency, IoOp op, int bytes, boolean failed) {}

  /** Requests of one disk, and when it had any: busy[i] is the busy time before changes[i]. */
  private static final class OneDisk {
    final List<Ended> ended = new ArrayList<>();
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
          disk.ended.add(
              new Ended(
                  at, at - born[cmd], asked[cmd].op(), asked[cmd].bytes(),
                  end.error() != BlkStatus.OK));
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
    int[] count = new int[IoOp.values().length];
    long[] bytes = new long[IoOp.values().length];
    int errors = 0;
    long sum = 0;
    long max = 0;
    for (int i = firstAfter(disk.ended, from); i < disk.ended.size(); i++) {
      Ended each = disk.ended.get(i);
      if (each.at() > to) {
        break;
      }
      count[each.op().ordinal()]++;
      bytes[each.op().ordinal()] += each.bytes();
      errors += each.failed() ? 1 : 0;
      sum += each.latency();
      max = Math.max(max, each.latency());
    }
    return new DeviceLoad(
        count[IoOp.READ.ordinal()], count[IoOp.WRITE.ordinal()], count[IoOp.FSYNC.ordinal()],
        errors, bytes[IoOp.READ.ordinal()], bytes[IoOp.WRITE.ordinal()], sum, max,
        disk.busyUntil(to) - disk.busyUntil(from), to - from);
  }

  private static int firstAfter(List<Ended> ended, long instant) {
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
