package unjam.ui.shell;

import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window, and the place where its parts are put together. */
public final class UnjamApp extends Application {

  /** Opens the window and returns when it has been closed; the exit status. */
  public static int open() {
    launch(UnjamApp.class);
    return 0;
  }

  /** What the window shows first, on screen or in a picture. Call on the FX thread. */
  static Parent openingView() {
    return new StackPane(new Label("Unjam"));
  }

  @Override
  public void start(Stage stage) {
    stage.setTitle("Unjam");
    stage.setScene(new Scene(openingView(), OpeningScene.WIDTH, OpeningScene.HEIGHT));
    stage.show();
  }
}
