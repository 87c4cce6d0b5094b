package unjam.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Frame;
import unjam.app.LessonLibrary;
import unjam.app.LessonMove;
import unjam.app.Session;
import unjam.app.View;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.scenario.Scenario;
import unjam.ui.control.Surroundings;
import unjam.ui.fx.FxThread;
import unjam.ui.lesson.LessonGallery;
import unjam.ui.scenario.OtherKernel;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** What is open, under which kernel, and what can be done with it as a whole. */
final class TopBar extends HBox {

  private final Surroundings surroundings;
  private final Belongings belongings;
  private final Catalog catalog;
  private final Button lessons;
  private final Set<String> names;
  private final Button scenario = new Button();
  private final Label unsaved = new Label("\u2022");
  private final MenuButton kernel = new MenuButton();
  private final Button compare;
  private final Button fork;
  private final Button question;
  private final Button undo;
  private final Button redo;
  private final MainMenu menu;
  private boolean compares;
  private Action leave = new Action.Pause();
  private Optional<Scenario> shown = Optional.empty();

  TopBar(Surroundings surroundings, Belongings belongings, MainMenu menu) {
    this.surroundings = surroundings;
    this.belongings = belongings;
    catalog = belongings.catalog();
    this.menu = menu;
    names = new TreeSet<>(catalog.scenarios());
    getStyleClass().add("top-bar");
    Region mark = new Region();
    mark.getStyleClass().add("brand-mark");
    Label brand = new Label("Unjam");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(USE_PREF_SIZE);
    Region line = new Region();
    line.getStyleClass().add("bar-line");
    scenario.setId("scenario");
    scenario.setMnemonicParsing(false);
    scenario.getStyleClass().setAll("scenario");
    scenario.setGraphic(icon("chevron"));
    scenario.setContentDisplay(ContentDisplay.RIGHT);
    scenario.setOnAction(event -> openGallery());
    unsaved.setId("unsaved");
    unsaved.getStyleClass().add("unsaved");
    kernel.setId("kernel");
    kernel.getStyleClass().add("kernel");
    kernel.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    lessons = new Button();
    lessons.setId("lessons");
    lessons.setMinWidth(USE_PREF_SIZE);
    lessons.getStyleClass().add("lessons-button");
    lessons.textProperty().bind(surroundings.say("shell.lessons"));
    lessons.setOnAction(event -> openLessons());
    compare = new Button("", icon("compare"));
    compare.setId("compare");
    compare.setOnAction(event -> surroundings.send(compares ? leave : new Action.Compare()));
    fork = new Button("", icon("fork"));
    fork.setId("fork");
    fork.setOnAction(event -> surroundings.send(new Action.Fork()));
    undo = button("undo", new Action.Undo());
    redo = button("redo", new Action.Redo());
    question = tool("help");
    question.setOnAction(event -> help());
    getChildren()
        .addAll(
            mark, brand, line, scenario, unsaved, kernel, gap, lessons, compare, fork, undo, redo,
            question, menu.button());
    setAlignment(Pos.CENTER_LEFT);
    widthProperty().subscribe(width -> words());
  }

  /** Whether a key has opened one of its cards. */
  boolean takes(KeyEvent event) {
    if (event.getCode() == KeyCode.F1 || event.getText().equals("?")) {
      help();
      return true;
    }
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (event.getCode() == KeyCode.L && plain) {
      openLessons();
      return true;
    }
    return false;
  }

  /** Reading them takes a moment. */
  private void openLessons() {
    PopOver[] popOver = new PopOver[1];
    LessonGallery gallery =
        new LessonGallery(
            surroundings,
            (name, anew) -> {
              popOver[0].hide();
              menu.desktop().leaving(
                  () ->
                      surroundings.send(
                          new Action.InLesson(new LessonMove.Begin(name, anew))));
            });
    LessonLibrary library =
        new LessonLibrary(catalog, belongings.lessons(), belongings.progress());
    CompletableFuture.supplyAsync(library::read)
        .thenAcceptAsync(gallery::show, FxThread.EXECUTOR);
    popOver[0] = popOver(gallery, PopOver.ArrowLocation.TOP_RIGHT);
    popOver[0].show(lessons);
  }

  /** Every key and every sign. */
  void help() {
    popOver(new HelpCard(surroundings), PopOver.ArrowLocation.TOP_RIGHT).show(question);
  }

  private static Region icon(String name) {
    Region icon = new Region();
    icon.getStyleClass().addAll("icon", "icon-" + name);
    return icon;
  }

  private Button tool(String name) {
    Button button = new Button();
    button.setId(name);
    button.getStyleClass().add("tool");
    button.setGraphic(icon(name));
    button.accessibleTextProperty().bind(surroundings.say("shell." + name));
    return button;
  }

  private Button button(String name, Action action) {
    Button button = tool(name);
    button.setOnAction(event -> surroundings.send(action));
    return button;
  }

  private void openGallery() {
    PopOver[] popOver = new PopOver[1];
    popOver[0] =
        popOver(
            new Gallery(
                surroundings, List.copyOf(names),
                name -> {
                  popOver[0].hide();
                  menu.desktop().open(name);
                }),
            PopOver.ArrowLocation.TOP_LEFT);
    popOver[0].show(scenario);
  }

  private PopOver popOver(Node content, PopOver.ArrowLocation arrow) {
    PopOver popOver = new PopOver(content);
    popOver.setArrowLocation(arrow);
    popOver.setDetachable(false);
    popOver.getRoot().getStylesheets().setAll(getScene().getRoot().getStylesheets());
    popOver.getRoot().getStyleClass().addAll(getScene().getRoot().getStyleClass());
    return popOver;
  }

  /** Words are there where there is room for them. */
  private void word(Button button, String name) {
    boolean room = getWidth() >= Styles.RAIL_FROM;
    button.setText(room ? surroundings.texts().getValue().of("shell." + name) : "");
    button.getStyleClass().setAll("button", room ? "worded" : "tool");
    button.setAccessibleText(surroundings.texts().getValue().of("shell." + name));
  }

  private void words() {
    word(compare, compares ? "stage" : "compare");
    word(fork, "fork");
  }

  void show(Session session, Frame frame, Texts texts) {
    compares = session.desk().view() != View.STAGE;
    leave = new Action.SetDesk(session.desk().with(View.STAGE));
    words();
    Scenario open = session.work().map(Document::scenario).orElse(frame.run().scenario());
    boolean isFile = session.work().flatMap(Document::file).isPresent();
    scenario.setText(
        LessonSide.title(session, texts)
            .orElseGet(
                () ->
                    Gallery.title(
                        texts, isFile ? Set.of() : names, open.name(), open.title())));
    boolean lost = session.work().filter(Document::isUnsaved).isPresent();
    unsaved.setVisible(lost);
    unsaved.setManaged(lost);
    unsaved.setAccessibleText(texts.of("shell.unsaved"));
    kernel.setText(
        String.format(
            Locale.ROOT, "Linux %s, HZ %d", frame.kernel(), frame.trace().header().hz()));
    compare.setDisable(LessonSide.refuses(session, new Action.Compare()));
    fork.setDisable(LessonSide.refuses(session, new Action.Fork()));
    kernel.setDisable(LessonSide.refuses(session, new Action.Change(open)));
    undo.setDisable(
        !session.canUndo() || LessonSide.refuses(session, new Action.Undo()));
    redo.setDisable(
        !session.canRedo() || LessonSide.refuses(session, new Action.Redo()));
    if (shown.filter(open::equals).isEmpty()) {
      shown = Optional.of(open);
      kernel.getItems().setAll(
          catalog.kernels().stream().map(version -> version(version, open)).toList());
    }
  }

  private RadioMenuItem version(String version, Scenario open) {
    RadioMenuItem item = new RadioMenuItem("Linux " + version);
    item.setId("kernel-" + version.replace('.', '-'));
    item.setSelected(version.equals(open.kernel().version()));
    item.setOnAction(
        event -> {
          switch (OtherKernel.of(catalog, open, version)) {
            case Read.Good<Scenario>(Scenario other) ->
                surroundings.send(new Action.Change(other));
            case Read.Bad<Scenario>(var problems) ->
                surroundings.send(new Action.Complain(problems));
          }
        });
    return item;
  }
}
