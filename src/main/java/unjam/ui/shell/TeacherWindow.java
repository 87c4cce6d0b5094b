package unjam.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import unjam.ui.lesson.LessonViewModel;
import unjam.ui.lesson.TeacherPage;

/** The teacher's page in a window of its own, so that it need not be on the projector. */
final class TeacherWindow {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 640;

  private final LessonViewModel model;

  TeacherWindow(LessonViewModel model) {
    this.model = model;
  }

  /** Opens it with the look of the window that a node is in. */
  void show(Node beside) {
    VBox page = TeacherPage.of(model);
    page.setId("teacher-page");
    page.getStyleClass().add("teacher");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    Scene scene = new Scene(scroll, WIDTH, HEIGHT);
    scroll.getStylesheets().setAll(beside.getScene().getRoot().getStylesheets());
    scroll.getStyleClass().addAll(beside.getScene().getRoot().getStyleClass());
    scroll.getStyleClass().remove("presenter");
    Stage stage = new Stage();
    stage.initOwner(beside.getScene().getWindow());
    stage.setTitle(model.teacherTitle());
    stage.setScene(scene);
    stage.show();
  }
}
