package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.app.LessonLibrary;
import unjam.lesson.ClassSummary;
import unjam.lesson.Lesson;
import unjam.lesson.LessonText;
import unjam.lesson.Progress;
import unjam.lesson.Task;
import unjam.lesson.Track;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** All lessons: what each is about, how long it takes, how far one is, on which path it lies. */
public final class LessonGallery extends VBox {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;

  private final Surroundings surroundings;
  private final BiConsumer<String, Boolean> chosen;
  private final VBox rows = new VBox();
  private final List<ToggleButton> paths = new ArrayList<>();
  private List<LessonLibrary.Entry> all = List.of();
  private Optional<Track> path = Optional.empty();

  /**
   * @param chosen takes the lesson that was chosen, and whether it begins anew
   */
  public LessonGallery(Surroundings surroundings, BiConsumer<String, Boolean> chosen) {
    this.surroundings = surroundings;
    this.chosen = chosen;
    setId("lesson-gallery");
    getStyleClass().addAll("gallery", "lesson-gallery");
    setPrefSize(WIDTH, HEIGHT);
    Label title = new Label(texts().of("lesson.gallery"));
    title.getStyleClass().add(Styles.TITLE);
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    segments.getChildren().add(segment("all", Optional.empty()));
    for (Track each : Track.values()) {
      segments.getChildren().add(
          segment(each.name().toLowerCase(Locale.ROOT), Optional.of(each)));
    }
    rows.getStyleClass().add("lesson-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, segments, scroll);
  }

  private Texts texts() {
    return surroundings.texts().getValue();
  }

  private ToggleButton segment(String name, Optional<Track> track) {
    ToggleButton button = new ToggleButton(texts().of("lesson.track." + name));
    button.setId("track-" + name);
    button.getStyleClass().setAll("segment");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(track.isEmpty());
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(
        event -> {
          path = track;
          paths.forEach(each -> each.setSelected(each == button));
          fill();
        });
    paths.add(button);
    return button;
  }

  /** Shows what there is. */
  public void show(List<LessonLibrary.Entry> entries) {
    all = entries;
    fill();
  }

  private void fill() {
    rows.getChildren().setAll(
        all.stream()
            .filter(
                each ->
                    path.isEmpty()
                        || each.lesson().filter(it -> it.tracks().contains(path.get())).isPresent())
            .map(this::row)
            .toList());
  }

  private Node row(LessonLibrary.Entry entry) {
    return entry.lesson().map(lesson -> row(entry, lesson)).orElseGet(() -> broken(entry));
  }

  private Node row(LessonLibrary.Entry entry, Lesson lesson) {
    LessonText text = lesson.text(texts().isChinese() ? "zh_CN" : "en");
    Label number = new Label(lesson.number().replaceFirst("^0+", ""));
    number.getStyleClass().addAll(Styles.NUMBER, "lesson-number");
    Label title = new Label(text.title());
    title.getStyleClass().add("lesson-title");
    Label objective = new Label(Prose.plain(text.objective()));
    objective.getStyleClass().add(Styles.BODY);
    objective.setWrapText(true);
    objective.setMinHeight(USE_PREF_SIZE);
    Label state = new Label(state(entry, lesson));
    state.getStyleClass().add(Styles.CAPTION);
    VBox words = new VBox(title, objective, state);
    words.getStyleClass().add("gallery-cell");
    HBox.setHgrow(words, Priority.ALWAYS);
    boolean begun = entry.progress().isPresent();
    boolean finished = isFinished(entry, lesson);
    VBox buttons = new VBox();
    buttons.getStyleClass().add("lesson-row-buttons");
    if (begun) {
      buttons.getChildren().add(button(
              "resume-", finished ? "lesson.look_back" : "lesson.resume", entry.name(), false));
    }
    buttons.getChildren().add(
        button("start-", begun ? "lesson.anew" : "lesson.start", entry.name(), begun));
    buttons.getChildren().getFirst().getStyleClass().add("primary");
    HBox row = new HBox(number, words, buttons);
    row.getStyleClass().add("lesson-row");
    return row;
  }

  private Button button(String prefix, String key, String lesson, boolean anew) {
    Button button = new Button(texts().of(key));
    button.setId(prefix + lesson);
    button.setMinWidth(USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> chosen.accept(lesson, anew));
    return button;
  }

  private static boolean isFinished(LessonLibrary.Entry entry, Lesson lesson) {
    return entry.progress()
        .filter(kept -> ClassSummary.isFinished(kept, Optional.of(lesson)))
        .isPresent();
  }

  /** How long it takes, and how far one is. */
  private String state(LessonLibrary.Entry entry, Lesson lesson) {
    Texts texts = texts();
    long asking =
        lesson.steps().stream()
            .filter(each -> each.task().asks()
                || each.task() instanceof Task.Change)
            .count();
    String minutes =
        texts.of("lesson.minutes", path.map(lesson::minutes).orElse(lesson.minutes()));
    return entry.progress()
        .map(
            kept ->
                minutes + " \u00b7 "
                    + (isFinished(entry, lesson)
                        ? texts.of("lesson.finished", kept.right(), asking)
                        : texts.of(
                            "lesson.progress", place(lesson, kept), lesson.steps().size(),
                            kept.right(), asking)))
        .orElse(minutes);
  }

  private static int place(Lesson lesson, Progress kept) {
    for (int i = 0; i < lesson.steps().size(); i++) {
      if (lesson.steps().get(i).id().equals(kept.step())) {
        return i + 1;
      }
    }
    return 1;
  }

  /** A lesson that makes no sense is named with its first problem, and stops nothing. */
  private static Node broken(LessonLibrary.Entry entry) {
    Label name = new Label(entry.name());
    name.getStyleClass().add("lesson-title");
    Label problem = new Label(entry.problems().getFirst().text());
    problem.getStyleClass().addAll(Styles.CAPTION, "refusal");
    problem.setWrapText(true);
    VBox words = new VBox(name, problem);
    words.getStyleClass().addAll("gallery-cell", "lesson-row");
    return words;
  }
}
