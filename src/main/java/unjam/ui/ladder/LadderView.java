package unjam.ui.ladder;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.ui.control.Explanation;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Pill;
import unjam.ui.control.SpotLayer;
import unjam.ui.control.StageGrid;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Styles;

/** The error handler's half of the stage. */
public final class LadderView extends Region implements SpotLayer.Guide<Part> {

  /** Disks up to which a rung's harm is drawn; beyond, it is a number. */
  static final int MOST_SQUARES = 8;

  private static final int MOST_HELD = 3;

  /** Of a ladder alone so much may lie below its foot. */
  private static final double BELOW_FOOT = 18;

  /** It stands in a place of somebody else's. */
  private static final String COLUMN = "column";

  private final LadderViewModel model;
  private final Surroundings around;
  private final PaintedPane painted;
  private final PaintedPane held;
  private final TextLayer words = new TextLayer();
  private final Pill thread;
  private final TokenPainter tokens;
  private final SpotLayer<Part> spots = new SpotLayer<>(this);
  private final ReadOnlyObjectWrapper<List<Integer>> preview =
      new ReadOnlyObjectWrapper<>(List.of());

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
    setPickOnBounds(false);
    thread.setMouseTransparent(true);
    getChildren().addAll(painted, words, thread, held, spots);
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
    spots.resizeRelocate(0, 0, getWidth(), getHeight());
    spots.show(LadderSpots.of(at, picture(), thread.getBoundsInParent(), held().size()));
  }

  /** Stands in a place of somebody else's: as many of its parts as there is room for. */
  public void fill(Rectangle2D place) {
    if (!getStyleClass().contains(COLUMN)) {
      getStyleClass().add(COLUMN);
    }
    StageGrid grid =
        new StageGrid(
            2 * place.getWidth(), place.getHeight(), Styles.isWide(this), picture().look(),
            picture().disks());
    double above = grid.head();
    resizeRelocate(
        place.getMinX() - grid.split(), place.getMinY() - above + 4,
        2 * place.getWidth(), place.getHeight() + above + BELOW_FOOT);
  }

  /** Has the right part of the stage. */
  public void fillHalf(double width, double height) {
    getStyleClass().remove(COLUMN);
    resizeRelocate(0, 0, width, height);
  }

  /** Below the ladder the lower right corner is free: its left edge. */
  public double cornerX() {
    return places().stepX() - 13;
  }

  /** Its upper edge. */
  public double cornerY() {
    return Math.max(at().ehTrack() + 34 * at().look().room(), getHeight() * 0.82);
  }

  /** Indexes of the disks that the rung under the pointer would hurt. */
  public ReadOnlyObjectProperty<List<Integer>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** What the pointer or the focus is on is explained; false if that is nothing here. */
  public boolean explainPointed() {
    return spots.explainPointed();
  }

  @Override
  public String name(Part part) {
    return model.guide().map(guide -> guide.name(part)).orElse("");
  }

  @Override
  public Explanation explain(Part part) {
    return model
        .guide()
        .map(guide -> guide.explain(part))
        .orElseGet(() -> new Explanation("", false, "", "", List.of()));
  }

  @Override
  public boolean choose(Part part, Node at) {
    if (part instanceof Part.Held command) {
      around.send(new Action.Select(command.command()));
      return true;
    }
    return false;
  }

  @Override
  public void point(@Nullable Part part) {
    preview.set(
        part instanceof Part.OfLadder pointed
            ? picture().rungs().stream()
                .filter(each -> each.rung() == pointed.rung())
                .filter(each -> each.status() != LadderPicture.Status.MISSING)
                .findFirst()
                .map(LadderPicture.RungView::hurt)
                .orElse(List.of())
            : List.of());
    if (part instanceof Part.Held command) {
      around.send(new Action.Hover(command.command()));
    } else {
      around.send(new Action.Hover(-1));
    }
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
    double above = getStyleClass().contains(COLUMN) ? 0.75 : 0.53;
    double y = lit ? at.boxTop() - thread.getHeight() * above : at.foot() - 8;
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
