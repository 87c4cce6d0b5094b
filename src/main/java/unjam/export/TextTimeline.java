package unjam.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.projection.Timeline;
import unjam.reading.Words;
import unjam.trace.CallFact.Returned;
import unjam.trace.FactFields;
import unjam.trace.MachineFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * A trace for people, one line an event: seconds, who runs, function, IO and disk, what the event
 * says. A function called by one that has not come back yet is indented; its answer stands behind
 * an equals sign in its own line. A comment follows if the run ends before its IOs do.
 */
public final class TextTimeline implements TraceExporter {

  private static final int FUNCTION_COLUMNS = 30;
  private static final int CONTEXT_COLUMNS = 11;
  private static final int SUBJECT_COLUMNS = 14;

  @Override
  public void write(Timeline timeline, Writer out) throws IOException {
    Trace trace = timeline.trace();
    Returns returns = new Returns(trace);
    Map<String, Deque<Integer>> open = new TreeMap<>();
    Map<Integer, String> disks = new TreeMap<>();
    for (int seq = 0; seq < trace.size(); seq++) {
      TraceEvent event = trace.event(seq);
      if (event.fact() instanceof MachineFact.DeviceAdded added) {
        disks.put(event.device(), added.disk());
      }
      Deque<Integer> calls =
          open.computeIfAbsent(event.context().text(), key -> new ArrayDeque<>());
      if (event.fact() instanceof Returned returned) {
        calls.remove(returned.call());
      }
      if (returns.isMerged(seq)) {
        continue;
      }
      out.write(line(trace, event, returns.of(seq), calls.size(), disks));
      out.write('\n');
      if (returns.seqOf(seq) >= 0) {
        calls.push(seq);
      }
    }
    out.write(Unfinished.line(timeline).orElse(""));
  }

  private static String line(
      Trace trace, TraceEvent event, Optional<Returned> answer, int depth,
      Map<Integer, String> disks) {
    StringBuilder line = new StringBuilder(seconds(event.nanos()));
    line.append("  ");
    padded(line, event.context().text(), CONTEXT_COLUMNS);
    padded(
        line, "  ".repeat(depth) + FunctionName.of(event, trace.header().kernel()),
        FUNCTION_COLUMNS);
    padded(line, subject(trace, event, disks), SUBJECT_COLUMNS);
    answer.ifPresent(returned -> line.append("= ").append(returned.value().text()).append(' '));
    if (event.fact() instanceof MachineFact.Printed printed) {
      line.append(printed.line());
    } else {
      FactFields.of(event.fact())
          .forEach((name, value) -> field(line, name, Words.of(name, value)));
    }
    return line.toString().stripTrailing();
  }

  private static void field(StringBuilder line, String name, String words) {
    if (words.equals("-") || name.equals("io") || name.equals("hook")) {
      return;
    }
    String shorter = name.endsWith("_nanos") ? name.substring(0, name.length() - 6) : name;
    line.append(shorter.equals("nanos") ? "delay" : shorter);
    line.append('=').append(words).append(' ');
  }

  private static String subject(Trace trace, TraceEvent event, Map<Integer, String> disks) {
    int io = SubjectIo.of(trace, event);
    String disk = disks.getOrDefault(event.device(), "");
    if (io >= 0 && io < trace.ioNames().size()) {
      return disk + " " + trace.ioNames().get(io);
    }
    return disk.isEmpty() && event.host() >= 0 ? "host" + event.host() : disk;
  }

  private static void padded(StringBuilder line, String text, int columns) {
    line.append(text).append(" ".repeat(Math.max(1, columns - text.length())));
  }

  /** Seconds with nine decimals, aligned for runs of less than a day. */
  private static String seconds(long nanos) {
    String whole = Long.toString(nanos / 1_000_000_000);
    String rest = Long.toString(1_000_000_000 + nanos % 1_000_000_000).substring(1);
    return " ".repeat(Math.max(0, 5 - whole.length())) + whole + "." + rest;
  }
}
