package unjam.app;

import unjam.lesson.Lesson;
import unjam.lesson.LessonStep;
import unjam.lesson.Progress;

/** What a lesson wants to have done outside. */
public sealed interface LessonErrand {

  /** A lesson is to be read, and what the learner has done in it. */
  record Open(int request, String lesson, boolean anew) implements LessonErrand {}

  /** A lesson is to be read again, because its author has saved it. */
  record Reread(String lesson) implements LessonErrand {}

  /** The runs of a step are to be made. */
  record Prepare(int request, Lesson lesson, LessonStep step, Progress progress)
      implements LessonErrand {}

  /** The progress is to be kept. */
  record Keep(Progress progress) implements LessonErrand {}
}
