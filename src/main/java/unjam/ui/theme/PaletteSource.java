package unjam.ui.theme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * An invisible node through which the style sheets say which colour each role has; so drawn
 * pictures follow the theme as every other node does.
 */
public final class PaletteSource extends Region {

  private static final Map<Role, CssMetaData<PaletteSource, Color>> ROLES = roles();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final Map<Role, SimpleStyleableObjectProperty<Color>> colors =
      new EnumMap<>(Role.class);
  private final ReadOnlyObjectWrapper<Palette> palette =
      new ReadOnlyObjectWrapper<>(new Palette(new EnumMap<>(Role.class)));

  public PaletteSource() {
    getStyleClass().add("palette");
    setManaged(false);
    setVisible(false);
    ROLES.forEach(
        (role, meta) -> {
          SimpleStyleableObjectProperty<Color> color =
              new SimpleStyleableObjectProperty<>(meta, this, role.property(), Color.BLACK);
          color.addListener(changed -> collect());
          colors.put(role, color);
        });
  }

  private void collect() {
    Map<Role, Color> now = new EnumMap<>(Role.class);
    colors.forEach((role, color) -> now.put(role, color.get()));
    palette.set(new Palette(now));
  }

  public ReadOnlyObjectProperty<Palette> paletteProperty() {
    return palette.getReadOnlyProperty();
  }

  private static Map<Role, CssMetaData<PaletteSource, Color>> roles() {
    Map<Role, CssMetaData<PaletteSource, Color>> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(
          role,
          new CssMetaData<>(role.property(), StyleConverter.getColorConverter(), Color.BLACK) {
            @Override
            public boolean isSettable(PaletteSource source) {
              return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(PaletteSource source) {
              return source.color(role);
            }
          });
    }
    return roles;
  }

  private SimpleStyleableObjectProperty<Color> color(Role role) {
    SimpleStyleableObjectProperty<Color> color = colors.get(role);
    if (color == null) {
      throw new IllegalStateException("no colour property for " + role);
    }
    return color;
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    List<CssMetaData<? extends Styleable, ?>> all =
        new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(ROLES.values());
    return List.copyOf(all);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL;
  }
}
