package unjam.ui.timeline;

import java.util.List;
import java.util.Optional;

/**
 * Where everything on the time line of several futures is, in pixels.
 *
 * @param lanes the futures, from top to bottom
 * @param width of the view
 * @param height of the view
 * @param wide the larger type of wide windows
 */
record FuturesLayout(List<FutureLane> lanes, double width, double height, boolean wide) {

  private static final double RIGHT = 20;

  double left() {
    return wide ? 224 : 168;
  }

  double right() {
    return width - RIGHT;
  }

  /** The longest of them decides what the whole width is. */
  long end() {
    return lanes.stream().mapToLong(FutureLane::end).max().orElse(1);
  }

  double x(long nanos) {
    return left() + (right() - left()) * Math.clamp((double) nanos / Math.max(1, end()), 0, 1);
  }

  long nanos(double x) {
    return Math.clamp(
        Math.round(end() * ((x - left()) / Math.max(1, right() - left()))), 0, end());
  }

  List<Ruler.Tick> ticks() {
    return Ruler.whole(end(), left(), right() - left(), wide ? 90 : 70);
  }

  double ruler() {
    return wide ? 54 : 48;
  }

  double bottom() {
    return height - (wide ? 10 : 6);
  }

  double laneTop(int index) {
    return ruler() + (bottom() - ruler()) * index / Math.max(1, lanes.size());
  }

  private double part(int index, double part) {
    return laneTop(index) + (laneTop(index + 1) - laneTop(index)) * part;
  }

  double diskY(int index) {
    return part(index, 0.2);
  }

  double gateY(int index) {
    return part(index, 0.53);
  }

  double othersY(int index) {
    return part(index, 0.83);
  }

  /** The first instant at which they are not all the same. */
  Optional<Long> parting() {
    return lanes.stream()
        .flatMap(each -> each.parting().stream())
        .min(Long::compare);
  }
}
