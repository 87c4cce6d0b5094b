package unjam.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import unjam.engine.SimTime;

/**
 * What a class has done: what a teacher reads before the next hour. Immutable.
 *
 * @param lessons by lesson, in the order of their names
 * @param learners by learner, in the order of their names
 */
public record ClassSummary(List<OfLesson> lessons, List<OfLearner> learners) {

  /** What the file of a learner says of a step where nothing is said. */
  private static final String NOTHING_SAID = new Answer.Done().text();

  public ClassSummary {
    lessons = List.copyOf(lessons);
    learners = List.copyOf(learners);
  }

  /** Something that was said so many times. */
  public record Said(String what, int times) {}

  /**
   * A lesson.
   *
   * @param lesson its name
   * @param began how many have begun it
   * @param finished how many have answered all of it and are at its end
   * @param steps the steps that were answered by anybody or ask something, in the lesson's order
   */
  public record OfLesson(String lesson, int began, int finished, List<OfStep> steps) {
    public OfLesson {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step.
   *
   * @param step its name
   * @param answered how many have answered it
   * @param firstRight how many of them were right with their first answer
   * @param tries answers that were given, all together
   * @param missed the wrong answer that was given most often; a learner's first one counts
   * @param reason the wrong reason that was chosen most often
   */
  public record OfStep(
      String step, int answered, int firstRight, int tries, Optional<Said> missed,
      Optional<Said> reason) {

    /** How many of a hundred were right at once; 0 if nobody has answered. */
    public int percent() {
      return ClassSummary.percent(firstRight, answered);
    }

    /** How many answers one learner needed; 0 if nobody has answered. */
    public double meanTries() {
      return answered == 0 ? 0 : (double) tries / answered;
    }
  }

  /**
   * A learner.
   *
   * @param name as the file says, or as it is called
   * @param began how many lessons
   * @param finished how many lessons
   * @param answered steps
   * @param firstRight how many of them with the first answer
   * @param tries answers that were given, all together
   */
  public record OfLearner(
      String name, int began, int finished, int answered, int firstRight, int tries) {

    /** How many of a hundred steps were right at once; 0 if none was answered. */
    public int percent() {
      return ClassSummary.percent(firstRight, answered);
    }

    /** How many answers a step needed; 0 if none was answered. */
    public double meanTries() {
      return answered == 0 ? 0 : (double) tries / answered;
    }
  }

  private static int percent(int part, int all) {
    return all == 0 ? 0 : Math.round(100f * part / all);
  }

  /**
   * Puts together what was handed in.
   *
   * @param lessons finds a lesson by its name; one that is not there is summed up as the files
   *     tell it, and nobody has finished it
   */
  public static ClassSummary of(
      Collection<Progress> handedIn, Function<String, Optional<Lesson>> lessons) {
    Map<String, List<Progress>> byLesson = new TreeMap<>();
    Map<String, List<Progress>> byLearner = new TreeMap<>();
    for (Progress each : handedIn) {
      byLesson.computeIfAbsent(each.lesson(), name -> new ArrayList<>()).add(each);
      byLearner.computeIfAbsent(each.learner(), name -> new ArrayList<>()).add(each);
    }
    Map<String, Lesson> found = new TreeMap<>();
    byLesson.keySet().forEach(
        name -> lessons.apply(name).ifPresent(lesson -> found.put(name, lesson)));
    return new ClassSummary(
        byLesson.entrySet().stream()
            .map(
                each ->
                    lesson(
                        each.getKey(), each.getValue(),
                        Optional.ofNullable(found.get(each.getKey()))))
            .toList(),
        byLearner.entrySet().stream()
            .map(each -> learner(each.getKey(), each.getValue(), found))
            .toList());
  }

  private static OfLesson lesson(
      String name, List<Progress> handedIn, Optional<Lesson> lesson) {
    Set<String> steps = new LinkedHashSet<>();
    lesson.ifPresent(each -> asking(each).map(LessonStep::id).forEach(steps::add));
    TreeSet<String> answered = new TreeSet<>();
    handedIn.forEach(each -> answered.addAll(each.answers().keySet()));
    steps.addAll(answered);
    return new OfLesson(
        name, handedIn.size(),
        (int) handedIn.stream().filter(each -> isFinished(each, lesson)).count(),
        steps.stream()
            .map(step -> step(step, handedIn, lesson.flatMap(each -> each.step(step))))
            .toList());
  }

  private static OfStep step(
      String id, List<Progress> handedIn, Optional<LessonStep> step) {
    List<Progress.Given> given =
        handedIn.stream().flatMap(each -> Stream.ofNullable(each.answers().get(id))).toList();
    String right = step.flatMap(LessonStep::why).map(LessonStep.Why::right).orElse("");
    return new OfStep(
        id, given.size(), (int) given.stream().filter(Progress.Given::first).count(),
        given.stream().mapToInt(Progress.Given::tries).sum(),
        commonest(given.stream().map(each -> missed(each, step))),
        right.isEmpty()
            ? Optional.empty()
            : commonest(
                given.stream().map(Progress.Given::reason).filter(each -> !each.equals(right))));
  }

  /** The first wrong answer; files of before tell only the last answer. */
  private static String missed(Progress.Given given, Optional<LessonStep> step) {
    String wrong = given.missed().isEmpty() && !given.right() ? given.said() : given.missed();
    if (wrong.equals(NOTHING_SAID)) {
      return "";
    }
    boolean flag = step.filter(each -> each.task() instanceof Task.Flag).isPresent();
    return flag ? Measured.number(wrong).map(ClassSummary::roughly).orElse(wrong) : wrong;
  }

  /** No two learners set a flag at the same instant; in the same second is the same answer. */
  private static String roughly(long nanos) {
    long unit =
        nanos >= SimTime.NANOS_PER_SECOND ? SimTime.NANOS_PER_SECOND : SimTime.NANOS_PER_MILLI;
    return Math.round((double) nanos / unit) + (unit == SimTime.NANOS_PER_SECOND ? " s" : " ms");
  }

  /** What occurs most often; of several the first by its letters. */
  private static Optional<Said> commonest(Stream<String> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.filter(each -> !each.isEmpty()).forEach(each -> counts.merge(each, 1, Integer::sum));
    Optional<Said> most = Optional.empty();
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      if (most.isEmpty() || each.getValue() > most.get().times()) {
        most = Optional.of(new Said(each.getKey(), each.getValue()));
      }
    }
    return most;
  }

  private static OfLearner learner(
      String name, List<Progress> handedIn, Map<String, Lesson> lessons) {
    List<Progress.Given> given =
        handedIn.stream().flatMap(each -> each.answers().values().stream()).toList();
    return new OfLearner(
        name, handedIn.size(),
        (int) handedIn.stream()
            .filter(each -> isFinished(each, Optional.ofNullable(lessons.get(each.lesson()))))
            .count(),
        given.size(), (int) given.stream().filter(Progress.Given::first).count(),
        given.stream().mapToInt(Progress.Given::tries).sum());
  }

  /** Steps that want an answer or a deed. */
  private static Stream<LessonStep> asking(Lesson lesson) {
    return lesson.steps().stream()
        .filter(each -> each.task().asks() || each.task() instanceof Task.Change);
  }

  /** Whether somebody is at the last step, with everything answered that is asked. */
  public static boolean isFinished(Progress progress, Optional<Lesson> lesson) {
    return lesson.isPresent()
        && lesson.get().steps().getLast().id().equals(progress.step())
        && asking(lesson.get()).allMatch(each -> progress.answers().containsKey(each.id()));
  }
}
