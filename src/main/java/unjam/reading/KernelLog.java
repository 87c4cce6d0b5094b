package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import unjam.trace.MachineFact.Printed;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Everything that the kernel printed, indexed once and cut at any instant. */
public final class KernelLog {

  private final List<LogLine> lines;

  private KernelLog(List<LogLine> lines) {
    this.lines = List.copyOf(lines);
  }

  public static KernelLog of(Trace trace) {
    List<LogLine> lines = new ArrayList<>();
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof Printed printed) {
        TraceEvent event = trace.event(seq);
        lines.add(
            new LogLine(
                seq, event.nanos(), printed.level(), event.device(), event.host(),
                printed.line()));
      }
    }
    return new KernelLog(lines);
  }

  /** All lines, oldest first. */
  public List<LogLine> lines() {
    return lines;
  }

  /** The lines that had been printed at an instant, oldest first. */
  public List<LogLine> until(long nanos) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).nanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return lines.subList(0, low);
  }

  /** The lines that had been printed when an event had happened, oldest first. */
  public List<LogLine> after(int seq) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).seq() <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return lines.subList(0, low);
  }
}
