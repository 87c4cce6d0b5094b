package unjam.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import unjam.ui.control.Reel;
import unjam.ui.inspector.EventsViewModel.Light;

/**
 * An event on two lines: function and disk, instant, fact and context. What has no room beside the
 * rest is left out whole.
 */
final class EventLine extends Region implements Reel.Line {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
  private static final double GAP = 8;

  /** A name is never cut: with large letters it is set narrower, but no more than this. */
  private static final double NARROWEST = 0.75;

  private final EventsViewModel model;
  private final Text function = text("event-function");
  private final Text disk = text("event-disk");
  private final Text fact = text("event-note");
  private final Text context = text("event-note");
  private int seq = -1;
  private int command = -1;

  EventLine(EventsViewModel model) {
    this.model = model;
    getStyleClass().add("event-line");
    getChildren().addAll(function, disk, fact, context);
    model.lightProperty().addListener((value, before, now) -> light(now));
  }

  private static Text text(String style) {
    Text text = new Text("0");
    text.getStyleClass().add(style);
    text.setTextOrigin(VPos.TOP);
    return text;
  }

  @Override
  public void show(int index) {
    EventRow row = model.row(index);
    seq = row.seq();
    command = row.command();
    function.setText(row.function());
    disk.setText(row.disk());
    fact.setText(row.time() + "  " + row.fact());
    context.setText(row.context());
    setAccessibleText(row.function() + ", " + row.fact() + ", " + row.disk() + ", " + row.time());
    light(model.lightProperty().get());
    requestLayout();
  }

  private void light(Light now) {
    int selected = now.selection();
    pseudoClassStateChanged(LIT, now.lit() == seq);
    pseudoClassStateChanged(TO_COME, seq > now.playhead());
    pseudoClassStateChanged(OTHER, selected >= 0 && command >= 0 && command != selected);
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset() + height(function) + height(fact) + snappedBottomInset();
  }

  private static double height(Text text) {
    return Math.ceil(text.getLayoutBounds().getHeight());
  }

  @Override
  protected void layoutChildren() {
    double top = snappedTopInset();
    ends(function, disk, top);
    ends(fact, context, top + height(function));
  }

  private void ends(Text left, Text right, double y) {
    double from = snappedLeftInset();
    double to = getWidth() - snappedRightInset();
    double width = Math.ceil(right.getLayoutBounds().getWidth());
    double room = to - from;
    double natural = left.getLayoutBounds().getWidth();
    double narrow = Math.clamp(room / Math.max(1, natural), NARROWEST, 1);
    left.setScaleX(narrow);
    left.relocate(from - natural * (1 - narrow) / 2, y);
    right.relocate(Math.round(to - width), y);
    right.setVisible(from + natural + GAP + width <= to);
  }
}
