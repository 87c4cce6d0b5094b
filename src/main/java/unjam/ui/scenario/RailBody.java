package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.lesson.Control;
import unjam.ui.control.LegendView;
import unjam.ui.control.Surroundings;

/** The panel's sections below each other; the legend takes what room they leave. */
final class RailBody extends Region {

  private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");
  private static final double SIDE = 20;
  private static final double FOOT = 8;
  private static final int FEWEST_IN_LEGEND = 2;

  private final MachineTree machine;
  private final FaultSection faults;
  private final PolicySection policy;
  private final DeedSection deeds;
  private final LockSection lock;
  private final VBox sections;
  private final ScrollPane scroll;
  private final LegendView legend;
  private final Region line = line();

  RailBody(RailViewModel model, Surroundings surroundings) {
    getStyleClass().add("rail-body");
    machine = new MachineTree(model, surroundings);
    faults = new FaultSection(model, surroundings);
    policy = new PolicySection(model, surroundings);
    deeds = new DeedSection(model, surroundings);
    lock = new LockSection(surroundings);
    sections = new VBox();
    model.lockedProperty().subscribe(this::fill);
    sections.getStyleClass().add("rail-sections");
    sections.heightProperty().addListener((value, before, now) -> requestLayout());
    scroll = new ScrollPane(sections);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("rail-scroll");
    legend = new LegendView(surroundings.texts(), surroundings.palette());
    getChildren().addAll(scroll, line, legend);
  }

  /** What a lesson has locked shows nothing of itself but its name. */
  private void fill(Set<Control> locked) {
    List<Node> rows = new ArrayList<>(List.of(machine, line()));
    if (!locked.isEmpty()) {
      lock.show(locked);
      rows.add(lock);
    }
    if (!locked.contains(Control.FAULTS)) {
      rows.add(faults);
      rows.add(line());
    }
    if (!locked.contains(Control.POLICY)) {
      rows.add(policy);
    }
    if (locked.size() < Control.values().length) {
      rows.add(deeds);
    }
    sections.getChildren().setAll(rows);
  }

  static Region line() {
    Region line = new Region();
    line.getStyleClass().add("rail-line");
    return line;
  }

  /** It stands in front of the stage. */
  void front(boolean now) {
    pseudoClassStateChanged(FRONT, now);
  }

  /** Scrolls to a section. */
  void reveal(Section section) {
    applyCss();
    layout();
    Node node = sections.lookup("#rail-" + section.word());
    double more = sections.getHeight() - scroll.getViewportBounds().getHeight();
    if (node != null && more > 0) {
      scroll.setVvalue(Math.min(1, node.getBoundsInParent().getMinY() / more));
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 1;
    double needed = sections.prefHeight(width);
    double room = getHeight() - needed - FOOT - SIDE / 2 - 1;
    boolean legendFits = room >= LegendView.heightFor(FEWEST_IN_LEGEND);
    double height = Math.min(room, legend.prefHeight(-1));
    double top = legendFits ? getHeight() - FOOT - height : getHeight();
    show(legend, legendFits);
    show(line, legendFits);
    legend.resizeRelocate(SIDE, top, width - 2 * SIDE, height);
    line.resizeRelocate(SIDE, top - SIDE / 2, width - 2 * SIDE, 1);
    scroll.resizeRelocate(0, 0, width, legendFits ? top - SIDE / 2 - 1 : getHeight());
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
  }
}
