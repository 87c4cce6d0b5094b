package unjam.ui.inspector;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import unjam.engine.SimTime;
import unjam.reading.LatencyHistogram.Bucket;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.inspector.FiguresPicture.Bars;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/**
 * Latencies as bars on a logarithmic axis; what has ended by now is solid, what is to come pale.
 * The height is the logarithm of the count, or the few slow ones would not be seen.
 */
final class HistogramPane extends Region {

  private static final double HEIGHT = 92;
  private static final double HEIGHT_WIDE = 132;
  private static final double AXIS = 18;
  private static final double COUNTS = 14;
  private static final double WIDEST_BAR = 30;
  private static final double LEAST = 2;
  private static final double LABEL = 46;

  private final PaintedPane painted;
  private final TextLayer words = new TextLayer();
  private Bars bars = new Bars(List.of(), List.of());

  HistogramPane(ObservableValue<Palette> palette) {
    setId("histogram");
    painted = new PaintedPane(palette, this::paint);
    getChildren().addAll(painted, words);
  }

  void show(Bars now) {
    if (now != bars) {
      bars = now;
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return Styles.isWide(this) ? HEIGHT_WIDE : HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private double bar() {
    return Math.min(WIDEST_BAR, getWidth() / Math.max(1, bars.all().size()));
  }

  private double base() {
    return getHeight() - AXIS;
  }

  /** How high so many are. */
  private double height(int count) {
    int most = bars.all().stream().mapToInt(Bucket::count).max().orElse(1);
    double part = Math.log1p(count) / Math.log1p(Math.max(1, most));
    return count == 0 ? 0 : Math.max(LEAST, Math.round(part * (base() - COUNTS)));
  }

  private void paint(GraphicsContext g, Palette colors) {
    double wide = bar();
    for (int i = 0; i < bars.all().size(); i++) {
      Bucket each = bars.all().get(i);
      double x = Math.round(i * wide);
      double width = Math.max(1, Math.round((i + 1) * wide) - x - 1);
      double all = height(each.count());
      double past = height(bars.past(each));
      g.setFill(colors.of(Role.HAIR));
      g.fillRect(x, base() - all, width, all);
      g.setFill(colors.of(Role.INK2));
      g.fillRect(x, base() - past, width, past);
    }
    g.setFill(colors.of(Role.EDGE));
    g.fillRect(0, base(), Math.max(1, bars.all().size()) * wide, 1);
  }

  @Override
  protected void layoutChildren() {
    painted.resizeRelocate(0, 0, getWidth(), getHeight());
    painted.show(bars);
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    words.begin();
    double free = 0;
    for (int i = 0; i < bars.all().size(); i++) {
      Bucket each = bars.all().get(i);
      double x = i * bar();
      boolean named = i == 0 || isDecade(each.from());
      if (named && x >= free && x + LABEL <= getWidth() + LABEL / 2) {
        words.put(
            "latency-" + i, TimeText.unit(each.from()), Anchor.LEFT, x, getHeight() - 3,
            Styles.NUMBER, Styles.QUIET, "small");
        free = x + LABEL;
      }
      count(i, bars.past(each));
    }
    words.end();
  }

  /** The count above its bar, if it is no wider than that. */
  private void count(int i, int count) {
    String text = Integer.toString(count);
    if (count > 0 && text.length() * 6.5 <= bar() + 1) {
      words.put(
          "count-" + i, text, Anchor.MIDDLE, (i + 0.5) * bar(), base() - height(count) - 4,
          Styles.NUMBER, Styles.QUIET, "small");
    }
  }

  private static boolean isDecade(long nanos) {
    long unit = SimTime.NANOS_PER_MICRO;
    while (unit < nanos) {
      unit *= 10;
    }
    return unit == nanos;
  }
}
