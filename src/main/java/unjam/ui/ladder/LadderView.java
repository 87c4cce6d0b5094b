package unjam.ui.ladder;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Pill;
import unjam.ui.control.StageGrid;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.control.TokenPainter;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** The error handler's half of the stage. */
public final class LadderView extends Region {

  /** Disks up to which a rung's harm is drawn; beyond, it is a number. */
  static final int MOST_SQUARES = 4;

  private final LadderViewModel model;
  private final ObservableValue<Texts> texts;
  private final PaintedPane painted;
  private final TextLayer words = new TextLayer();
  private final Pill thread;
  private final TokenPainter tokens;

  /**
   * @param model what to show
   * @param texts the words of the language
   * @param palette the colours
   */
  public LadderView(
      LadderViewModel model, ObservableValue<Texts> texts, ObservableValue<Palette> palette) {
    this.model = model;
    this.texts = texts;
    tokens = new TokenPainter(palette.getValue());
    thread = new Pill("eh-thread", palette);
    painted =
        new PaintedPane(
            palette,
            (g, colors) ->
                new LadderPainter(g, colors, places(), model.pictureProperty().get(), tokens)
                    .paintFrom(places().grid().split()));
    getStyleClass().add("ladder");
    setMouseTransparent(true);
    getChildren().addAll(painted, words, thread);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    texts.addListener((value, before, now) -> requestLayout());
  }

  private LadderLayout places() {
    boolean wide = Styles.isWide(this);
    LadderPicture picture = model.pictureProperty().get();
    return new LadderLayout(
        new StageGrid(getWidth(), getHeight(), wide, picture.disks()), picture.rungs());
  }

  @Override
  protected void layoutChildren() {
    LadderPicture picture = model.pictureProperty().get();
    LadderLayout at = places();
    double left = Math.floor(at.grid().split());
    painted.resizeRelocate(left, 0, getWidth() - left, getHeight());
    painted.show(picture.painted());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    words.begin();
    heads(at, picture);
    for (int i = 0; i < picture.steps().size(); i++) {
      step(at, i, picture.steps().get(i), picture.lit().isPresent());
    }
    for (int i = 0; i < picture.rungs().size(); i++) {
      rung(at, i, picture.rungs().get(i));
    }
    picture.lit().ifPresent(lit -> lit(at, picture, lit));
    words.end();
    thread(at, picture);
  }

  private void heads(LadderLayout at, LadderPicture picture) {
    Texts say = texts.getValue();
    words.put("steps-head", say.of("ladder.steps"), Anchor.LEFT, at.stepX() - 11, at.headY(),
        Styles.CAPTION);
    words.put("ladder-head", say.of("ladder.head", picture.thread()), Anchor.LEFT, at.left() - 2,
        at.headY(), Styles.CAPTION);
    words.put("hits-head", say.of("ladder.hits"), Anchor.LEFT, at.hitsX(), at.headY(),
        Styles.CAPTION);
  }

  private void step(LadderLayout at, int index, LadderPicture.Step step, boolean lit) {
    double x = at.stepTextX();
    double y = at.stepY(index);
    double line = at.grid().wide() ? 17 : 14;
    boolean idle = step.phase() == LadderPicture.Phase.IDLE;
    words.put("step-" + index, step.title(), Anchor.LEFT, x, y - 2,
        idle ? Styles.BODY : Styles.LABEL);
    if (at.functionFits(step.function(), lit)) {
      words.put("step-fn-" + index, step.function(), Anchor.LEFT, x, y - 2 + line,
          Styles.FUNCTION, idle ? Styles.QUIET : Styles.FUNCTION);
    }
    String third = step.when().isEmpty() ? step.note() : step.when();
    if (!third.isEmpty()) {
      words.put("step-when-" + index, third, Anchor.LEFT, x, y - 2 + 2 * line,
          step.when().isEmpty() ? Styles.CAPTION : Styles.NUMBER);
    }
    if (!step.when().isEmpty() && !step.note().isEmpty()) {
      words.put("step-note-" + index, step.note(), Anchor.LEFT, x, y - 2 + 3 * line - 1,
          Styles.CAPTION);
    }
  }

  private void rung(LadderLayout at, int index, LadderPicture.RungView rung) {
    if (rung.hits().size() > MOST_SQUARES) {
      long hurt =
          rung.hits().stream().filter(each -> each != LadderPicture.Hit.SPARED).count();
      words.put("hits-" + rung.rung(), texts.getValue().of("ladder.hurt", hurt,
          rung.hits().size()), Anchor.LEFT, at.hitsX(), at.rungY(index) - 6, Styles.NUMBER);
    }
    if (rung.status() == LadderPicture.Status.LIT) {
      return;
    }
    double x = at.left() + 10;
    double y = at.rungY(index) - 6;
    boolean faint =
        switch (rung.status()) {
          case MISSING, SKIPPED -> true;
          case TO_COME, LIT, WORKED, FAILED -> false;
        };
    boolean function = at.grid().wide() && at.pitch() >= 40;
    words.put("rung-" + rung.rung(), rung.name(), Anchor.LEFT, x, function ? y - 15 : y,
        faint ? Styles.CAPTION : Styles.BODY);
    if (function) {
      words.put("rung-fn-" + rung.rung(), rung.function(), Anchor.LEFT, x, y, Styles.FUNCTION,
          Styles.QUIET);
    }
    if (!rung.note().isEmpty()) {
      words.put("rung-note-" + rung.rung(), rung.note(), Anchor.RIGHT, at.trackX() - 8,
          function ? y - 15 : y, Styles.CAPTION);
    }
  }

  private void lit(LadderLayout at, LadderPicture picture, LadderPicture.Lit lit) {
    double x = at.left() + 2;
    double right = at.right() + 2;
    double y = at.boxTop();
    double h = at.boxHeight();
    picture.rungs().stream()
        .filter(each -> each.status() == LadderPicture.Status.LIT)
        .findFirst()
        .ifPresent(
            rung ->
                words.put("lit", rung.name(), Anchor.LEFT, x, y + h * 0.37, Styles.TITLE));
    words.put("lit-time", lit.time(), Anchor.RIGHT, right, y + h * 0.37, Styles.NUMBER,
        Styles.SUBJECT);
    words.put("lit-reset", lit.reset(), Anchor.LEFT, x + 14, y + h * 0.57, Styles.BODY);
    if (!lit.asked().isEmpty()) {
      words.put("lit-asked", lit.asked(), Anchor.LEFT, x + 14, y + h * 0.77, Styles.BODY);
    }
  }

  /** The thread stands on the lit rung; without one, at the ladder's foot. */
  private void thread(LadderLayout at, LadderPicture picture) {
    boolean lit = picture.lit().isPresent();
    thread.say(
        Runner.ERROR_HANDLER,
        lit ? picture.thread() : picture.thread() + "  " + picture.threadNote(),
        picture.awake());
    thread.autosize();
    double x = lit ? at.left() - 2 : (at.left() + at.right() - thread.getWidth()) / 2;
    double y = lit ? at.boxTop() - 10 : at.foot() + 4;
    thread.relocate(Math.round(x), Math.round(y));
  }
}
