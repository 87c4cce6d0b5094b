package unjam.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import unjam.lesson.Puzzle;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.reading.KernelLog;
import unjam.reading.LogLine;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessTable;
import unjam.reading.SysfsFile;
import unjam.reading.SysfsTree;

/** A machine as its administrator sees it from a shell, as text. */
final class AdminView {

  /** What an administrator reads. */
  enum Source {
    DMESG,
    PS,
    SYSFS
  }

  private final Timeline run;
  private final StackState state;
  private final List<LogLine> log;
  private final boolean runs;
  private final long nanos;

  private AdminView(
      Timeline run, StackState state, List<LogLine> log, boolean runs, long nanos) {
    this.run = run;
    this.nanos = nanos;
    this.state = state;
    this.log = log;
    this.runs = runs;
  }

  /**
   * Where a puzzle's questions are asked, or earlier.
   *
   * @param earlier an instant in nanoseconds before that
   */
  static AdminView of(Puzzle puzzle, Optional<Long> earlier) {
    Timeline run = puzzle.run();
    KernelLog log = KernelLog.of(run.trace());
    return earlier
        .map(nanos -> new AdminView(run, run.at(nanos), log.until(nanos), false, nanos))
        .orElseGet(
            () ->
                new AdminView(
                    run, run.after(puzzle.seq()), log.after(puzzle.seq()), true,
                    puzzle.nanos()));
  }

  void write(Set<Source> sources, Writer out) throws IOException {
    out.write(
        String.format(
            Locale.ROOT, "# cut -d\" \" -f1 /proc/uptime\n%.2f\n", nanos / 1e9));
    for (Source each : sources) {
      out.write("\n");
      switch (each) {
        case DMESG -> dmesg(out);
        case PS -> processes(out);
        case SYSFS -> sysfs(out);
      }
    }
  }

  private void dmesg(Writer out) throws IOException {
    out.write("# dmesg\n");
    for (LogLine each : log) {
      out.write(each.dmesg() + "\n");
    }
  }

  /** The other machine has an administrator of its own. */
  private void processes(Writer out) throws IOException {
    List<ProcessLine> lines =
        ProcessTable.of(run.trace()).at(state, runs).stream()
            .filter(each -> !each.kind().isRemote())
            .toList();
    out.write("# ps -eo stat,wchan:32,comm\n");
    TextTable table = new TextTable();
    table.add("STAT", "WCHAN", "COMMAND");
    for (ProcessLine each : lines) {
      boolean waits = each.state() != ProcessLine.State.R && !each.stack().isEmpty();
      table.add(
          each.state().name(), waits ? each.stack().getFirst() : "-", each.name());
    }
    table.write(out);
    for (ProcessLine each : lines) {
      if (each.state() == ProcessLine.State.D) {
        out.write("\n# cat /proc/$(pgrep -x " + each.name() + ")/stack\n");
        for (String function : each.stack()) {
          out.write("[<0>] " + function + "\n");
        }
      }
    }
  }

  private void sysfs(Writer out) throws IOException {
    out.write("# grep -H . (files of sysfs and procfs)\n");
    for (SysfsFile each : SysfsTree.of(state, run.trace().header().kernel()).files()) {
      out.write(each.path() + ":" + each.value() + "\n");
    }
  }
}
