package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unjam.lesson.Answer;
import unjam.lesson.Judge;
import unjam.lesson.Lesson;
import unjam.lesson.LessonStep;
import unjam.lesson.Progress;
import unjam.lesson.Verdict;

/**
 * What a learner has said about a run before the stage was shown.
 *
 * @param lesson in which
 * @param step the step that asked
 * @param right whether it holds
 * @param nanos the instant that shows it
 */
public record Stated(Lesson lesson, String step, boolean right, long nanos) {

  /** What was said so far about the run that is shown; none while it is still hidden. */
  public static List<Stated> of(Session session) {
    LessonDesk desk = session.lesson();
    LessonRuns runs = desk == null ? null : desk.runs();
    if (desk == null || runs == null || desk.step().mirror() || desk.isBlind()) {
      return List.of();
    }
    List<Stated> all = new ArrayList<>();
    for (LessonStep each : desk.lesson().steps().subList(0, desk.index())) {
      Progress.Given given = desk.progress().answers().get(each.id());
      if (each.mirror() && each.run().equals(desk.step().run()) && given != null) {
        stated(desk.lesson(), each, given, runs).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Stated> stated(
      Lesson lesson, LessonStep step, Progress.Given given, LessonRuns runs) {
    Judge judge = runs.judge();
    List<String> named = given.said().isEmpty() ? List.of() : List.of(given.said().split(", "));
    Answer.Names said = new Answer.Names(named);
    Verdict verdict = judge.verdict(step.task(), said);
    OptionalInt seq =
        verdict.leftAt() >= 0
            ? OptionalInt.of(verdict.leftAt())
            : named.stream()
                .map(each -> judge.evidence(step.task(), each))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    return seq.isPresent()
        ? Optional.of(
            new Stated(
                lesson, step.id(), given.right(), runs.full().trace().nanos(seq.getAsInt())))
        : Optional.empty();
  }

  /** What was asked, in the lesson's words. */
  public String heading(String language) {
    return lesson.text(language).section(step).heading();
  }
}
