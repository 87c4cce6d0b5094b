package unjam.ui.timeline;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.app.Stated;
import unjam.ui.text.Texts;

/** Flags of what a learner has said about the run before the stage was shown. */
final class StatedLayer extends Region {

  private static final PseudoClass LEFTWARDS = PseudoClass.getPseudoClass("leftwards");

  private final ObservableValue<Texts> texts;
  private List<Stated> shown = List.of();

  StatedLayer(ObservableValue<Texts> texts) {
    this.texts = texts;
    setMouseTransparent(true);
    setPickOnBounds(false);
  }

  /** Every flag has its place by its instant, each in a lane of its own. */
  @Override
  protected void layoutChildren() {}

  void show(List<Stated> stated, ScrubberLayout at, TimeAxis axis) {
    if (!stated.equals(shown)) {
      shown = stated;
      getChildren().clear();
      stated.forEach(this::add);
    }
    double top = at.lanesTop() - 2;
    for (int i = 0; i < shown.size(); i++) {
      double x = Math.round(axis.x(shown.get(i).nanos()));
      boolean seen = x >= axis.left() && x <= axis.right();
      Region line = (Region) getChildren().get(2 * i);
      Label flag = (Label) getChildren().get(2 * i + 1);
      line.setVisible(seen);
      flag.setVisible(seen);
      line.resizeRelocate(x - 1, top, 2, at.lanesBottom() - top);
      flag.autosize();
      boolean leftwards = x + flag.getWidth() > axis.right();
      flag.pseudoClassStateChanged(LEFTWARDS, leftwards);
      flag.relocate(
          leftwards ? x - flag.getWidth() : x, top + i * (flag.getHeight() + 2));
    }
  }

  private void add(Stated each) {
    Texts words = texts.getValue();
    Region line = new Region();
    line.getStyleClass().add("stated-line");
    Label flag =
        new Label(
            words.of(
                each.right() ? "stated.right" : "stated.wrong",
                each.heading(words.isChinese() ? "zh_CN" : "en")));
    flag.getStyleClass().addAll("truth-flag", "stated-flag");
    flag.setId("stated-" + each.step());
    getChildren().addAll(line, flag);
  }
}
