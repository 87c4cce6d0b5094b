package unjam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.projection.IoLog;
import unjam.projection.IoOutcome;
import unjam.scsi.Errno;

/** How many IOs each disk has answered until an instant; an index, built once. */
public final class Answers {

  private final TreeMap<Integer, long[]> ended = new TreeMap<>();
  private final TreeMap<Integer, long[]> latencies = new TreeMap<>();
  private final TreeMap<Integer, long[]> failed = new TreeMap<>();

  private Answers() {}

  public static Answers of(IoLog log) {
    TreeMap<Integer, List<Long>> all = new TreeMap<>();
    TreeMap<Integer, List<Long>> bad = new TreeMap<>();
    TreeMap<Integer, List<Long>> spans = new TreeMap<>();
    int count = log.endedCount(Long.MAX_VALUE);
    for (int n = 0; n < count; n++) {
      IoOutcome io = log.ended(n);
      (io.errno() == Errno.OK ? all : bad)
          .computeIfAbsent(io.device(), device -> new ArrayList<>())
          .add(io.end());
      if (io.errno() == Errno.OK) {
        spans.computeIfAbsent(io.device(), device -> new ArrayList<>()).add(io.latency());
      }
    }
    Answers answers = new Answers();
    all.forEach((device, ends) -> answers.ended.put(device, array(ends)));
    spans.forEach((device, each) -> answers.latencies.put(device, array(each)));
    bad.forEach((device, ends) -> answers.failed.put(device, array(ends)));
    return answers;
  }

  private static long[] array(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  /** IOs of a device that had ended well. */
  public int well(int device, long nanos) {
    return until(ended.get(device), nanos);
  }

  /** IOs of a device that had ended with an error. */
  public int failed(int device, long nanos) {
    return until(failed.get(device), nanos);
  }

  /** Nanoseconds that the last IO of a device took that had ended well, or -1 for none. */
  public long lastLatency(int device, long nanos) {
    int count = well(device, nanos);
    long[] all = latencies.get(device);
    return all == null || count == 0 ? -1 : all[count - 1];
  }

  private static int until(long @Nullable [] ends, long nanos) {
    if (ends == null) {
      return 0;
    }
    int at = Arrays.binarySearch(ends, nanos);
    if (at < 0) {
      return -at - 1;
    }
    while (at < ends.length && ends[at] == nanos) {
      at++;
    }
    return at;
  }
}
