package unjam.lesson;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import unjam.engine.SimTime;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.Trace;

/** The facts of a run in the words in which a lesson speaks of them, one on each line. */
public final class FactLines {

  private FactLines() {}

  /** Writes all of them: seconds, fact, disk, fields, and the function that reported it. */
  public static void write(Trace trace, Writer out) throws IOException {
    Disks disks = new Disks(trace);
    for (int seq = 0; seq < trace.size(); seq++) {
      long nanos = trace.nanos(seq);
      out.write(
          String.format(
              Locale.ROOT, "%d.%06d  %s%s%s  (%s)%n", nanos / SimTime.NANOS_PER_SECOND,
              nanos % SimTime.NANOS_PER_SECOND / SimTime.NANOS_PER_MICRO,
              FactFields.name(trace.fact(seq)), on(disks.name(trace.device(seq))),
              fields(trace.fact(seq)), trace.function(seq).kernelName()));
    }
  }

  private static String on(String disk) {
    return disk.isEmpty() ? "" : " on " + disk;
  }

  private static String fields(Fact fact) {
    StringJoiner all = new StringJoiner(", ", " where ", "").setEmptyValue("");
    for (Map.Entry<String, Object> each : FactFields.of(fact).entrySet()) {
      all.add(each.getKey() + " == " + FactFilter.word(each.getValue()));
    }
    return all.toString();
  }
}
