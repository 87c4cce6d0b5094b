package unjam.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import unjam.ui.theme.Styles;

/** The name of a value on the left, the value on the right, and what it means below. */
final class FieldRow extends Row {

  private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
  private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
  private static final double GAP = 12;

  private final Label name = wrapped();
  private final Label value = wrapped("value");
  private final Label note = wrapped(Styles.CAPTION, "value-note");

  FieldRow() {
    super("field-row");
    getChildren().addAll(name, value, note);
  }

  void show(FieldLine line) {
    if (!isNew(line)) {
      return;
    }
    setId("field-" + line.id());
    name.setText(line.name());
    name.getStyleClass().setAll("label", line.isIdentifier() ? Styles.FUNCTION : Styles.BODY);
    value.setText(line.value());
    note.setText(line.note());
    value.setId("value-" + line.id());
    pseudoClassStateChanged(OURS, line.kind() != FieldLine.Kind.MACHINE);
    pseudoClassStateChanged(ABSENT, line.kind() == FieldLine.Kind.ABSENT);
    setAccessibleText(line.name() + ": " + line.value() + " " + line.note());
    requestLayout();
  }

  /** Both fit on one line. */
  private boolean beside(double room) {
    return width(name, room) + GAP + width(value, room) <= room;
  }

  private double first(double room) {
    double own = height(name, room);
    return beside(room) ? Math.max(own, height(value, room)) : own + height(value, room);
  }

  @Override
  double content(double room) {
    return first(room) + height(note, room);
  }

  @Override
  void arrange(double x, double y, double room) {
    double wide = width(value, room);
    boolean beside = beside(room);
    double down = beside ? 0 : height(name, room);
    place(name, x, y, beside ? width(name, room) : room);
    place(value, x + room - wide, y + down + (beside ? nudge() : 0), wide);
    double noted = width(note, room);
    place(note, x + room - noted, y + first(room), noted);
  }

  /** Both stand on one line, though their letters are of different families. */
  private double nudge() {
    return Math.max(0, name.getBaselineOffset() - value.getBaselineOffset());
  }
}
