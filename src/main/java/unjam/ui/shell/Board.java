package unjam.ui.shell;

import javafx.scene.layout.Region;
import unjam.ui.control.Carry;
import unjam.ui.ladder.LadderView;
import unjam.ui.stage.StageView;

/** The stage's two halves over each other: the path below, the ladder in its right part. */
final class Board extends Region {

  private final StageView stage;
  private final LadderView ladder;

  Board(StageView stage, LadderView ladder) {
    this.stage = stage;
    this.ladder = ladder;
    getStyleClass().add("board");
    getChildren().addAll(ladder, stage);
    Carry.onto(this, stage::placeAt);
  }

  @Override
  protected void layoutChildren() {
    ladder.resizeRelocate(0, 0, getWidth(), getHeight());
    stage.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
