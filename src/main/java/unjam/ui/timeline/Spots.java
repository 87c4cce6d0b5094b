package unjam.ui.timeline;

import java.util.Optional;
import unjam.app.Marker;
import unjam.ui.timeline.ScrubberPicture.Pins;
import unjam.ui.timeline.TimeAxis.Piece;

/** Small things that a pointer takes hold of; nothing is scrolled. */
final class Spots {

  /** So near the playhead of the whole run it is the playhead that is meant. */
  private static final double HEAD = 9;

  /** Half of what is written on a marker, or in a tear. */
  private static final double WORDS = 24;

  /** The upper edge, by which the height is dragged. */
  private static final double GRIP = 5;

  private final ScrubberPicture picture;
  private final ScrubberLayout at;

  Spots(ScrubberPicture picture, ScrubberLayout at) {
    this.picture = picture;
    this.at = at;
  }

  boolean isGrip(double y) {
    return y < GRIP;
  }

  /** On the axis of the whole run. */
  boolean isWhole(double y) {
    return y < at.overviewBottom();
  }

  /** The playhead of the whole run. */
  boolean isHead(double x) {
    return Math.abs(x - at.overviewX(picture.now(), picture.overview().end())) <= HEAD;
  }

  /** The flag of a marker. */
  Optional<Marker> marker(double x, double y) {
    TimeAxis axis = picture.page().axis();
    Pins pins = picture.pins();
    if (y > at.lanesTop()) {
      return Optional.empty();
    }
    for (Marker marker : Marker.values()) {
      long nanos = marker == Marker.A ? pins.a() : pins.b();
      if (nanos >= 0 && axis.shows(nanos) && Math.abs(axis.x(nanos) - x) < WORDS) {
        return Optional.of(marker);
      }
    }
    return Optional.empty();
  }

  /** The written length of a silence, which opens it. */
  Optional<Piece> tear(double x, double y) {
    double middle = (at.lanesTop() + at.lanesBottom()) / 2;
    return Math.abs(y - middle) > GRIP * 2
        ? Optional.empty()
        : picture.page().axis().tears().stream()
            .filter(each -> Math.abs((each.left() + each.right()) / 2 - x) < WORDS)
            .findFirst();
  }
}
