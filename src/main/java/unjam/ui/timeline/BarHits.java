package unjam.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.projection.Span;
import unjam.projection.SpanIndex;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;

/** What lies under the pointer. */
final class BarHits {

  /** The pointer need not be more exact than this, in pixels. */
  private static final double NEAR = 3;

  private final Page page;
  private final ScrubberLayout at;

  BarHits(Page page, ScrubberLayout at) {
    this.page = page;
    this.at = at;
  }

  /**
   * What was hit.
   *
   * @param lane which lane, from 0
   * @param bar what stands there
   */
  record Hit(int lane, Bar bar) {}

  /** Where a bar is, in pixels; nothing is scrolled. */
  record Box(double left, double top, double width, double height) {}

  Box box(int lane, Bar bar) {
    TimeAxis axis = page.axis();
    double left = axis.x(bar.from());
    double width = Math.max(page.lanes().get(lane).least(), axis.x(bar.to()) - left);
    int rows = page.lanes().get(lane).rows();
    double height = at.barHeight(lane, rows, bar);
    return new Box(left, at.rowY(lane, rows, bar.row()) - height / 2, width, height);
  }

  /** The bar at a place; nothing is scrolled. */
  Optional<Hit> at(double x, double y) {
    int lane = at.laneAt(y);
    if (lane < 0 || x < at.left() || x > at.right() || isTear(x)) {
      return Optional.empty();
    }
    return page.lanes().get(lane).bars().stream()
        .filter(each -> distance(box(lane, each), x, y) <= NEAR)
        .min(Comparator.comparingDouble((Bar each) -> distance(box(lane, each), x, y)))
        .map(each -> new Hit(lane, each));
  }

  private boolean isTear(double x) {
    return page.axis().tears().stream()
        .anyMatch(each -> x > each.left() + NEAR && x < each.right() - NEAR);
  }

  private static double distance(Box box, double x, double y) {
    double dx = Math.max(0, Math.max(box.left() - x, x - box.left() - box.width()));
    double dy = Math.max(0, Math.max(box.top() - y, y - box.top() - box.height()));
    return Math.max(dx, dy);
  }

  /**
   * The command at a place, or -1: of a bar, or among too many to have bars the one that lasts
   * longest there.
   */
  int command(SpanIndex spans, double x, double y) {
    Optional<Hit> hit = at(x, y);
    if (hit.isPresent()) {
      return hit.get().bar().command();
    }
    int index = at.laneAt(y);
    if (index < 0 || x < at.left() || x > at.right() || isTear(x)) {
      return -1;
    }
    Lane lane = page.lanes().get(index);
    if (lane.heat().isEmpty()) {
      return -1;
    }
    long from = page.axis().nanos(x - NEAR);
    long to = page.axis().nanos(x + NEAR);
    return lane.plan().devices().stream()
        .flatMap(device -> longest(spans, device, from, to).stream())
        .max(Comparator.comparingLong((Span each) -> each.end() - each.start()))
        .map(Span::command)
        .orElse(-1);
  }

  /** Looks among the long ones first, so that a million short ones need not be looked at. */
  private static Optional<Span> longest(SpanIndex spans, int device, long from, long to) {
    for (long shortest = Math.max(1, to - from); shortest > 1; shortest /= 16) {
      List<Span> found = spans.ofDevice(device, from, to, shortest);
      if (!found.isEmpty()) {
        return found.stream()
            .max(Comparator.comparingLong((Span each) -> each.end() - each.start()));
      }
    }
    return spans.ofDevice(device, from, to).stream().findFirst();
  }
}
