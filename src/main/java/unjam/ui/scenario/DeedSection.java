package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.DeedPicture.DeedRow;

/** What was done by hand: each leads to its instant and can be taken back. */
final class DeedSection extends VBox {

  private final RailViewModel model;
  private final Surroundings surroundings;
  private final List<DeedRowView> pool = new ArrayList<>();
  private final Label head = new Label();

  DeedSection(RailViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    setId("rail-deeds");
    getStyleClass().add("rail-section");
    head.getStyleClass().add("rail-head");
    head.textProperty().bind(surroundings.say("rail.deeds"));
    model.deedsProperty().subscribe(this::show);
  }

  private void show(DeedPicture picture) {
    setManaged(!picture.rows().isEmpty());
    setVisible(!picture.rows().isEmpty());
    List<Node> rows = new ArrayList<>(List.of(head));
    for (int i = 0; i < picture.rows().size(); i++) {
      DeedRow row = picture.rows().get(i);
      if (i == pool.size()) {
        pool.add(new DeedRowView(model, surroundings));
      }
      pool.get(i).show(i, row);
      rows.add(pool.get(i));
    }
    if (!rows.equals(getChildren())) {
      getChildren().setAll(rows);
    }
  }
}
