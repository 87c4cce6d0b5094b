package unjam.ui.sweep;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import unjam.ui.control.RichLine;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** What is varied at the left, what it costs in the middle, one combination at the right. */
public final class SweepView extends Region {

  private static final double FORM = 222;
  private static final double FORM_WIDE = 280;
  private static final double CARD = 228;
  private static final double CARD_WIDE = 300;

  private final Label title = new Label();
  private final RichLine says = new RichLine(Styles.REASON, Styles.FUNCTION);
  private final Label note = new Label();
  private final ScrollPane form;
  private final ScrollPane card;
  private final SweepMap map;

  public SweepView(SweepViewModel model, Surroundings around) {
    setId("sweep");
    getStyleClass().add("sweep");
    title.getStyleClass().add("ledger-title");
    title.textProperty().bind(around.say("sweep.title"));
    says.setId("sweep-says");
    note.setId("sweep-note");
    note.getStyleClass().add(Styles.BODY);
    form = scroll(new SweepForm(model, around));
    card = scroll(new SweepCard(model, around));
    map = new SweepMap(model, around);
    getChildren().addAll(title, says, note, form, map, card);
    model
        .pictureProperty()
        .subscribe(
            picture -> {
              says.say(picture.says());
              note.setText(picture.note());
              requestLayout();
            });
  }

  private static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  @Override
  protected void layoutChildren() {
    boolean wide = Styles.isWide(this);
    double side = wide ? 40 : 24;
    double gap = wide ? 44 : 26;
    double left = wide ? FORM_WIDE : FORM;
    double right = wide ? CARD_WIDE : CARD;
    double room = getWidth() - 2 * side;
    double y = wide ? 24 : 14;
    title.resizeRelocate(side, y, room, title.prefHeight(-1));
    y += title.prefHeight(-1) + (wide ? 8 : 4);
    says.applyCss();
    double height = says.prefHeight(room);
    says.resizeRelocate(side, y, room, height);
    y += height + (wide ? 8 : 4);
    note.resizeRelocate(side, y, room, note.prefHeight(-1));
    y += note.prefHeight(-1) + (wide ? 28 : 18);
    double below = getHeight() - y - (wide ? 20 : 10);
    form.resizeRelocate(side, y, left, below);
    double x = side + left + gap;
    map.resizeRelocate(x, y, getWidth() - x - gap - right - side, below);
    card.resizeRelocate(getWidth() - side - right, y, right, below);
  }
}
