package unjam.ui.ladder;

import java.util.List;
import javafx.scene.layout.Region;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Pill;
import unjam.ui.control.StageGrid;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Styles;

/** The error handler's half of the stage. */
public final class LadderView extends Region {

  /** Disks up to which a rung's harm is drawn; beyond, it is a number. */
  static final int MOST_SQUARES = 8;

  private static final int MOST_HELD = 3;

  private final LadderViewModel model;
  private final Surroundings around;
  private final PaintedPane painted;
  private final PaintedPane held;
  private final TextLayer words = new TextLayer();
  private final Pill thread;
  private final TokenPainter tokens;

  /**
   * @param model what to show
   * @param around words, colours, and who takes what a person does
   */
  public LadderView(LadderViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    tokens = new TokenPainter(around.palette().getValue());
    thread = new Pill("eh-thread", around.palette(), 1.1);
    thread.getStyleClass().add("machine");
    painted =
        new PaintedPane(
            around.palette(),
            (g, colors) ->
                new LadderPainter(g, colors, places(), picture(), tokens)
                    .paintFrom(places().grid().split()));
    held =
        new PaintedPane(
            around.palette(),
            (g, colors) -> {
              double radius = at().token();
              for (int i = 0; i < held().size(); i++) {
                LadderPicture.Held each = held().get(i);
                tokens.paint(
                    g, colors,
                    new Token(
                        each.shape(), each.tag(), radius + 1 + i * (2 * radius + 6), radius + 1,
                        radius, 1, false, false));
              }
            });
    getStyleClass().add("ladder");
    setMouseTransparent(true);
    getChildren().addAll(painted, words, thread, held);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    around.texts().addListener((value, before, now) -> requestLayout());
  }

  private LadderPicture picture() {
    return model.pictureProperty().get();
  }

  private StageGrid at() {
    return new StageGrid(
        getWidth(), getHeight(), Styles.isWide(this), picture().look(), picture().disks());
  }

  private LadderLayout places() {
    return new LadderLayout(at(), picture().rungs());
  }

  private List<LadderPicture.Held> held() {
    return picture().held().stream().limit(MOST_HELD).toList();
  }

  @Override
  protected void layoutChildren() {
    LadderLayout at = places();
    double left = Math.floor(at.grid().split());
    painted.resizeRelocate(left, 0, getWidth() - left, getHeight());
    painted.show(picture().painted());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    new LadderWords(words, at, picture(), around.texts().getValue()).say();
    thread(at);
  }

  /** The thread stands on the lit rung with what it holds; without one, at the ladder's foot. */
  private void thread(LadderLayout at) {
    boolean lit = at.hasLit();
    thread.say(
        Runner.ERROR_HANDLER,
        lit ? picture().thread() : picture().thread() + "  " + picture().threadNote(),
        picture().awake() ? Pill.Tone.SOLID : Pill.Tone.QUIET);
    thread.autosize();
    double x = lit
        ? at.left() - at.boxMargin() + 12
        : (at.left() + at.right() - thread.getWidth()) / 2;
    double y = lit ? at.boxTop() - thread.getHeight() * 0.53 : at.foot() - 8;
    thread.relocate(Math.round(x), Math.round(y));
    held.setVisible(lit);
    double radius = at.grid().token();
    double middle = thread.getLayoutY() + thread.getHeight() / 2;
    held.resizeRelocate(
        Math.round(x + thread.getWidth() + 8), Math.round(middle - radius - 1),
        MOST_HELD * (2 * radius + 6) + 2, 2 * radius + 2);
    held.show(List.of(held(), radius));
  }
}
