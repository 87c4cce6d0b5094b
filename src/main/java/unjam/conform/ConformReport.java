package unjam.conform;

import java.util.List;
import unjam.catalog.Problem;

/** The verdicts as text: a summary line, and a Markdown report with a table and every finding. */
public final class ConformReport {

  private ConformReport() {}

  /** {@code 112 of 114 recordings hold, 1 diverges, 0 could not be run, 1 not scored}. */
  public static String summary(List<Verdict> verdicts) {
    long notScored = count(verdicts, Verdict.Outcome.ForReadingOnly.class);
    long notRun =
        count(verdicts, Verdict.Outcome.NotPutUp.class)
            + count(verdicts, Verdict.Outcome.Unreadable.class);
    long passed = verdicts.stream().filter(Verdict::passes).count();
    long diverge = verdicts.size() - passed - notRun;
    return (passed - notScored) + " of " + (verdicts.size() - notScored) + " recordings hold, "
        + diverge + (diverge == 1 ? " diverges, " : " diverge, ") + notRun + " could not be run"
        + (notScored == 0 ? "" : "; " + notScored + " for reading only");
  }

  private static long count(List<Verdict> verdicts, Class<? extends Verdict.Outcome> type) {
    return verdicts.stream().filter(each -> type.isInstance(each.outcome())).count();
  }

  /** A Markdown report. */
  public static String markdown(List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder("# Conformance to recordings of real kernels\n\n");
    text.append(summary(verdicts)).append(".\n\n");
    text.append("| recording | shows | verdict | first finding |\n|---|---|---|---|\n");
    for (Verdict each : verdicts) {
      text.append("| ").append(cell(each.title()))
          .append(" | ").append(cell(each.shows()))
          .append(" | ").append(word(each))
          .append(" | ").append(cell(firstFinding(each)))
          .append(" |\n");
    }
    verdicts.forEach(each -> findings(text, each));
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static String word(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Verdict.Outcome.Holds _ -> "holds";
      case Verdict.Outcome.ForReadingOnly _ -> "not scored";
      case Verdict.Outcome.NotPutUp _, Verdict.Outcome.Unreadable _ -> "**not run**";
      case Verdict.Outcome.Diverges _ ->
          verdict.passes() ? "holds, but for the recording's own noise" : "**diverges**";
    };
  }

  private static String firstFinding(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Verdict.Outcome.Holds(var notes) -> String.join("; ", notes);
      case Verdict.Outcome.ForReadingOnly(var why) -> why;
      case Verdict.Outcome.NotPutUp(var reasons) -> reasons.getFirst();
      case Verdict.Outcome.Unreadable(var problems) -> problems.getFirst().text();
      case Verdict.Outcome.Diverges(var findings, _) -> findings.getFirst().text();
    };
  }

  private static void findings(StringBuilder text, Verdict verdict) {
    List<String> lines =
        switch (verdict.outcome()) {
          case Verdict.Outcome.Holds _, Verdict.Outcome.ForReadingOnly _ -> List.of();
          case Verdict.Outcome.NotPutUp(var reasons) -> reasons;
          case Verdict.Outcome.Unreadable(var problems) ->
              problems.stream().map(Problem::text).toList();
          case Verdict.Outcome.Diverges(var findings, _) ->
              findings.stream().map(Verdict.Finding::text).toList();
        };
    if (!lines.isEmpty()) {
      text.append("\n## ").append(verdict.title()).append("\n\n");
      lines.forEach(line -> text.append("- ").append(line.replace("\n", " ")).append("\n"));
    }
  }
}
