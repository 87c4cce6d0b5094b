package unjam.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import unjam.ui.control.Carry;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Pill;
import unjam.ui.control.StageGrid;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** The stage's path half with the sentence above the whole stage. */
public final class StageView extends Region {

  private final StageViewModel model;
  private final Surroundings around;
  private final StageHead head;
  private final PaintedPane map;
  private final PaintedPane traffic;
  private static final double TARGET_BELOW_TRACK = 22;
  private static final double TARGET_LEFT = 20;
  private static final double TARGET_RIGHT = 20;
  private static final double TARGET_LEAST = 50;

  private final TextLayer words = new TextLayer();
  private final Pill pill;
  private final TokenPainter tokens;
  private final StagePointing pointing;
  private final TargetPane target = new TargetPane();
  private final MachinesView machines;
  private List<Integer> previewed = List.of();
  private double besideHead;

  /**
   * @param model what to show
   * @param around words, colours, and who takes what a person does
   */
  public StageView(StageViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    tokens = new TokenPainter(around.palette().getValue());
    head = new StageHead(model, around.texts(), around.actions());
    pill = new Pill("stage-runner", around.palette(), 0.95);
    map =
        new PaintedPane(
            around.palette(),
            (g, colors) ->
                new StagePainter(g, colors, places(), picture(), previewed).paint());
    traffic = new PaintedPane(around.palette(), this::paintTraffic);
    pointing = new StagePointing(model, around);
    pointing.gateProperty().subscribe(gate -> requestLayout());
    machines = new MachinesView(model, around);
    getStyleClass().add("stage");
    setPickOnBounds(false);
    pill.setMouseTransparent(true);
    getChildren().addAll(map, traffic, words, pill, target, pointing.layer(), head);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    model.targetProperty().addListener((value, before, now) -> requestLayout());
    around.texts().addListener((value, before, now) -> requestLayout());
  }

  private StagePicture picture() {
    return model.pictureProperty().get();
  }

  private void paintTraffic(GraphicsContext g, Palette colors) {
    new TrafficPainter(g, colors, places(), picture(), tokens).paint();
  }

  private StageLayout places() {
    return new StageLayout(grid(), picture().tracks(), picture().slots());
  }

  private StageGrid grid() {
    return new StageGrid(
        getWidth(), getHeight(), Styles.isWide(this), picture().look(), picture().disks());
  }

  /** The two machines, which have the place of the path where there is another one. */
  public MachinesView machines() {
    return machines;
  }

  /** These disks are outlined: what one points at elsewhere would hurt them. */
  public void preview(List<Integer> devices) {
    previewed = List.copyOf(devices);
    requestLayout();
  }

  /** What the pointer or the focus is on is explained; false if that is nothing here. */
  public boolean explainPointed() {
    return machines.exists()
        ? machines.explainPointed()
        : pointing.layer().explainPointed();
  }

  /** Room at the right of the sentence that somebody else needs. */
  public void leaveBesideHead(double width) {
    if (besideHead != width) {
      besideHead = width;
      requestLayout();
    }
  }

  /** The head says what happens, and offers nothing. */
  public void quiet() {
    head.quiet();
  }

  @Override
  protected void layoutChildren() {
    StageLayout at = places();
    StageGrid grid = at.grid();
    head.resizeRelocate(0, 0, getWidth(), grid.head());
    head.arrange(grid.head(), grid.wide(), picture().look(), at.bandX(), besideHead);
    boolean two = machines.exists();
    map.setVisible(!two);
    traffic.setVisible(!two);
    pointing.layer().setVisible(!two);
    if (two) {
      words.begin();
      words.end();
      pill.setVisible(false);
      target.setVisible(false);
      pointing.layer().show(List.of());
      return;
    }
    path(at);
  }

  /** The way of the commands through one machine. */
  private void path(StageLayout at) {
    StageGrid grid = at.grid();
    double width = Math.ceil(grid.split() + 44);
    map.resizeRelocate(0, 0, width, getHeight());
    map.show(List.of(picture().map(), previewed));
    traffic.resizeRelocate(0, 0, width, getHeight());
    traffic.show(picture().traffic());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    StageWords say =
        new StageWords(
            words, at, picture(), around.texts().getValue(),
            pointing.gateProperty().get() >= 0);
    say.say();
    runner(say);
    target(grid);
    pointing.layer().resizeRelocate(0, 0, getWidth(), getHeight());
    pointing.layer().show(StageSpots.of(at, picture()));
  }

  /** The other machine has the room below the error handler's own track. */
  private void target(StageGrid grid) {
    double top = Math.round(grid.ehTrack() + TARGET_BELOW_TRACK * grid.look().room());
    double left = Math.round(grid.split() + TARGET_LEFT);
    double width = getWidth() - left - TARGET_RIGHT;
    double height = getHeight() - top;
    target.setVisible(showsTarget() && height >= TARGET_LEAST);
    if (target.isVisible()) {
      target.show(model.targetProperty().get(), width, height);
      target.resizeRelocate(left, top, width, Math.min(height, target.prefHeight(width)));
    }
  }

  /** Whether there is another machine to show. */
  public boolean showsTarget() {
    return model.targetProperty().get().exists() && !picture().look().card();
  }

  /** Who runs stands beside the name of the function. */
  private void runner(StageWords say) {
    pill.setVisible(picture().running().isPresent());
    picture()
        .running()
        .ifPresent(
            running -> {
              pill.say(running.runner(), running.name(), Pill.Tone.SOFT);
              pill.autosize();
              StageLayout.Point place = say.pill(running, pill.getWidth());
              pill.relocate(Math.round(place.x()), Math.round(place.y()));
            });
  }

  /** The disk or the host that is meant by a point. */
  public Optional<Carry.Place> placeAt(double x, double y) {
    return machines.exists()
        ? machines.placeAt(x, y)
        : DropPlaces.at(places(), picture(), x, y);
  }
}
