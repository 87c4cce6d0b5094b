package unjam.lesson;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import unjam.catalog.Catalog;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;

/**
 * What an administrator faces: a run of which only the log, the processes and the settings can be
 * seen, an instant, and questions.
 *
 * @param lesson whose questions they are
 * @param run the whole run
 * @param seq the last event that has happened when the questions are asked
 * @param questions the steps that ask them, in order
 */
public record Puzzle(Lesson lesson, Timeline run, int seq, List<LessonStep> questions) {

  public Puzzle {
    questions = List.copyOf(questions);
  }

  /** Questions about one run that a lesson asks of who sees only what an administrator sees. */
  public static List<LessonStep> questions(Lesson lesson) {
    List<LessonStep> asking =
        lesson.steps().stream()
            .filter(each -> each.mirror() && each.task().asks())
            .filter(each -> lesson.runsOf(each).isEmpty())
            .toList();
    return asking.stream()
        .filter(each -> each.run().equals(asking.getFirst().run()))
        .toList();
  }

  /**
   * The puzzle that a seed draws from a lesson, as it draws it for a learner.
   *
   * @param simulation runs a scenario
   * @param kernel version of the run
   * @return empty if the lesson asks nothing of the kind
   */
  public static Optional<Puzzle> of(
      Catalog catalog, Function<Scenario, Timeline> simulation, Lesson lesson, String kernel,
      long seed) {
    List<LessonStep> questions = questions(lesson);
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    LessonStep first = questions.getFirst();
    Scenario scenario =
        Objects.requireNonNull(lesson.runs().get(first.run()), first.run())
            .variant(seed)
            .scenario(catalog, List.of("kernel=" + kernel))
            .orThrow();
    Timeline run = simulation.apply(scenario);
    RunFacts facts = new RunFacts(run);
    OptionalInt at = standing(lesson, first).map(facts::find).orElse(OptionalInt.empty());
    return Optional.of(
        new Puzzle(lesson, run, at.orElse(run.trace().size() - 1), questions));
  }

  /** Where the playhead stands at a step: where it is put, or was put before in this run. */
  private static Optional<FactQuery> standing(Lesson lesson, LessonStep step) {
    Optional<FactQuery> at = Optional.empty();
    for (LessonStep each : lesson.steps()) {
      if (!each.run().equals(step.run())) {
        at = Optional.empty();
      } else if (each.at().isPresent()) {
        at = each.at();
      }
      if (each.equals(step)) {
        break;
      }
    }
    return at;
  }

  /** The instant at which the questions are asked, in nanoseconds. */
  public long nanos() {
    return run.trace().nanos(seq);
  }

  /** What a question offers: names of choices, or of disks. */
  public List<String> offered(LessonStep question) {
    return question.task() instanceof Task.Victims
        ? new RunFacts(run).disks()
        : question.task().wordings();
  }

  /** The right answer to one of the questions. */
  public Answer truth(LessonStep question) {
    return new Judge(
            new RunFacts(run),
            name -> {
              throw new IllegalArgumentException("a puzzle is about one run, not about " + name);
            },
            List.of())
        .truth(question.task());
  }
}
