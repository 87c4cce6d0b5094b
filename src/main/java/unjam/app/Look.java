package unjam.app;

import java.util.List;
import java.util.Locale;

/**
 * How the application shows itself.
 *
 * @param theme light or dark
 * @param language the language of its own words
 * @param scale size of all text, one of {@link #SCALES}
 * @param contrast faint lines and captions are drawn stronger
 * @param still nothing eases in or out
 */
public record Look(Theme theme, Locale language, double scale, boolean contrast, boolean still) {

  /** Sizes of text that are offered. */
  public static final List<Double> SCALES = List.of(0.9, 1.0, 1.15, 1.3, 1.5);

  /** The palettes. */
  public enum Theme {
    LIGHT,
    DARK
  }

  public Look {
    if (!SCALES.contains(scale)) {
      throw new IllegalArgumentException("a text scale is one of " + SCALES + ", was " + scale);
    }
  }

  /** Text at its own size, usual contrast, and motion. */
  public Look(Theme theme, Locale language) {
    this(theme, language, 1, false, false);
  }

  public Look with(Theme other) {
    return new Look(other, language, scale, contrast, still);
  }

  public Look with(Locale other) {
    return new Look(theme, other, scale, contrast, still);
  }

  public Look withScale(double other) {
    return new Look(theme, language, other, contrast, still);
  }

  public Look withContrast(boolean strong) {
    return new Look(theme, language, scale, strong, still);
  }

  public Look withStill(boolean reduced) {
    return new Look(theme, language, scale, contrast, reduced);
  }
}
