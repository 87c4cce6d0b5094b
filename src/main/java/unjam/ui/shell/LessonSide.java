package unjam.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.LessonDesk;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.control.Zoomed;
import unjam.ui.lesson.LessonView;
import unjam.ui.lesson.LessonViewModel;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** What a lesson puts beside the stage, or in its place. */
final class LessonSide {

  /** The width in which a card is laid out, before it is enlarged. */
  private static final double CARD_WIDTH = 872;

  private final LessonViewModel model = new LessonViewModel();
  private final LessonView view;
  private final Region inspector;
  private final VBox looking;
  private final VBox mirror = new VBox();
  private final Node reason;
  private Session session;

  LessonSide(Surroundings surroundings, Region inspector) {
    this.inspector = inspector;
    view = new LessonView(model, surroundings, () -> new TeacherWindow(model).show(view()));
    session = Session.empty(UnjamApp.firstLook());
    Button back = new Button();
    back.setId("lesson-return");
    back.textProperty().bind(surroundings.say("lesson.to_lesson"));
    back.setOnAction(
        event ->
            surroundings.send(new Action.SetDesk(session.desk().withInspector(false))));
    HBox bar = new HBox(back);
    bar.getStyleClass().add("lesson-return");
    looking = new VBox(bar);
    Label words = new Label();
    words.setId("mirror-words");
    words.getStyleClass().add(Styles.BODY);
    words.textProperty().bind(surroundings.say("lesson.mirror"));
    words.setWrapText(true);
    reason = words;
    mirror.setId("mirror");
    mirror.getStyleClass().add("mirror");
  }

  /** What of a lesson moves the parts of the window. */
  static Object arrangement(Session session) {
    return session.inLesson()
        .map(desk -> List.<Object>of(isMirror(session), desk.lesson().name(), desk.carded()))
        .orElse(List.of());
  }

  /** Only what an administrator has is to be seen. */
  static boolean isMirror(Session session) {
    return session.inLesson().map(LessonDesk::step).filter(each -> each.mirror()).isPresent();
  }

  /** A lesson is what is open, and its run has a title that would tell too much. */
  static Optional<String> title(Session session, Texts texts) {
    return session.inLesson().map(desk -> LessonViewModel.place(desk, texts));
  }

  /** Whether the step does not let something be done. */
  static boolean refuses(Session session, Action action) {
    return session.inLesson().filter(desk -> desk.refuses(session, action)).isPresent();
  }

  private Node view() {
    return view;
  }

  void show(Session now, Texts texts) {
    session = now;
    model.show(now, texts);
  }

  /** The lesson, or the machine while the learner looks at it; nothing without a lesson. */
  @Nullable Node beside(Session now) {
    if (now.lesson() == null) {
      return null;
    }
    if (!now.desk().inspector() || isMirror(now)) {
      return view;
    }
    VBox.setVgrow(inspector, Priority.ALWAYS);
    looking.getChildren().setAll(looking.getChildren().getFirst(), inspector);
    return looking;
  }

  /** What a presenter shows instead of the stage: the step's words, large. */
  Optional<Node> card(Session now) {
    return now.inLesson()
        .filter(LessonDesk::carded)
        .map(
            desk -> {
              VBox box = new VBox(view);
              box.getStyleClass().add("lesson-card");
              VBox.setVgrow(view, Priority.ALWAYS);
              return new Zoomed(box, CARD_WIDTH);
            });
  }

  /** In the place of the stage. */
  Node mirror() {
    VBox.setVgrow(inspector, Priority.ALWAYS);
    mirror.getChildren().setAll(reason, inspector);
    return mirror;
  }
}
