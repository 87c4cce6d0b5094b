package unjam.ui.stage;

import java.util.List;
import java.util.Optional;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;
import unjam.ui.control.Carry.Place;
import unjam.ui.stage.StagePicture.Lane;

/** Which part of the machine is meant by a point of the stage: a disk or its line, a gate. */
final class DropPlaces {

  /** A line is hit this far beside it, if no other one is nearer. */
  private static final double BESIDE = 22;

  private static final double GATE = 14;

  private DropPlaces() {}

  static Optional<Place> at(StageLayout at, StagePicture picture, double x, double y) {
    List<Lane> lanes = picture.lanes();
    int nearest = -1;
    double least = BESIDE;
    for (int lane = 0; lane < lanes.size(); lane++) {
      double distance = distance(at, lane, x, y);
      if (distance < least) {
        nearest = lane;
        least = distance;
      }
    }
    if (nearest < 0) {
      return Optional.empty();
    }
    Lane lane = lanes.get(nearest);
    boolean gate = Math.abs(y - at.gateY()) <= GATE && Math.abs(x - at.downX(nearest)) <= BESIDE;
    if (gate || lane.isBundle()) {
      return gate
          ? Optional.of(new Place("host" + lane.host(), new Scope.Host(lane.host())))
          : Optional.empty();
    }
    return Optional.of(new Place(lane.name(), new Scope.Lun(Hctl.parse(lane.address()))));
  }

  /** From a point to a disk or to one of the two halves of its line. */
  private static double distance(StageLayout at, int lane, double x, double y) {
    double row = at.rowY(lane);
    double half = at.bodyHeight(lane) / 2;
    double capsule =
        Math.hypot(
            beyond(x, at.downX(lane), at.upX(lane)), beyond(y, row - half, row + half));
    double top = at.topY();
    double down = Math.hypot(x - at.downX(lane), beyond(y, top, row));
    double up = Math.hypot(x - at.upX(lane), beyond(y, top, row));
    return Math.min(capsule, Math.min(down, up));
  }

  private static double beyond(double value, double from, double to) {
    return Math.max(0, Math.max(from - value, value - to));
  }
}
