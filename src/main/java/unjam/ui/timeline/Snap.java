package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;

/** Instants that a pointer near them means. */
final class Snap {

  /** How near, in pixels. */
  private static final double NEAR = 5;

  private final ScrubberPicture picture;
  private final TimeAxis axis;

  Snap(ScrubberPicture picture, TimeAxis axis) {
    this.picture = picture;
    this.axis = axis;
  }

  /** The decisive instant at a place, or just what is there. */
  long toMarks(double x) {
    return nearest(marks(), x);
  }

  /** Also where a bar begins or ends. */
  long near(double x) {
    List<Long> all = marks();
    for (Lane lane : picture.page().lanes()) {
      for (Bar bar : lane.bars()) {
        all.add(bar.from());
        all.add(bar.to());
      }
    }
    return nearest(all, x);
  }

  private List<Long> marks() {
    List<Long> all = new ArrayList<>(picture.page().deadlines());
    picture.page().marks().forEach(each -> all.add(each.nanos()));
    all.addAll(picture.pins().bookmarks());
    return all;
  }

  private long nearest(List<Long> all, double x) {
    long best = axis.nanos(x);
    double distance = NEAR;
    for (long each : all) {
      double away = Math.abs(axis.x(each) - x);
      if (axis.shows(each) && away < distance) {
        best = each;
        distance = away;
      }
    }
    return best;
  }

  /** On the axis of the whole run. */
  long onWhole(double x, ScrubberLayout at) {
    long end = picture.overview().end();
    long best = at.overviewInstant(x, end);
    double distance = NEAR;
    List<Long> all = new ArrayList<>(picture.pins().bookmarks());
    picture.overview().marks().forEach(each -> all.add(each.nanos()));
    for (long each : all) {
      double away = Math.abs(at.overviewX(each, end) - x);
      if (away < distance) {
        best = each;
        distance = away;
      }
    }
    return best;
  }
}
