package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import unjam.projection.IoLog;
import unjam.projection.IoOutcome;
import unjam.scsi.Errno;

/** How long every IO took and how it ended, indexed once, to be cut at any instant. */
public final class Latencies {

  /** Instead of the index of a device: every disk. */
  public static final int ALL = -1;

  /** The IOs of one disk in the order of their ends. */
  private static final class OneDisk {
    private final List<IoOutcome> told = new ArrayList<>();
    private long[] ends = {};
    private int[] errors = {};
    private PrefixOrder latencies = new PrefixOrder();

    OneDisk close() {
      ends = told.stream().mapToLong(IoOutcome::end).toArray();
      latencies = new PrefixOrder(told.stream().mapToLong(IoOutcome::latency).toArray());
      errors = new int[told.size() + 1];
      for (int i = 0; i < told.size(); i++) {
        errors[i + 1] = errors[i] + (told.get(i).errno() == Errno.OK ? 0 : 1);
      }
      told.clear();
      return this;
    }

    int until(long nanos) {
      int low = 0;
      int high = ends.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ends[middle] <= nanos) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private static final OneDisk NONE = new OneDisk().close();

  private final TreeMap<Integer, OneDisk> disks = new TreeMap<>();

  private Latencies() {}

  /** Reads what became of every IO. */
  public static Latencies of(IoLog ios) {
    Latencies all = new Latencies();
    int count = ios.endedCount(Long.MAX_VALUE);
    for (int n = 0; n < count; n++) {
      IoOutcome io = ios.ended(n);
      if (io.latency() >= 0) {
        all.disk(io.device()).told.add(io);
        all.disk(ALL).told.add(io);
      }
    }
    all.disks.values().forEach(OneDisk::close);
    return all;
  }

  private OneDisk disk(int device) {
    return disks.computeIfAbsent(device, key -> new OneDisk());
  }

  private OneDisk known(int device) {
    return disks.getOrDefault(device, NONE);
  }

  /** The latencies of what a disk's applications had been told at an instant. */
  public LatencyHistogram at(int device, long nanos) {
    OneDisk disk = known(device);
    return new LatencyHistogram(disk.latencies, disk.until(nanos));
  }

  /** How many of them had been told an error. */
  public int errors(int device, long nanos) {
    OneDisk disk = known(device);
    return disk.errors[disk.until(nanos)];
  }
}
