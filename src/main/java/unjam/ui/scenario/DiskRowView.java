package unjam.ui.scenario;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import unjam.app.Action;
import unjam.scsi.Scope;
import unjam.ui.control.Carry;
import unjam.ui.control.Glyphs;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/**
 * A disk in the tree of the machine: a click selects it. The address goes whole where there is no
 * room for it.
 */
final class DiskRowView extends Pressable {

  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double PAD = 12;
  private static final double ELBOW = PAD + 6;
  private static final double ICON = PAD + 22;
  private static final double NAME = PAD + 34;
  private static final double GAP = 6;
  private static final double GLYPH = 14;

  private final Surroundings surroundings;
  private final Label name = new Label();
  private final Label address = new Label();
  private final Label note = new Label();
  private final PaintedPane mark;
  private DiskRow disk;
  private boolean last;

  DiskRowView(DiskRow first, Surroundings surroundings) {
    super("rail-row");
    this.surroundings = surroundings;
    disk = first;
    name.getStyleClass().addAll(Styles.NUMBER, "name");
    address.getStyleClass().addAll(Styles.NUMBER, Styles.QUIET);
    note.getStyleClass().addAll(Styles.BODY);
    mark = new PaintedPane(surroundings.palette(), this::paint);
    getChildren().addAll(mark, name, address, note);
    Carry.onto(
        this, (x, y) -> Optional.of(new Carry.Place(disk.name(), new Scope.Lun(disk.at()))));
    show(first, false);
  }

  private void paint(GraphicsContext g, Palette colors) {
    double middle = Math.round(getHeight() / 2);
    g.setStroke(colors.of(Role.HAIR2));
    g.setLineWidth(1);
    g.setLineDashes();
    g.strokeLine(ELBOW + 0.5, 0, ELBOW + 0.5, last ? middle : getHeight());
    g.strokeLine(ELBOW + 0.5, middle + 0.5, ELBOW + 9, middle + 0.5);
    new Glyphs(g)
        .health(
            disk.health(), ICON, middle, GLYPH, colors.of(disk.health().role()),
            colors.of(Role.SURFACE));
  }

  /** Shows a disk, which may be another one than before. */
  void show(DiskRow now, boolean isLast) {
    disk = now;
    last = isLast;
    setId("rail-" + now.name());
    pseudoClassStateChanged(SELECTED, now.selected());
    setAccessibleText(now.name() + ", " + now.note());
    name.setText(now.name());
    address.setText(now.at().toString());
    note.setText(now.note());
    mark.show(now.health().name() + isLast);
    requestLayout();
  }

  @Override
  void press() {
    surroundings.send(new Action.SelectDevice(disk.selected() ? -1 : disk.device()));
  }

  @Override
  protected void layoutChildren() {
    mark.resizeRelocate(0, 0, NAME - 4, getHeight());
    double x = put(name, NAME);
    double right = getWidth() - PAD - Math.ceil(note.prefWidth(-1));
    address.setVisible(x + GAP + address.prefWidth(-1) + 10 <= right);
    put(address, x + GAP);
    put(note, right);
  }

  private double put(Label label, double x) {
    double width = Math.ceil(label.prefWidth(-1));
    double height = label.prefHeight(-1);
    label.resizeRelocate(Math.floor(x), Math.round((getHeight() - height) / 2), width, height);
    return x + width;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(name.prefHeight(-1)) + (Styles.isWide(this) ? 15 : 13);
  }
}
