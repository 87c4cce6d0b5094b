package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.projection.TraceWriter;
import unjam.scsi.LogLevel;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

class KernelLogTest {

  private static final long MS = 1_000_000;

  private final Trace trace = twoLines();
  private final KernelLog log = KernelLog.of(trace);

  private static Trace twoLines() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    writer.at(30_512.345_678);
    print(writer, LogLevel.KERN_ERR, "sd 0:0:0:0: [sda] tag#3 FAILED");
    writer.at(100_000_000);
    print(writer, LogLevel.KERN_INFO, "late");
    return writer.freeze();
  }

  private static void print(TraceWriter writer, LogLevel level, String line) {
    writer.note(
        ExecContext.scsiEh(0), KernelFunction.PRINTK, -1, 0, 0,
        new MachineFact.Printed(level, line));
  }

  @Test
  void theLogAtAnInstantIsWhatHadBeenPrintedByThen() {
    assertThat(log.until(30_000 * MS)).isEmpty();
    assertThat(log.until(31_000 * MS)).extracting(LogLine::level)
        .containsExactly(LogLevel.KERN_ERR);
    assertThat(log.until(Long.MAX_VALUE)).hasSize(2);
    assertThat(log.after(trace.size() - 2)).hasSize(1);
  }

  @Test
  void aLineLooksAsInDmesgInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(log.lines().getFirst().dmesg())
          .isEqualTo("[   30.512345] sd 0:0:0:0: [sda] tag#3 FAILED");
      assertThat(log.lines().getLast().dmesg()).isEqualTo("[100000.000000] late");
    } finally {
      Locale.setDefault(before);
    }
  }
}
