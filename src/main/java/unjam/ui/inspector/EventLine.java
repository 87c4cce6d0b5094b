package unjam.ui.inspector;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import unjam.ui.control.Ends;
import unjam.ui.control.LongList;
import unjam.ui.theme.Styles;

/** An event on two lines: function and disk, instant, fact and context. */
final class EventLine implements LongList.Row<Integer> {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

  private final EventsViewModel model;
  private final Ends above =
      new Ends(
          new String[] {Styles.FUNCTION, "event-function"},
          new String[] {Styles.FUNCTION, Styles.QUIET});
  private final Ends below =
      new Ends(
          new String[] {Styles.FUNCTION, "event-note"},
          new String[] {Styles.FUNCTION, "event-note"});
  private final VBox box = new VBox(above, below);
  private int seq = -1;
  private int command = -1;

  EventLine(EventsViewModel model, IntConsumer go) {
    this.model = model;
    box.getStyleClass().add("event-line");
    box.setOnMouseClicked(event -> go.accept(seq));
    model.playheadProperty().addListener((value, before, now) -> state());
    model.litProperty().addListener((value, before, now) -> state());
    model.selectionProperty().addListener((value, before, now) -> state());
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Integer item) {
    EventRow row = model.row(item);
    seq = row.seq();
    command = row.command();
    above.say(row.function(), row.disk());
    below.say(row.time() + "  " + row.fact(), row.context());
    box.setId("event-" + seq);
    box.setAccessibleText(
        row.function() + ", " + row.fact() + ", " + row.disk() + ", " + row.time());
    state();
  }

  private void state() {
    int lit = model.litProperty().get();
    boolean isLit = lit >= 0 && lit < model.rows().size() && model.rows().get(lit) == seq;
    int selected = model.selectionProperty().get();
    box.pseudoClassStateChanged(LIT, isLit);
    box.pseudoClassStateChanged(TO_COME, seq > model.playheadProperty().get());
    box.pseudoClassStateChanged(OTHER, selected >= 0 && command >= 0 && command != selected);
  }
}
