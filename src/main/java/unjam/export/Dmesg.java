package unjam.export;

import java.io.IOException;
import java.io.Writer;
import unjam.projection.Timeline;
import unjam.reading.KernelLog;
import unjam.reading.LogLine;

/**
 * The kernel log as {@code dmesg} prints it; time is counted from the scenario's beginning.
 * A comment follows if the run ends before its IOs do.
 */
public final class Dmesg implements TraceExporter {

  @Override
  public void write(Timeline timeline, Writer out) throws IOException {
    for (LogLine line : KernelLog.of(timeline.trace()).lines()) {
      out.write(line.dmesg());
      out.write('\n');
    }
    out.write(Unfinished.line(timeline).orElse(""));
  }
}
