package unjam.ui.theme;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/** The colours of all roles at a moment, for what is drawn by hand. */
public final class Palette {

  private final Map<Role, Color> colors;

  Palette(Map<Role, Color> colors) {
    this.colors = new EnumMap<>(colors);
  }

  public Color of(Role role) {
    return colors.getOrDefault(role, Color.BLACK);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Palette palette && palette.colors.equals(colors);
  }

  @Override
  public int hashCode() {
    return colors.hashCode();
  }
}
