package unjam.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unjam.catalog.Problem;
import unjam.lesson.Answer;
import unjam.lesson.Lesson;
import unjam.lesson.Progress;

/** Something happens to a lesson. */
public sealed interface LessonMove {

  /** A lesson is to be opened where the learner has left it, or anew. */
  record Begin(String lesson, boolean anew) implements LessonMove {}

  /** It has been read. */
  record Opened(int request, Lesson lesson, Progress progress) implements LessonMove {}

  /** One of its files was saved by its author: it is read again, the learner stays. */
  record Reread(String lesson) implements LessonMove {}

  /** It has been read again. */
  record Renewed(Lesson lesson) implements LessonMove {}

  /** It could not be read; what is shown stays. */
  record Failed(int request, List<Problem> problems) implements LessonMove {
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /** The runs of the step are there. */
  record Ready(int request, LessonRuns runs) implements LessonMove {}

  /** The learner is about to say this; null takes it back. */
  record Drafted(@Nullable Answer answer) implements LessonMove {}

  /** The learner chooses a reason. */
  record Reasoned(String reason) implements LessonMove {}

  /** The learner is so sure. */
  record Confided(Progress.Confidence confidence) implements LessonMove {}

  /** What was drafted is the answer. */
  record Submitted() implements LessonMove {}

  /** The learner wants to try once more. */
  record TryAgain() implements LessonMove {}

  /** The learner asks for help. */
  record Hinted() implements LessonMove {}

  /** To a step, by its number from 0. */
  record To(int step) implements LessonMove {}

  /** The event at which the answer left the truth is to be shown. */
  record SeeWhy() implements LessonMove {}

  /** A class has voted for a choice or a reason so many times. */
  record Voted(String choice, int votes) implements LessonMove {}

  /** A presenter shows the step's words, or the stage. */
  record Carded(boolean shown) implements LessonMove {}

  /** The lesson is left; its progress stays. */
  record Leave() implements LessonMove {}
}
