package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.lesson.Progress.Confidence;
import unjam.ui.control.Surroundings;
import unjam.ui.lesson.LessonPicture.Chip;
import unjam.ui.lesson.LessonPicture.Told;
import unjam.ui.theme.Styles;

/** The panel of a lesson: where one is in it, what the step says, what it asks, what came of it. */
public final class LessonView extends VBox {

  private static final double WIDTH = 330;
  private static final double WIDTH_WIDE = 480;
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final LessonViewModel model;
  private final Surroundings surroundings;
  private final Votes votes;
  private final Label place = new Label();
  private final HBox chips = new HBox();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final Button back;
  private final Button next;
  private final Button vote;
  private final List<GapMenu> gaps = new ArrayList<>();
  private @Nullable Object structure;
  private @Nullable AskView ask;
  private @Nullable OptionList reasons;
  private final List<ToggleButton> sure = new ArrayList<>();
  private final Button submit = new Button();
  private final Label said = new Label();

  /**
   * @param model what to show
   * @param surroundings words, and where what a person does goes to
   * @param teacher opens the teacher's page
   */
  public LessonView(LessonViewModel model, Surroundings surroundings, Runnable teacher) {
    this.model = model;
    this.surroundings = surroundings;
    votes = new Votes((id, count) -> send(model.vote(id, count)));
    setId("lesson");
    getStyleClass().add("lesson");
    place.setId("lesson-place");
    place.getStyleClass().add("lesson-place");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button leave = icon("lesson-leave", "cross", "lesson.leave", model::leave);
    Button page = link("lesson-teacher", "lesson.teacher_short", "");
    page.setMinWidth(USE_PREF_SIZE);
    page.setOnAction(event -> teacher.run());
    HBox head = new HBox(place, gap, page, leave);
    head.getStyleClass().add("lesson-head");
    chips.setId("lesson-chips");
    chips.getStyleClass().add("chips");
    content.getStyleClass().add("lesson-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("lesson-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    back = button("lesson-back", "lesson.back", model::back);
    next = new Button();
    next.setId("lesson-next");
    next.setOnAction(event -> send(model.next()));
    vote = button("lesson-vote", "lesson.vote", List::of);
    vote.setOnAction(event -> countVotes());
    Region apart = new Region();
    HBox.setHgrow(apart, Priority.ALWAYS);
    HBox foot = new HBox(back, vote, apart, next);
    foot.getStyleClass().add("lesson-foot");
    HBox submitting = new HBox(submit, said);
    submitting.getStyleClass().add("lesson-submitting");
    getChildren().addAll(head, chips, scroll, submitting, foot);
    submit.setId("lesson-submit");
    submit.getStyleClass().addAll("primary", "large");
    submit.setOnAction(event -> send(model.submit()));
    said.setId("lesson-said");
    said.getStyleClass().add(Styles.BODY);
    model.pictureProperty().subscribe(this::show);
  }

  private void send(List<Action> actions) {
    actions.forEach(surroundings::send);
  }

  private Button button(String id, String key, Supplier<List<Action>> does) {
    Button button = new Button();
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(surroundings.say(key));
    button.setOnAction(event -> send(does.get()));
    return button;
  }

  private Button icon(String id, String name, String key, Supplier<List<Action>> does) {
    Region icon = new Region();
    icon.getStyleClass().addAll("icon", "icon-" + name);
    Button button = new Button("", icon);
    button.setId(id);
    button.getStyleClass().setAll("icon-button");
    button.accessibleTextProperty().bind(surroundings.say(key));
    button.setOnAction(event -> send(does.get()));
    return button;
  }

  /** The teacher counts hands, or stops counting. */
  private void countVotes() {
    votes.count(!votes.isCounting());
    show(model.pictureProperty().get());
  }

  private void show(LessonPicture picture) {
    if (!picture.structure().equals(structure)) {
      build(picture);
      structure = picture.structure();
    }
    update(picture);
  }

  private void build(LessonPicture picture) {
    votes.clear();
    chips.getChildren().setAll(picture.chips().stream().map(LessonView::chip).toList());
    gaps.clear();
    if (picture.ask() instanceof Ask.Gaps all) {
      for (int i = 0; i < all.gaps().size(); i++) {
        int at = i;
        gaps.add(new GapMenu(all.gaps().get(i), value -> send(model.fill(at, value))));
      }
    }
    Label heading = new Label(picture.heading());
    heading.setId("lesson-heading");
    heading.getStyleClass().add("lesson-heading");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    VBox body = Prose.of(picture.body(), AskView.gaps(gaps, name -> { }));
    body.setId("lesson-body");
    List<Node> all = new ArrayList<>(List.of(heading, body));
    picture.told().ifPresent(told -> all.add(told(told, picture.offersAgain())));
    AskView asking = new AskView(model, surroundings, picture.ask(), votes);
    ask = asking;
    all.add(asking);
    reasons = null;
    if (!picture.reasons().isEmpty()) {
      OptionList list =
          new OptionList("reason-", "radio", id -> send(model.reason(id)), votes);
      reasons = list;
      all.add(title("lesson.why"));
      all.add(list);
    }
    sure.clear();
    if (picture.confidence().isPresent()) {
      all.add(confidence());
    }
    all.add(hint());
    if (!picture.panel().isEmpty()) {
      all.add(link("lesson-look", "lesson.look", picture.panel()));
    }
    content.getChildren().setAll(all);
    scroll.setVvalue(0);
  }

  private Label title(String key) {
    Label label = new Label();
    label.getStyleClass().add("lesson-question");
    label.textProperty().bind(surroundings.say(key));
    return label;
  }

  private static Node chip(Chip chip) {
    Region bar = new Region();
    bar.getStyleClass().add("chip-bar");
    Label name = new Label(chip.name());
    name.getStyleClass().add("chip-name");
    VBox box = new VBox(bar, name);
    box.getStyleClass().addAll("lesson-chip", chip.when().name().toLowerCase(Locale.ROOT));
    box.setAccessibleText(chip.name());
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node confidence() {
    Label words = new Label();
    words.getStyleClass().add(Styles.BODY);
    words.setMinWidth(USE_PREF_SIZE);
    words.textProperty().bind(surroundings.say("lesson.confidence"));
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    for (Confidence each : List.of(Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)) {
      String name = each.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton();
      button.setId("confidence-" + name);
      button.setUserData(each);
      button.getStyleClass().setAll("segment");
      button.textProperty().bind(surroundings.say("lesson.confidence." + name));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(event -> {
        send(model.confide(each));
        update(model.pictureProperty().get());
      });
      HBox.setHgrow(button, Priority.ALWAYS);
      sure.add(button);
      segments.getChildren().add(button);
    }
    HBox.setHgrow(segments, Priority.ALWAYS);
    HBox row = new HBox(words, segments);
    row.getStyleClass().add("lesson-confidence");
    return row;
  }

  private Node told(Told told, boolean again) {
    StackPane mark = new StackPane(new Region());
    mark.getStyleClass().add("option-mark");
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label head = new Label(told.head());
    head.setId("lesson-verdict");
    head.getStyleClass().add("lesson-verdict");
    head.setWrapText(true);
    head.setMinHeight(USE_PREF_SIZE);
    HBox top = new HBox(mark, head);
    top.getStyleClass().add("told-head");
    VBox box = new VBox(top);
    box.setId("lesson-told");
    box.getStyleClass().add("told");
    box.pseudoClassStateChanged(RIGHT, told.right());
    box.pseudoClassStateChanged(WRONG, !told.right());
    for (int i = 0; i < told.truth().size(); i++) {
      boolean numbered = told.truth().size() > 2;
      VBox line = Prose.of((numbered ? i + 1 + ". " : "") + told.truth().get(i));
      line.getStyleClass().add("told-truth");
      box.getChildren().add(line);
    }
    told.words().forEach(each -> box.getChildren().add(Prose.of(each)));
    if (!told.link().isEmpty()) {
      Button see = new Button(told.link());
      see.setId("lesson-see");
      see.getStyleClass().setAll("lesson-link");
      see.setWrapText(true);
      see.setMnemonicParsing(false);
      see.setOnAction(event -> send(model.seeWhy()));
      box.getChildren().add(see);
    }
    if (again) {
      box.getChildren().add(button("lesson-again", "lesson.again", model::again));
    }
    return box;
  }

  private Node hint() {
    Button ask = link("lesson-hint", "lesson.hint", "");
    ask.setOnAction(event -> send(model.hint()));
    VBox words = new VBox();
    words.setId("lesson-hint-words");
    words.getStyleClass().add("note-card");
    VBox box = new VBox(ask, words);
    box.setId("lesson-help");
    return box;
  }

  private Button link(String id, String key, String panel) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().setAll("lesson-link");
    button.textProperty().bind(
        surroundings.texts().map(
            texts -> panel.isEmpty() ? texts.of(key) : texts.of(key, texts.of(panel))));
    button.setOnAction(event -> send(model.look(true)));
    return button;
  }

  private void update(LessonPicture picture) {
    place.setText(picture.place());
    if (ask != null) {
      ask.show(picture.ask(), picture.votes());
    }
    if (reasons != null) {
      reasons.show(picture.reasons(), picture.votes());
    }
    if (picture.ask() instanceof Ask.Gaps all) {
      for (int i = 0; i < gaps.size(); i++) {
        gaps.get(i).show(all.gaps().get(i), all.open());
      }
    }
    for (ToggleButton each : sure) {
      each.setSelected(picture.confidence().filter(each.getUserData()::equals).isPresent());
      each.setDisable(picture.told().isPresent());
    }
    submit.setText(picture.submit());
    submit.setDisable(!picture.canSubmit());
    said.setText(picture.told().isPresent() ? "" : picture.said());
    toggle(submit.getParent(), !picture.submit().isEmpty());
    hint(picture);
    back.setDisable(!picture.canBack());
    next.setText(picture.next());
    next.setDisable(!picture.canNext());
    next.getStyleClass().remove("primary");
    if (picture.nextLit()) {
      next.getStyleClass().add("primary");
    }
    boolean votable = !picture.reasons().isEmpty() || picture.ask() instanceof Ask.Options;
    toggle(vote, votable && picture.told().isEmpty());
  }

  private void hint(LessonPicture picture) {
    Node asked = content.lookup("#lesson-hint");
    Node words = content.lookup("#lesson-hint-words");
    if (asked != null && words instanceof VBox box) {
      toggle(asked, picture.offersHint());
      toggle(box, !picture.hint().isEmpty());
      toggle(box.getParent(), picture.offersHint() || !picture.hint().isEmpty());
      if (box.getChildren().isEmpty() && !picture.hint().isEmpty()) {
        box.getChildren().setAll(Prose.of(picture.hint()));
      }
    }
  }

  private static void toggle(@Nullable Node node, boolean on) {
    if (node != null) {
      node.setVisible(on);
      node.setManaged(on);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return Styles.isWide(this) ? WIDTH_WIDE : WIDTH;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }
}
