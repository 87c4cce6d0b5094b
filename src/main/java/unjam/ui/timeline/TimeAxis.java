package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where instants are on the lanes: slices that are each to scale, from left to right, with a tear
 * between two of them for the time that is left out. Instants in simulated nanoseconds, places in
 * pixels.
 */
final class TimeAxis {

  /**
   * A stretch of time between two places.
   *
   * @param from its first instant
   * @param to its last instant
   * @param left where it begins
   * @param right where it ends
   */
  record Piece(long from, long to, double left, double right) {

    double nanosPerPixel() {
      return (to - from) / Math.max(1e-9, right - left);
    }

    double x(long nanos) {
      return left + (right - left) * ((double) (nanos - from) / Math.max(1, to - from));
    }

    long nanos(double x) {
      return from + Math.round((to - from) * ((x - left) / Math.max(1e-9, right - left)));
    }

    boolean touches(long start, long end) {
      return start <= to && end >= from;
    }
  }

  private final List<Piece> slices;
  private final List<Piece> tears;
  private final double left;
  private final double right;

  /**
   * @param slices from left to right, at least one
   * @param left where the lanes begin; what came before the first slice runs out here
   * @param right where the lanes end
   */
  TimeAxis(List<Piece> slices, double left, double right) {
    this.slices = List.copyOf(slices);
    this.left = left;
    this.right = right;
    List<Piece> between = new ArrayList<>();
    for (int i = 1; i < slices.size(); i++) {
      Piece before = slices.get(i - 1);
      Piece after = slices.get(i);
      between.add(new Piece(before.to(), after.from(), before.right(), after.left()));
    }
    tears = List.copyOf(between);
  }

  /** One slice from edge to edge. */
  static TimeAxis toScale(long from, long to, double left, double right) {
    return new TimeAxis(List.of(new Piece(from, to, left, right)), left, right);
  }

  List<Piece> slices() {
    return slices;
  }

  List<Piece> tears() {
    return tears;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  long first() {
    return slices.getFirst().from();
  }

  long last() {
    return slices.getLast().to();
  }

  /** Whether some of this is in a slice. */
  boolean shows(long from, long to) {
    return slices.stream().anyMatch(each -> each.touches(from, to));
  }

  boolean shows(long nanos) {
    return shows(nanos, nanos);
  }

  /** The place of an instant; what is not on the lanes is at their edge. */
  double x(long nanos) {
    if (nanos < first()) {
      return left;
    }
    if (nanos > last()) {
      return right;
    }
    return at(nanos).x(nanos);
  }

  private Piece at(long nanos) {
    for (int i = 0; i < slices.size(); i++) {
      if (nanos <= slices.get(i).to()) {
        return nanos >= slices.get(i).from() ? slices.get(i) : tears.get(i - 1);
      }
    }
    return slices.getLast();
  }

  /** The instant at a place. */
  long nanos(double x) {
    Piece piece = under(x);
    return piece.nanos(Math.clamp(x, piece.left(), piece.right()));
  }

  /** The slice or the tear at a place; outside the nearest. */
  Piece under(double x) {
    for (int i = 0; i < slices.size(); i++) {
      if (x <= slices.get(i).right()) {
        return i == 0 || x >= slices.get(i).left() ? slices.get(i) : tears.get(i - 1);
      }
    }
    return slices.getLast();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeAxis axis
        && axis.left == left && axis.right == right && axis.slices.equals(slices);
  }

  @Override
  public int hashCode() {
    return slices.hashCode();
  }
}
