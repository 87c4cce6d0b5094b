package unjam.ui.lesson;

import javafx.scene.layout.VBox;

/** What only a teacher reads: timing, talk track, likely wrong answers. */
public final class TeacherPage {

  private TeacherPage() {}

  /** The page of the lesson that is open. */
  public static VBox of(LessonViewModel model) {
    return Prose.of(model.teacher());
  }
}
