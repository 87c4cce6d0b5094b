package unjam.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.theme.Styles;

/**
 * Every combination with its value. Each is a node that has a name and takes the focus; the Tab key
 * comes in at one of them, arrows go on from there, Enter opens it beside the run.
 */
final class SweepMap extends Region {

  private final SweepViewModel model;
  private final Surroundings around;
  private final PaintedPane picture;
  private final TextLayer words = new TextLayer();
  private final List<Place> places = new ArrayList<>();

  SweepMap(SweepViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("sweep-map");
    getStyleClass().add("sweep-map");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    accessibleTextProperty().bind(model.pictureProperty().map(SweepPicture::says));
    picture =
        new PaintedPane(
            around.palette(), (g, colors) -> new SweepPainter(g, colors, layoutOf()).paint());
    getChildren().addAll(picture, words);
    model.pictureProperty().subscribe(now -> fill(now.cells().size()));
    around.texts().addListener((value, before, now) -> requestLayout());
  }

  private SweepLayout layoutOf() {
    return new SweepLayout(
        model.pictureProperty().get(), getWidth(), getHeight(), Styles.isWide(this));
  }

  private void fill(int cells) {
    while (places.size() > cells) {
      getChildren().remove(places.removeLast());
    }
    while (places.size() < cells) {
      Place place = new Place(places.size());
      places.add(place);
      getChildren().add(place);
    }
    if (places.stream().noneMatch(Place::isFocusTraversable) && !places.isEmpty()) {
      places.getFirst().setFocusTraversable(true);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    SweepLayout at = layoutOf();
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    picture.show(at);
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    new SweepWords(words, at, around.texts().getValue()).say();
    for (SweepCell each : at.picture().cells()) {
      places.get(each.index())
          .resizeRelocate(
              Math.round(at.x(each)), Math.round(at.y(each)), Math.round(at.cellWidth()),
              Math.round(at.cellHeight()));
    }
  }

  /** One combination. */
  private final class Place extends Region {
    private final int index;

    Place(int index) {
      this.index = index;
      setId("sweep-cell-" + index);
      getStyleClass().add("sweep-cell");
      setFocusTraversable(false);
      setAccessibleRole(AccessibleRole.BUTTON);
      hoverProperty().subscribe(this::looked);
      focusedProperty().subscribe(this::looked);
      setOnMouseClicked(
          event -> {
            enter();
            open();
            event.consume();
          });
      setOnKeyPressed(this::pressed);
    }

    private void looked(boolean on) {
      if (on) {
        model.point(index);
      }
    }

    private void enter() {
      places.forEach(each -> each.setFocusTraversable(each == this));
      requestFocus();
    }

    private void open() {
      SweepDetail detail = model.detailProperty().get();
      if (detail.cell() == index && detail.opens()) {
        around.send(new Action.Try(detail.settings()));
      }
    }

    private void pressed(KeyEvent event) {
      if (event.isControlDown() || event.isAltDown() || event.isShiftDown()) {
        return;
      }
      int columns = Math.max(1, model.pictureProperty().get().columns().size());
      switch (event.getCode()) {
        case RIGHT -> go(index + 1);
        case LEFT -> go(index - 1);
        case DOWN -> go(index + columns);
        case UP -> go(index - columns);
        case ENTER -> open();
        default -> {
          return;
        }
      }
      event.consume();
    }

    private void go(int to) {
      if (to >= 0 && to < places.size()) {
        places.get(to).enter();
      }
    }

    @Override
    public Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      List<SweepCell> cells = model.pictureProperty().get().cells();
      return attribute == AccessibleAttribute.TEXT && index < cells.size()
          ? cells.get(index).spoken()
          : super.queryAccessibleAttribute(attribute, parameters);
    }
  }
}
