package unjam.lesson;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a learner has done in a lesson; immutable.
 *
 * @param lesson its name
 * @param learner who; may be empty
 * @param kernel version that the runs are made in
 * @param seed what chooses where something varies
 * @param step the name of the step that the learner is at
 * @param answers what was answered, by the step's name
 */
public record Progress(
    String lesson,
    String learner,
    String kernel,
    long seed,
    String step,
    SortedMap<String, Given> answers) {

  public Progress {
    answers = new TreeMap<>(answers);
  }

  /** How sure somebody is of a prediction. */
  public enum Confidence {
    NONE,
    LOW,
    MEDIUM,
    HIGH
  }

  /**
   * An answer.
   *
   * @param right whether the last one was
   * @param tries how many there were
   * @param first whether the first one was right
   * @param said the last one
   * @param off how far it was from the truth, in its unit
   * @param reason what was chosen as its reason; may be empty
   * @param confidence how sure the learner was
   * @param missed the first one that was wrong; empty if none was
   */
  public record Given(
      boolean right,
      int tries,
      boolean first,
      String said,
      long off,
      String reason,
      Confidence confidence,
      String missed) {}

  /** Nothing is answered yet. */
  public static Progress begun(String lesson, String kernel, long seed, String step) {
    return new Progress(lesson, "", kernel, seed, step, new TreeMap<>());
  }

  public Progress at(String other) {
    return new Progress(lesson, learner, kernel, seed, other, answers);
  }

  /** In another kernel version. */
  public Progress in(String version) {
    return new Progress(lesson, learner, version, seed, step, answers);
  }

  public Progress of(String name) {
    return new Progress(lesson, name, kernel, seed, step, answers);
  }

  /** One answer more. */
  public Progress answered(
      String where, Answer answer, Verdict verdict, String reason, Confidence confidence) {
    Given before = answers.get(where);
    SortedMap<String, Given> more = new TreeMap<>(answers);
    more.put(
        where,
        new Given(
            verdict.right(),
            before == null ? 1 : before.tries() + 1,
            before == null ? verdict.right() : before.first(),
            answer.text(),
            verdict.off(),
            reason,
            confidence,
            before != null && !before.missed().isEmpty()
                ? before.missed()
                : verdict.right() ? "" : answer.text()));
    return new Progress(lesson, learner, kernel, seed, step, more);
  }

  /** How many steps were answered rightly in the end. */
  public int right() {
    return (int) answers.values().stream().filter(Given::right).count();
  }
}
