package unjam.ui.scenario;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.LegendView;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The panel on the left: the machine, its faults, its policy, and the legend. */
public final class RailView extends VBox {

  private static final double WIDTH = 224;

  public RailView(Surroundings surroundings) {
    setId("rail");
    getStyleClass().add("rail");
    LegendView legend = new LegendView(surroundings.texts(), surroundings.palette());
    legend.setMinHeight(USE_PREF_SIZE);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(gap, legend);
  }

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {}

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }
}
