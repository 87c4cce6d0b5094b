package unjam.ui.inspector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.PaintedPane;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** The mark at the beginning of a row: who runs, how a disk is, or a ring for nobody. */
final class Mark extends Region {

  private static final double SIDE = 13;
  private static final double ROOM = 2;

  private record Shown(Optional<Runner> runner, Optional<Health> health, Role role) {}

  private final PaintedPane painted;
  private Shown shown = new Shown(Optional.empty(), Optional.empty(), Role.INK2);

  Mark(ObservableValue<Palette> palette) {
    painted =
        new PaintedPane(
            palette,
            (g, colors) -> {
              Glyphs glyphs = new Glyphs(g);
              double middle = SIDE / 2 + ROOM;
              shown.runner().ifPresent(
                  each -> glyphs.runner(each, middle, middle, SIDE, colors.of(shown.role())));
              shown.health().ifPresent(
                  each ->
                      glyphs.health(
                          each, middle, middle, SIDE, colors.of(shown.role()),
                          colors.of(Role.SURFACE)));
              if (shown.runner().isEmpty() && shown.health().isEmpty()) {
                g.setStroke(colors.of(shown.role()));
                g.setLineWidth(1.5);
                g.strokeOval(middle - 5, middle - 5, 10, 10);
              }
            });
    getChildren().add(painted);
    double all = SIDE + 2 * ROOM;
    setMinSize(all, all);
    setPrefSize(all, all);
    setMaxSize(all, all);
  }

  /** Who runs; a ring if nobody does. */
  void show(Optional<Runner> runner, Role role) {
    show(new Shown(runner, Optional.empty(), role));
  }

  /** How a disk is. */
  void show(Health health) {
    show(new Shown(Optional.empty(), Optional.of(health), health.role()));
  }

  private void show(Shown now) {
    shown = now;
    painted.show(now);
  }

  @Override
  protected void layoutChildren() {
    painted.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
