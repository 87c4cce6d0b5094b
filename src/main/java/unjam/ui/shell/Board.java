package unjam.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import unjam.app.Detail;
import unjam.app.Session;
import unjam.ui.control.Carry;
import unjam.ui.ladder.LadderView;
import unjam.ui.stage.StageView;
import unjam.ui.theme.Styles;

/**
 * The stage's two halves over each other: the path below, the ladder in its right part; and in the
 * lower right corner, where there is room, the steps of the function that the picture is about.
 */
final class Board extends Region {

  /** Where the corner begins, as parts of width and height. */
  private static final double STEPS_LEFT = 0.582;

  private static final double STEPS_TOP = 0.822;
  private static final double STEPS_RIGHT = 20;

  private final StageView stage;
  private final LadderView ladder;
  private final Region steps;

  Board(StageView stage, LadderView ladder, Region steps) {
    this.stage = stage;
    this.ladder = ladder;
    this.steps = steps;
    getStyleClass().add("board");
    getChildren().addAll(ladder, stage, steps);
    Carry.onto(this, stage::placeAt);
  }

  /** Whether there is room for the steps, and somebody wants that much detail. */
  boolean showsSteps(Session session) {
    return Styles.isWide(this)
        && session.desk().detail() == Detail.FUNCTIONS
        && session.look().scale() < 1.3;
  }

  void show(Session session) {
    show(steps, showsSteps(session));
  }

  private static void show(Node node, boolean on) {
    node.setVisible(on);
  }

  @Override
  protected void layoutChildren() {
    ladder.resizeRelocate(0, 0, getWidth(), getHeight());
    stage.resizeRelocate(0, 0, getWidth(), getHeight());
    double left = Math.round(getWidth() * STEPS_LEFT);
    double width = getWidth() - left - STEPS_RIGHT;
    steps.resizeRelocate(
        left, Math.round(getHeight() * STEPS_TOP), width, steps.prefHeight(width));
  }
}
