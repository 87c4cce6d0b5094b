package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.lesson.Control;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** What a lesson does not let be changed now: one lock, one reason, and the names. */
final class LockSection extends VBox {

  private final Surroundings surroundings;
  private final HBox head;

  LockSection(Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("rail-lock");
    getStyleClass().addAll("rail-section", "locked-section");
    Region icon = new Region();
    icon.getStyleClass().addAll("icon", "icon-lock");
    Label reason = new Label();
    reason.getStyleClass().add(Styles.BODY);
    reason.setWrapText(true);
    reason.textProperty().bind(surroundings.say("rail.locked"));
    head = new HBox(icon, reason);
    head.getStyleClass().add("lock-head");
  }

  void show(Set<Control> locked) {
    List<Node> rows = new ArrayList<>(List.of(head));
    for (Control each : Control.values()) {
      if (locked.contains(each)) {
        String name = each.name().toLowerCase(Locale.ROOT);
        Label plate = new Label();
        plate.setId("locked-" + name);
        plate.getStyleClass().add("locked");
        plate.setMaxWidth(Double.MAX_VALUE);
        plate.textProperty().bind(surroundings.say("rail.locked." + name));
        rows.add(plate);
      }
    }
    getChildren().setAll(rows);
  }
}
