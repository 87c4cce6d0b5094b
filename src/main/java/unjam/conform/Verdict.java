package unjam.conform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.catalog.Problem;

/**
 * What came of one recording.
 *
 * @param title kernel and name, such as {@code 6.12/05-abort-fails-lun-reset-ok}
 * @param shows one line on what it is about, empty if it could not be read
 * @param outcome whether it holds
 */
public record Verdict(String title, String shows, Outcome outcome) {

  /** Whether it holds, and if not why not. */
  public sealed interface Outcome {

    /** By every rule; {@code notes} say what was taken from elsewhere than the setup. */
    record Holds(List<String> notes) implements Outcome {
      public Holds {
        notes = List.copyOf(notes);
      }
    }

    /**
     * Not by every rule.
     *
     * @param findings what is broken, first things first; at least one
     * @param excerpt both runs around the first of them, for reading
     */
    record Diverges(List<Finding> findings, String excerpt) implements Outcome {
      public Diverges {
        findings = List.copyOf(findings);
      }
    }

    /** The files are no recording, or have values that cannot be understood. */
    record Unreadable(List<Problem> problems) implements Outcome {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }

    /** The simulator cannot play it, or the run did not end; at least one reason. */
    record NotPutUp(List<String> reasons) implements Outcome {
      public NotPutUp {
        reasons = List.copyOf(reasons);
      }
    }

    /** Rule 13: not to be scored. */
    record ForReadingOnly(String why) implements Outcome {}
  }

  /** A divergence and, if it is a known one, the entry about it. */
  public record Finding(Divergence divergence, Optional<Deviation> known) {

    boolean counts() {
      return known.isEmpty() || !known.get().noise();
    }

    String text() {
      return divergence.text()
          + known.map(entry -> " [known" + (entry.noise() ? ", of the recording" : "") + ": "
              + entry.reason() + "]").orElse("");
    }
  }

  /** Whether nothing speaks against the simulator. */
  public boolean passes() {
    return switch (outcome) {
      case Outcome.Holds _, Outcome.ForReadingOnly _ -> true;
      case Outcome.NotPutUp _, Outcome.Unreadable _ -> false;
      case Outcome.Diverges(var findings, _) -> findings.stream().noneMatch(Finding::counts);
    };
  }

  /** Whether the recording itself is at fault. */
  public boolean isUnreadable() {
    return outcome instanceof Outcome.Unreadable;
  }

  /** One line: {@code holds  6.12/05-abort-fails-lun-reset-ok}. */
  public String line() {
    return switch (outcome) {
      case Outcome.Holds(var notes) ->
          "holds      " + title + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")");
      case Outcome.ForReadingOnly(var why) -> "not scored " + title + ": " + why;
      case Outcome.Unreadable(var problems) ->
          "NOT RUN    " + title + ": "
              + problems.stream().map(Problem::text).collect(Collectors.joining("; "));
      case Outcome.NotPutUp(var reasons) ->
          "NOT RUN    " + title + ": " + String.join("; ", reasons);
      case Outcome.Diverges(var findings, _) ->
          (passes() ? "holds      " : "DIVERGES   ") + title + ": " + first(findings).text()
              + (findings.size() > 1 ? " and " + (findings.size() - 1) + " more" : "");
    };
  }

  private static Finding first(List<Finding> findings) {
    return findings.stream().filter(Finding::counts).findFirst().orElse(findings.getFirst());
  }
}
