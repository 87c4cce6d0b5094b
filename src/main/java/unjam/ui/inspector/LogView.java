package unjam.ui.inspector;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unjam.reading.LogLine;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;

/** The kernel log at the playhead; its last line is lit. */
public final class LogView extends VBox {

  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last-line");

  private final ListView<LogLine> list = new ListView<>();
  private final IntegerProperty last = new SimpleIntegerProperty(-1);

  /**
   * @param model what to show
   * @param texts the words of the language
   */
  public LogView(LogViewModel model, ObservableValue<Texts> texts) {
    getStyleClass().add("log-panel");
    Label head = new Label();
    head.getStyleClass().add(Styles.TITLE);
    head.textProperty().bind(texts.map(each -> each.of("log.head")));
    Label title = new Label();
    title.setId("log-title");
    title.getStyleClass().add(Styles.LABEL);
    title.textProperty().bind(model.titleProperty());
    title.setWrapText(true);
    Label note = new Label();
    note.getStyleClass().add(Styles.CAPTION);
    note.textProperty().bind(model.noteProperty());
    note.setWrapText(true);
    VBox card = new VBox(title, note);
    card.getStyleClass().add("note-card");
    list.setId("log");
    list.getStyleClass().add("log-view");
    list.setItems(model.lines());
    list.setCellFactory(view -> new LineCell());
    list.setFocusTraversable(false);
    model
        .lines()
        .addListener(
            (ListChangeListener<LogLine>)
                change -> {
                  last.set(model.lines().size() - 1);
                  list.scrollTo(Math.max(0, last.get()));
                });
    last.set(model.lines().size() - 1);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, card, list);
  }

  /** One line, wrapped to the width; the newest one is marked. */
  private final class LineCell extends ListCell<LogLine> {

    private final Text time = new Text();
    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(time, text);

    LineCell() {
      time.getStyleClass().add("log-time");
      text.getStyleClass().add("log-line");
      setPrefWidth(0);
      last.subscribe(this::mark);
    }

    private void mark() {
      pseudoClassStateChanged(LAST, !isEmpty() && getIndex() == last.get());
    }

    @Override
    protected void updateItem(LogLine line, boolean empty) {
      super.updateItem(line, empty);
      boolean shows = !empty && line != null;
      if (shows) {
        time.setText(TimeText.instant(line.nanos()) + "  ");
        text.setText(line.text());
        flow.setPrefWidth(list.getWidth() - 26);
      }
      setGraphic(shows ? flow : null);
      mark();
    }
  }
}
