package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.lesson.Option.Mark;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** What a step asks, as something to press, to sort or to write in. */
final class AskView extends VBox {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final LessonViewModel model;
  private final Surroundings surroundings;
  private final OptionList options;
  private final OptionList moves;
  private final CardList cards;
  private final TextField number = new TextField();
  private final Label complaint = new Label();
  private final VBox made = new VBox();
  private final FlowPane dots = new FlowPane();

  AskView(LessonViewModel model, Surroundings surroundings, Ask first, Votes votes) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("ask");
    boolean several = first instanceof Ask.Options(var all, boolean more) && more;
    options =
        new OptionList(
            "option-", several ? "check" : "radio",
            id -> send(first instanceof Ask.Drill ? model.add(id) : model.choose(id, several)),
            votes);
    moves = new OptionList("move-", "move", id -> send(model.add(id)), votes);
    cards = new CardList(surroundings, (id, place) -> send(model.put(id, place)));
    number.setId("number");
    complaint.setId("number-complaint");
    complaint.getStyleClass().addAll(Styles.CAPTION, "refusal");
    complaint.setWrapText(true);
    made.setId("moves-made");
    made.getStyleClass().add("options");
    dots.getStyleClass().add("drill-dots");
  }

  private void send(List<Action> actions) {
    actions.forEach(surroundings::send);
  }

  private Texts texts() {
    return surroundings.texts().getValue();
  }

  private Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add(Styles.CAPTION);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Button button(String id, String key, java.util.function.Supplier<List<Action>> does) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(surroundings.say(key));
    button.setOnAction(event -> send(does.get()));
    return button;
  }

  /** Shows how it stands now. */
  void show(Ask ask, int most) {
    switch (ask) {
      case Ask.Nothing nothing -> hold(List.of());
      case Ask.Watch watch -> watch(watch);
      case Ask.Flag flag -> flag(flag);
      case Ask.Options(List<Option> all, boolean several) -> {
        options.show(all, most);
        hold(List.of(options));
      }
      case Ask.Cards all -> {
        cards.show(all);
        if (getChildren().isEmpty()) {
          hold(
              all.open()
                  ? List.of(cards, caption(texts().of("lesson.cards_how"))) : List.of(cards));
        }
      }
      case Ask.Moves all -> moves(all, most);
      case Ask.Number asked -> number(asked);
      case Ask.Gaps gaps -> hold(List.of());
      case Ask.Drill drill -> drill(drill, most);
      case Ask.Change change -> hold(List.of());
    }
  }

  private void flag(Ask.Flag flag) {
    if (flag.within().isEmpty()) {
      hold(List.of());
    } else if (getChildren().isEmpty()) {
      Label within = caption(flag.within());
      within.setId("flag-within");
      hold(List.of(within));
    }
  }

  private void hold(List<Node> nodes) {
    if (!nodes.equals(getChildren())) {
      getChildren().setAll(nodes);
    }
    setVisible(!nodes.isEmpty());
    setManaged(!nodes.isEmpty());
  }

  private void watch(Ask.Watch watch) {
    if (getChildren().isEmpty()) {
      Button play = button("lesson-watch", "lesson.let_it_run", model::play);
      play.getStyleClass().add("primary");
      HBox both = new HBox(play, button("lesson-go", "lesson.go_there", model::goThere));
      both.getStyleClass().add("lesson-buttons");
      hold(List.of(both));
    }
    for (Node each : lookupAll("#lesson-watch")) {
      each.getStyleClass().remove("primary");
      if (!watch.passed()) {
        each.getStyleClass().add("primary");
      }
    }
  }

  private void number(Ask.Number asked) {
    if (getChildren().isEmpty()) {
      number.setPrefColumnCount(10);
      number.getStyleClass().add("number-field");
      number.textProperty().subscribe(
          text -> {
            if (number.isEditable() && number.getScene() != null) {
              complaint.setText(model.complaint(text));
              send(model.type(text));
            }
          });
      Label unit = new Label(asked.span() ? "s" : "");
      unit.getStyleClass().addAll(Styles.NUMBER, Styles.QUIET);
      HBox row = new HBox(number, unit);
      row.getStyleClass().add("number-row");
      hold(asked.open() ? List.of(row, complaint) : List.of());
    }
  }

  private void moves(Ask.Moves asked, int most) {
    made.getChildren().setAll(asked.made().stream().map(AskView::made).toList());
    moves.show(asked.offered(), most);
    List<Node> all = new ArrayList<>();
    if (!asked.made().isEmpty()) {
      all.add(made);
    }
    if (!asked.offered().isEmpty()) {
      all.add(caption(texts().of("lesson.next_move", asked.misses())));
      all.add(moves);
    }
    // Only what is above and below the cards changes; the cards keep the focus.
    if (getChildren().contains(moves) && all.contains(moves)) {
      int at = getChildren().indexOf(moves);
      getChildren().remove(0, at);
      getChildren().addAll(0, all.subList(0, all.indexOf(moves)));
    } else {
      hold(all);
    }
  }

  private static Node made(Ask.Made move) {
    StackPane mark = new StackPane(new Region());
    mark.getStyleClass().add("option-mark");
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    VBox words = Prose.of(move.label());
    if (!move.reply().isEmpty()) {
      VBox reply = Prose.of(move.reply());
      reply.getStyleClass().add("reply");
      words.getChildren().add(reply);
    }
    HBox row = new HBox(mark, words);
    row.getStyleClass().add("made");
    row.pseudoClassStateChanged(RIGHT, move.right());
    row.pseudoClassStateChanged(WRONG, !move.right());
    return row;
  }

  private void drill(Ask.Drill drill, int most) {
    List<Node> marks = new ArrayList<>();
    boolean before = true;
    for (Mark each : drill.dots()) {
      Region dot = new Region();
      dot.getStyleClass().add("drill-dot");
      dot.pseudoClassStateChanged(RIGHT, each == Mark.RIGHT);
      dot.pseudoClassStateChanged(WRONG, each == Mark.WRONG);
      dot.pseudoClassStateChanged(NOW, before && each == Mark.NONE);
      before &= each != Mark.NONE;
      marks.add(dot);
    }
    dots.getChildren().setAll(marks);
    options.show(drill.options(), most);
    List<Node> all = new ArrayList<>();
    all.add(dots);
    if (!drill.before().isEmpty()) {
      VBox reply = Prose.of(drill.before());
      reply.getStyleClass().add("reply");
      all.add(reply);
    }
    if (!drill.about().isEmpty()) {
      VBox about = Prose.of(drill.about());
      about.setId("drill-case");
      about.getStyleClass().add("drill-case");
      all.add(about);
      all.add(options);
    }
    if (getChildren().contains(options) && all.contains(options)) {
      getChildren().remove(0, getChildren().indexOf(options));
      getChildren().addAll(0, all.subList(0, all.indexOf(options)));
    } else {
      hold(all);
    }
  }

  /** What stands in the gaps of a text. */
  static Function<String, Node> gaps(
      List<GapMenu> menus, Consumer<String> unknown) {
    return name -> {
      for (GapMenu each : menus) {
        if (each.getId().equals("gap-" + name)) {
          return each;
        }
      }
      unknown.accept(name);
      return new javafx.scene.text.Text("{" + name + "}");
    };
  }
}
