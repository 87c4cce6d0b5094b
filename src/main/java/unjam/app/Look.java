package unjam.app;

import java.util.Locale;

/**
 * How the application shows itself.
 *
 * @param theme light or dark
 * @param language the language of its own words
 */
public record Look(Theme theme, Locale language) {

  /** The palettes. */
  public enum Theme {
    LIGHT,
    DARK
  }
}
