package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.ui.inspector.CommandPicture.LifeLine;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** Something that happened: who ran, in which function, when, what, and how it came to that. */
final class StepRow extends Row {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");
  private static final double TEXT = 25;
  private static final double GAP = 8;
  private static final double AFTER_WHO = 2;
  private static final double AROUND_BECAUSE = 5;

  private final Mark mark;
  private final Region spine = new Region();
  private final Label who = label(Styles.LABEL);
  private final Label function = label(Styles.FUNCTION, "step-function");
  private final Label time = label(Styles.NUMBER, "step-time");
  private final Label sentence = wrapped(Styles.CAPTION, "step-sentence");
  private final Label because = wrapped(Styles.CAPTION, "because");

  StepRow(ObservableValue<Palette> palette) {
    super("event-row");
    mark = new Mark(palette);
    spine.getStyleClass().add("spine");
    getChildren().addAll(spine, mark, who, function, time, sentence, because);
  }

  /** A turning point; the first is the newest. */
  void show(WhyLine line, boolean first) {
    if (!isNew(List.of(line, first))) {
      return;
    }
    setId("why-" + line.seq());
    mark.setVisible(true);
    mark.show(Optional.of(line.runner()), first ? Role.ACCENT : Role.INK2);
    say("", line.function(), line.time(), line.sentence(), line.because());
    spine.setVisible(!line.because().isEmpty());
  }

  /** A line of a life. */
  void show(LifeLine line, boolean now, boolean toCome) {
    if (!isNew(List.of(line, now, toCome))) {
      return;
    }
    setId("life-" + line.seq());
    mark.setVisible(!line.who().isEmpty());
    mark.show(line.runner(), now ? Role.ACCENT : Role.INK2);
    say(line.who(), line.function(), line.time(), line.sentence(), "");
    spine.setVisible(false);
    pseudoClassStateChanged(NOW, now);
    pseudoClassStateChanged(TO_COME, toCome);
  }

  private void say(
      String runner, String in, String when, String what, String reason) {
    who.setText(runner);
    function.setText(in);
    time.setText(when);
    sentence.setText(what);
    because.setText(reason);
    setAccessibleText(String.join(" ", when, runner, in, what, reason));
    requestLayout();
  }

  private double whoHeight(double room) {
    return who.getText().isEmpty() ? 0 : height(who, room) + AFTER_WHO;
  }

  /** Function and time fit on one line. */
  private boolean beside(double room) {
    return width(function, room) + GAP + width(time, room) <= room;
  }

  private double heads(double room) {
    double both = Math.max(height(function, room), height(time, room));
    return beside(room) ? both : height(function, room) + height(time, room);
  }

  private double reason(double room) {
    return because.getText().isEmpty() ? 0 : height(because, room) + 2 * AROUND_BECAUSE;
  }

  @Override
  double content(double room) {
    double text = room - TEXT;
    return whoHeight(text) + heads(text) + height(sentence, text) + reason(text);
  }

  @Override
  void arrange(double x, double y, double room) {
    double text = room - TEXT;
    double left = x + TEXT;
    mark.resizeRelocate(x, y - 1, mark.prefWidth(-1), mark.prefHeight(-1));
    double down = y;
    place(who, left, down, text);
    down += whoHeight(text);
    boolean beside = beside(text);
    place(function, left, down, width(function, text));
    place(
        time, beside ? left + text - width(time, text) : left,
        beside ? down : down + height(function, text), width(time, text));
    down += heads(text);
    place(sentence, left, down, text);
    down += height(sentence, text);
    place(because, left, down + AROUND_BECAUSE, text);
    double top = y + mark.prefHeight(-1) + 2;
    spine.resizeRelocate(
        x + Math.floor(mark.prefWidth(-1) / 2), top, 1, Math.max(0, getHeight() - top));
  }
}
