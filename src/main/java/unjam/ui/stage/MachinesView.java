package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;
import unjam.ui.control.Carry;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Spot;
import unjam.ui.control.StageGrid;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.stage.MachinesLayout.Box;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** Two machines under one clock: who waits on the left, who owes the answer on the right. */
public final class MachinesView extends Region {

  private final StageViewModel model;
  private final PaintedPane map;
  private final PaintedPane traffic;
  private final TextLayer words = new TextLayer();
  private final TokenPainter tokens;
  private final StagePointing pointing;

  MachinesView(StageViewModel model, Surroundings around) {
    this.model = model;
    tokens = new TokenPainter(around.palette().getValue());
    setId("machines");
    getStyleClass().addAll("stage", "machines");
    setPickOnBounds(false);
    map = new PaintedPane(around.palette(), this::paintMap);
    traffic = new PaintedPane(around.palette(), this::paintTraffic);
    pointing = new StagePointing(model, around);
    getChildren().addAll(map, traffic, words, pointing.layer());
    model.machinesProperty().addListener((value, before, now) -> requestLayout());
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    around.texts().addListener((value, before, now) -> requestLayout());
  }

  private MachinesPicture picture() {
    return model.machinesProperty().get();
  }

  private StagePicture path() {
    return model.pictureProperty().get();
  }

  private MachinesLayout places() {
    StageGrid grid =
        new StageGrid(
            getWidth(), getHeight(), Styles.isWide(this), picture().look(), path().disks());
    return new MachinesLayout(grid, picture(), path().lanes());
  }

  /** Whether there are two machines to show. */
  public boolean exists() {
    return picture().exists();
  }

  /** Where the error handler's ladder stands while it climbs; empty while it sleeps. */
  public Optional<Rectangle2D> ladder() {
    if (!exists() || !picture().left().climbs()) {
      return Optional.empty();
    }
    Box column = places().column();
    return Optional.of(new Rectangle2D(column.x(), column.y(), column.w(), column.h()));
  }

  /** What the pointer or the focus is on is explained; false if that is nothing here. */
  boolean explainPointed() {
    return pointing.layer().explainPointed();
  }

  @Override
  protected void layoutChildren() {
    boolean on = exists();
    map.setVisible(on);
    traffic.setVisible(on);
    pointing.layer().setVisible(on);
    if (!on) {
      words.begin();
      words.end();
      pointing.layer().show(List.of());
      map.show(List.of());
      traffic.show(List.of());
      return;
    }
    MachinesLayout at = places();
    for (Region each : List.of(map, traffic, words, pointing.layer())) {
      each.resizeRelocate(0, 0, getWidth(), getHeight());
    }
    map.show(List.of(picture().painted(), path().map()));
    traffic.show(path().traffic());
    new MachinesWords(words, at, picture(), path()).say();
    pointing.layer().show(spots(at));
  }

  /** A hidden pane is painted too when its size or its colours change; then it stays empty. */
  private void paintMap(GraphicsContext g, Palette colors) {
    if (exists()) {
      new MachinesPainter(g, colors, places(), picture(), path(), tokens).paint();
    }
  }

  /** Commands on the left machine: above their unit while they wait, else on their way. */
  private void paintTraffic(GraphicsContext g, Palette colors) {
    if (!exists()) {
      return;
    }
    MachinesLayout at = places();
    double radius = Math.min(at.grid().token(), at.unitWidth() / 2);
    for (StagePicture.OnPath each : path().tokens()) {
      tokens.paint(
          g, colors,
          new Token(
              each.shape(), each.tag(), at.laneX(each.lane()), tokenY(at, each), radius,
              each.timeLeft(), each.subject() || each.lifted(), each.dimmed()));
    }
  }

  private static double tokenY(MachinesLayout at, StagePicture.OnPath token) {
    double radius = at.grid().token();
    if (token.at() < Stop.START.ordinal()) {
      return at.unitY() - at.unitHeight() / 2 - radius - 5 - token.rank() * 2.0 * radius;
    }
    return at.tokenY() + token.rank() * 1.6 * radius;
  }

  private List<Spot<Thing>> spots(MachinesLayout at) {
    List<Spot<Thing>> spots = new ArrayList<>();
    for (int i = 0; i < path().lanes().size(); i++) {
      StagePicture.Lane lane = path().lanes().get(i);
      if (lane.isBundle()) {
        spots.add(
            Spot.around(
                new Thing.Disks(i), "m-spot-bundle-" + i, at.laneX(i), at.unitY(), 28));
        continue;
      }
      spots.add(
          Spot.around(
              new Thing.Process(lane.device()), "m-spot-process-" + lane.name(), at.laneX(i),
              at.processY(), 28));
      spots.add(
          new Spot<>(
              new Thing.Disk(lane.device()), "m-spot-disk-" + lane.name(),
              at.laneX(i) - at.unitWidth() / 2, at.unitY() - at.unitHeight() / 2, at.unitWidth(),
              at.unitHeight(), true));
    }
    for (StagePicture.Gate gate : path().gates()) {
      spots.add(
          Spot.around(
              new Thing.Gate(gate.host()), "m-spot-gate-" + gate.host(), gateX(at, gate.host()),
              at.hostY(), 28));
    }
    for (StagePicture.OnPath each : path().tokens()) {
      spots.add(
          Spot.around(
              new Thing.Command(each.command()), "m-token-" + each.command(),
              at.laneX(each.lane()), tokenY(at, each), StageSpots.HIT));
    }
    remote(at, spots);
    return spots;
  }

  private double gateX(MachinesLayout at, int host) {
    for (int i = 0; i < path().lanes().size(); i++) {
      if (path().lanes().get(i).host() == host) {
        return at.laneX(i);
      }
    }
    return 0;
  }

  private void remote(MachinesLayout at, List<Spot<Thing>> spots) {
    for (int i = 0; i < picture().left().sessions().size(); i++) {
      String name = picture().left().sessions().get(i).name();
      spots.add(spot(name, at.session(i)));
    }
    for (int i = 0; i < picture().links().size(); i++) {
      double half = at.gap() / 2;
      spots.add(
          spot(
              "link-" + picture().links().get(i).host(),
              new Box(at.crossX() - half, at.crossY(i) - 12, 2 * half, 24)));
    }
    for (int i = 0; i < picture().right().threads().size(); i++) {
      if (at.fits(i)) {
        spots.add(spot(picture().right().threads().get(i).id(), at.thread(i)));
      }
    }
    for (int i = 0; i < picture().right().held().size() && at.heldFits(i); i++) {
      String id = picture().right().held().get(i).id();
      spots.add(spot(id, at.held(i)));
      spots.add(spot("bio-" + id, at.bio(i)));
    }
    for (int i = 0; i < picture().right().stores().size(); i++) {
      spots.add(spot(picture().right().stores().get(i).id(), at.store(i)));
    }
  }

  private static Spot<Thing> spot(String id, Box box) {
    return new Spot<>(
        new Thing.Remote(id), "m-spot-" + id, box.x(), box.y(), box.w(), box.h(), false);
  }

  /** The disk or the host that is meant by a point. */
  Optional<Carry.Place> placeAt(double x, double y) {
    MachinesLayout at = places();
    for (int i = 0; i < picture().right().stores().size(); i++) {
      Box box = at.store(i);
      if (x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom()) {
        int device = picture().right().stores().get(i).device();
        return path().lanes().stream().filter(each -> each.device() == device).findFirst()
            .map(MachinesView::disk);
      }
    }
    for (int i = 0; i < path().lanes().size(); i++) {
      StagePicture.Lane lane = path().lanes().get(i);
      boolean near = Math.abs(x - at.laneX(i)) <= at.unitWidth() / 2 + 3;
      if (near && Math.abs(y - at.hostY()) <= 14) {
        return Optional.of(new Carry.Place("host" + lane.host(), new Scope.Host(lane.host())));
      }
      if (near && y >= at.nameY() - 14 && y <= at.hostY() && !lane.isBundle()) {
        return Optional.of(disk(lane));
      }
    }
    return Optional.empty();
  }

  private static Carry.Place disk(StagePicture.Lane lane) {
    return new Carry.Place(lane.name(), new Scope.Lun(Hctl.parse(lane.address())));
  }
}
