package unjam.ui.timeline;

import java.util.List;
import unjam.ui.timeline.ScrubberPicture.Kind;
import unjam.ui.timeline.ScrubberPicture.Lane;

/** Where everything on the time line is, in pixels: a pure function of size and lanes. */
public final class ScrubberLayout {

  private final double width;
  private final double height;
  private final boolean wide;
  private final List<Lane> lanes;

  ScrubberLayout(double width, double height, boolean wide, List<Lane> lanes) {
    this.width = width;
    this.height = height;
    this.wide = wide;
    this.lanes = lanes;
  }

  double left() {
    return wide ? 224 : 138;
  }

  double right() {
    return width - (wide ? 60 : 44);
  }

  double nameX() {
    return wide ? 20 : 14;
  }

  /** The whole run: its axis, and the room above it for density and marks. */
  double overviewY() {
    return 30;
  }

  double overviewBottom() {
    return 46;
  }

  double rulerY() {
    return 62;
  }

  double lanesTop() {
    return 68;
  }

  double lanesBottom() {
    return height - 22;
  }

  private double weight(Lane lane) {
    return lane.kind() == Kind.GATE ? 0.8 : 1;
  }

  double laneHeight(int lane) {
    double all = lanes.stream().mapToDouble(this::weight).sum();
    return (lanesBottom() - lanesTop()) * weight(lanes.get(lane)) / Math.max(1, all);
  }

  double laneY(int lane) {
    double y = lanesTop();
    for (int i = 0; i < lane; i++) {
      y += laneHeight(i);
    }
    return y;
  }

  /** A place on the axis of the whole run. */
  double overviewX(long nanos, long end) {
    return left() + (right() - left()) * nanos / Math.max(1, end);
  }

  long overviewInstant(double x, long end) {
    double part = Math.clamp((x - left()) / (right() - left()), 0, 1);
    return Math.round(part * end);
  }

  /** A place on the page. */
  double pageX(long presentation, ScrubberPicture.Page page) {
    double part = (double) (presentation - page.from()) / Math.max(1, page.to() - page.from());
    return left() + (right() - left()) * part;
  }

  long pagePlace(double x, ScrubberPicture.Page page) {
    double part = Math.clamp((x - left()) / (right() - left()), 0, 1);
    return page.from() + Math.round(part * (page.to() - page.from()));
  }
}
