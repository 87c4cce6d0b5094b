package unjam.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.control.Reel;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** The events around the playhead, and what is wanted of them. */
public final class EventsView extends VBox {

  private final EventsViewModel model;
  private final Surroundings surroundings;
  private final Reel<EventLine> list;
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
        new Reel<>(
            "events", surroundings.say("panel.events"), model::size,
            () -> new EventLine(model), row -> model.go(row).forEach(surroundings::send));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(search(), new EventsWishes(model, surroundings), count(), list, sentence());
    model.revisionProperty().addListener(
        (value, before, now) -> {
          list.renew();
          follow(true);
        });
    model.lightProperty().addListener((value, before, now) -> follow(false));
    list.heightProperty().addListener((value, before, now) -> requestLayout());
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
    int page = Math.max(4, list.rows());
    int half = page / 2;
    int row = Math.max(0, model.lightProperty().get().row());
    int first = row / half * half - page / 4;
    if (list.rows() > 0 && (anew || first != top)) {
      top = first;
      list.moveTo(first);
      list.setCursorRow(row);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    list.layout();
    follow(false);
  }
}
