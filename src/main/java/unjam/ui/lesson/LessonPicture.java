package unjam.ui.lesson;

import java.util.List;
import java.util.Optional;
import unjam.lesson.Part;
import unjam.lesson.Progress.Confidence;

/**
 * What the panel of a lesson shows.
 *
 * @param structure what cannot change without the panel being built anew
 * @param place which lesson it is
 * @param chips the lesson's parts
 * @param heading of the step
 * @param body what it says, as Markdown
 * @param ask what it asks
 * @param reasons that can be given for the answer
 * @param confidence how sure the learner is; empty where that is not asked
 * @param submit what the button says, nothing if there is none
 * @param canSubmit whether there is an answer
 * @param said the answer in words, where the panel does not show it
 * @param told what there is to say to the answer
 * @param hint what was asked for, or nothing
 * @param offersHint whether there is help
 * @param offersAgain whether the answer can be given once more
 * @param panel what the machine is looked at with, by name; nothing if the step names nothing
 * @param canBack whether there is a step before
 * @param canNext whether one may go on
 * @param nextLit whether that is what is to be done now
 * @param next what the button says
 * @param votes how many votes were counted at most for one choice
 */
record LessonPicture(
    Object structure,
    String place,
    List<Chip> chips,
    String heading,
    String body,
    Ask ask,
    List<Option> reasons,
    Optional<Confidence> confidence,
    String submit,
    boolean canSubmit,
    String said,
    Optional<Told> told,
    String hint,
    boolean offersHint,
    boolean offersAgain,
    String panel,
    boolean canBack,
    boolean canNext,
    boolean nextLit,
    String next,
    int votes) {

  static final LessonPicture EMPTY =
      new LessonPicture(
          "", "", List.of(), "", "", new Ask.Nothing(), List.of(), Optional.empty(), "", false, "",
          Optional.empty(), "", false, false, "", false, false, false, "", 0);

  LessonPicture {
    chips = List.copyOf(chips);
    reasons = List.copyOf(reasons);
  }

  /** A part of the lesson, by its name in the language. */
  record Chip(Part part, String name, When when) {}

  /** Where a part is seen from the current one. */
  enum When {
    DONE,
    NOW,
    TO_COME
  }

  /**
   * What there is to say to an answer.
   *
   * @param right whether it was right
   * @param head that it was, or how far off
   * @param words replies and what the lesson says to it, as Markdown
   * @param truth the right answer, one line each
   * @param link to the event that shows it, or nothing
   */
  record Told(boolean right, String head, List<String> words, List<String> truth, String link) {
    Told {
      words = List.copyOf(words);
      truth = List.copyOf(truth);
    }
  }
}
