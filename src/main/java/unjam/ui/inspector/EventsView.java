package unjam.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** The events around the playhead, and what is wanted of them. */
public final class EventsView extends VBox {

  private final EventsViewModel model;
  private final Surroundings surroundings;
  private final LongList<Integer> list;
  private final Region probe;
  private int top = -1;

  /**
   * @param model what to show
   * @param surroundings words, colours, and who takes what a person does
   */
  public EventsView(EventsViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("panel-body");
    list =
        new LongList<>(
            "events", model.rows(), surroundings.say("panel.events"),
            () -> new EventLine(model, this::go));
    list.setOnKeyPressed(
        event -> {
          Integer seq = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && seq != null) {
            go(seq);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    EventLine measured = new EventLine(model, seq -> {});
    measured.show(0);
    probe = (Region) measured.node();
    probe.setManaged(false);
    probe.setVisible(false);
    getChildren()
        .addAll(
            search(), new EventsWishes(model, surroundings), count(), list, sentence(), probe);
    model.litProperty().addListener((value, before, now) -> follow(false));
    model.filterProperty().addListener((value, before, now) -> follow(true));
    list.heightProperty().addListener((value, before, now) -> follow(true));
  }

  private void go(int seq) {
    model.go(seq).forEach(surroundings::send);
  }

  private TextField search() {
    TextField search = new TextField();
    search.setId("events-search");
    search.promptTextProperty().bind(surroundings.say("events.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            event.consume();
          }
        });
    return search;
  }

  private Label count() {
    Label count = new Label();
    count.setId("events-count");
    count.getStyleClass().add(Styles.CAPTION);
    count.textProperty().bind(model.countProperty());
    return count;
  }

  private VBox sentence() {
    Label sentence = new Label();
    sentence.setId("events-sentence");
    sentence.getStyleClass().addAll(Styles.BODY, "event-sentence");
    sentence.textProperty().bind(model.sentenceProperty());
    sentence.setWrapText(true);
    VBox box = new VBox(sentence);
    box.getStyleClass().addAll("stack-box", "event-box");
    return box;
  }

  /**
   * Keeps the line that has happened last in the middle half of the list. Where the list stands
   * depends on that line alone, and it moves only every half page.
   */
  private void follow(boolean anew) {
    double height = list.getFixedCellSize();
    if (height <= 0 || list.getHeight() <= 0) {
      return;
    }
    int page = Math.max(4, (int) (list.getHeight() / height));
    int half = page / 2;
    int row = Math.max(0, model.litProperty().get());
    int first = Math.clamp(row / half * half - page / 4, 0, Math.max(0, list.getItems().size()));
    if (anew || first != top) {
      top = first;
      list.scrollTo(first);
    }
  }

  @Override
  protected void layoutChildren() {
    probe.applyCss();
    double height = Math.ceil(probe.prefHeight(-1));
    if (height > 0 && height != list.getFixedCellSize()) {
      list.setFixedCellSize(height);
    }
    super.layoutChildren();
    follow(false);
  }
}
