package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import unjam.ui.inspector.CommandPicture.Stack;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** A stack: whose, and in which functions, the innermost on top. */
final class StackRow extends Row {

  private static final double TEXT = 25;
  private static final double LINE = 3;

  private final Mark mark;
  private final Label head = wrapped(Styles.LABEL);
  private final List<Label> functions = new ArrayList<>();

  StackRow(ObservableValue<Palette> palette) {
    super("stack-row");
    mark = new Mark(palette);
    getChildren().addAll(mark, head);
  }

  void show(Stack stack) {
    if (!isNew(stack)) {
      return;
    }
    setId("stack-" + stack.id());
    boolean runs = stack.id().equals("runs");
    mark.show(Optional.of(stack.runner()), runs ? Role.ACCENT : Role.INK2);
    head.setText(stack.head());
    while (functions.size() < stack.functions().size()) {
      Label label = wrapped(Styles.FUNCTION);
      functions.add(label);
      getChildren().add(label);
    }
    for (int i = 0; i < functions.size(); i++) {
      Label label = functions.get(i);
      boolean there = i < stack.functions().size();
      label.setText(there ? stack.functions().get(i) : "");
      label.setVisible(there);
      label.getStyleClass().remove("innermost");
      if (i == 0 && runs) {
        label.getStyleClass().add("innermost");
      }
    }
    setAccessibleText(stack.head() + " " + String.join(", ", stack.functions()));
    requestLayout();
  }

  @Override
  double content(double room) {
    double sum = height(head, room - TEXT);
    for (Label each : functions) {
      sum += each.getText().isEmpty() ? 0 : height(each, room - TEXT) + LINE;
    }
    return sum;
  }

  @Override
  void arrange(double x, double y, double room) {
    mark.resizeRelocate(x, y - 1, mark.prefWidth(-1), mark.prefHeight(-1));
    place(head, x + TEXT, y, room - TEXT);
    double down = y + height(head, room - TEXT);
    for (Label each : functions) {
      place(each, x + TEXT, down + LINE, room - TEXT);
      down += each.getText().isEmpty() ? 0 : height(each, room - TEXT) + LINE;
    }
  }
}
