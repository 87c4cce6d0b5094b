package unjam.ui.control;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** What the silhouettes of a command mean; of those that matter most as many as there is room. */
public final class LegendView extends Region {

  /** Those that are met most often. */
  public static final List<TokenShape> COMMON =
      List.of(
          TokenShape.WAITS, TokenShape.IN_FLIGHT, TokenShape.HELD, TokenShape.TIMED_OUT,
          TokenShape.ABORTING, TokenShape.GHOST);

  private static final double HEAD = 24;
  private static final double ROW = 25;
  private static final double RADIUS = 8.5;

  private final List<TokenShape> shown;
  private final ObservableValue<Texts> texts;
  private final PaintedPane painted;
  private final TextLayer words = new TextLayer();

  /**
   * @param texts the words of the language
   * @param palette the colours
   */
  public LegendView(ObservableValue<Texts> texts, ObservableValue<Palette> palette) {
    this(COMMON, texts, palette);
  }

  /**
   * @param shown what is explained
   * @param texts the words of the language
   * @param palette the colours
   */
  public LegendView(
      List<TokenShape> shown, ObservableValue<Texts> texts, ObservableValue<Palette> palette) {
    this.shown = List.copyOf(shown);
    this.texts = texts;
    TokenPainter tokens = new TokenPainter(palette.getValue());
    painted =
        new PaintedPane(
            palette,
            (g, colors) -> {
              for (int i = 0; i < rows(); i++) {
                TokenShape shape = shown.get(i);
                tokens.paint(
                    g, colors,
                    new Token(shape, "", RADIUS + 3, rowY(i), RADIUS, 0.75, false, false));
              }
            });
    getChildren().addAll(painted, words);
    texts.addListener((value, before, now) -> requestLayout());
  }

  private int rows() {
    return (int) Math.clamp((getHeight() - HEAD) / ROW, 0, shown.size());
  }

  /** The height in which so many of them are explained. */
  public static double heightFor(int rows) {
    return HEAD + ROW * rows;
  }

  private static double rowY(int row) {
    return HEAD + ROW / 2 + row * ROW;
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightFor(shown.size());
  }

  @Override
  protected void layoutChildren() {
    painted.resizeRelocate(0, 0, getWidth(), getHeight());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    words.begin();
    words.put("legend", texts.getValue().of("legend.head"), Anchor.LEFT, 0, 12, Styles.CAPTION);
    for (int i = 0; i < rows(); i++) {
      String key = "legend." + shown.get(i).name().toLowerCase(Locale.ROOT);
      words.put(key.replace('.', '-'), texts.getValue().of(key), Anchor.LEFT, 2 * RADIUS + 14,
          rowY(i) + 4, Styles.BODY);
    }
    words.end();
  }
}
