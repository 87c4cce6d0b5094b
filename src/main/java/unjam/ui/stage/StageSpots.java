package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import unjam.ui.control.Spot;
import unjam.ui.stage.StageLayout.Point;
import unjam.ui.stage.StagePicture.Lane;

/** Where one can point at what; in the order of the path. */
final class StageSpots {

  /** A command can be hit in this circle, however small it is drawn. */
  static final double HIT = 28;

  private final StageLayout at;
  private final StagePicture picture;
  private final List<Spot<Thing>> spots = new ArrayList<>();

  private StageSpots(StageLayout at, StagePicture picture) {
    this.at = at;
    this.picture = picture;
  }

  static List<Spot<Thing>> of(StageLayout at, StagePicture picture) {
    return new StageSpots(at, picture).all();
  }

  private List<Spot<Thing>> all() {
    stations(Stop.Side.DOWN);
    stations(Stop.Side.UP);
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      process(lane, picture.lanes().get(lane));
    }
    picture.gates().forEach(this::gate);
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      disk(lane, picture.lanes().get(lane));
    }
    picture.ehAsks().ifPresent(this::sent);
    picture.crowds().forEach(this::crowd);
    for (StagePicture.OnPath each : picture.tokens()) {
      if (!each.small()) {
        Point place = at.place(each.lane(), each.at(), each.rank());
        spots.add(
            Spot.around(
                new Thing.Command(each.command()), "token-" + each.command(), place.x(),
                place.y(), HIT));
      }
    }
    return spots;
  }

  /** A station can be hit at its mark and at its name. */
  private void stations(Stop.Side side) {
    for (StagePicture.StopName name : picture.stops()) {
      Stop stop = name.stop();
      if (stop.side() != side || !stop.isDrawn() || !picture.look().queues()) {
        continue;
      }
      double left = at.stopX(stop, side == Stop.Side.DOWN ? 0 : at.lanes() - 1);
      double right = at.stopX(stop, side == Stop.Side.DOWN ? at.lanes() - 1 : 0);
      spots.add(
          new Spot<>(
              new Thing.Station(stop), "station-" + stop.name(), left - 12,
              at.stopY(stop, 0) - 10, right - left + 24, 20, true));
    }
  }

  private void process(int lane, Lane disk) {
    if (!disk.process().isEmpty()) {
      spots.add(
          Spot.around(
              new Thing.Process(disk.device()), "process-of-" + disk.name(), at.downX(lane),
              at.grid().y(106), 24));
    }
  }

  private void gate(StagePicture.Gate gate) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      if (picture.lanes().get(lane).host() == gate.host()) {
        left = Math.min(left, at.downX(lane));
        right = Math.max(right, at.downX(lane));
      }
    }
    double post = at.gatePost() + at.gateHeight() / 2;
    if (left <= right) {
      spots.add(
          new Spot<>(
              new Thing.Gate(gate.host()), "gate-of-host" + gate.host(), left - post,
              at.gateY() - 13, right - left + 2 * post, 26, true));
    }
  }

  private void disk(int lane, Lane disk) {
    double height = Math.max(at.bodyHeight(lane), Math.min(24, at.bodyHeight(lane) + 4));
    Thing thing =
        disk.isBundle() ? new Thing.Disks(lane) : new Thing.Disk(disk.device());
    spots.add(
        new Spot<>(
            thing, disk.isBundle() ? "disks-" + lane : "disk-" + disk.name(), at.capsuleLeft(),
            at.rowY(lane) - height / 2, at.capsuleRight() - at.capsuleLeft(), height,
            disk.squares() == 0));
  }

  private void sent(StagePicture.EhAsks asks) {
    if (!asks.sent().isEmpty()) {
      Point place = TrafficPainter.ehPlace(at, asks);
      spots.add(
          Spot.around(
              new Thing.Sent(asks.device()), "eh-command", place.x(), place.y(), HIT));
    }
  }

  private void crowd(StagePicture.Crowd crowd) {
    TrafficPainter.Box box = TrafficPainter.box(at, crowd);
    spots.add(
        new Spot<>(
            new Thing.Crowd(crowd.lane(), crowd.at()),
            "commands-" + crowd.lane() + "-" + crowd.at(), box.x() - 3, box.y() - 4,
            box.width() + 6, 26, true));
  }
}
