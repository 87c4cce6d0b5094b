package unjam.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unjam.app.Action.Grain;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.projection.CommandState;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.trace.Trace;

/**
 * How a person goes through a run: how far a step goes, where playing stops, and which places have
 * a name. None of it changes what happened.
 *
 * @param grain how far the step buttons go
 * @param target what was run to last
 * @param stops breakpoints that stay, each once, in the order in which they were set
 * @param bookmarks by place, each place once
 * @param missed what the last run found nothing of, as long as nothing has moved since
 */
public record Route(
    Grain grain, Breakpoint target, List<Stop> stops, List<Bookmark> bookmarks,
    List<Breakpoint> missed) {

  private static final Comparator<Bookmark> BY_PLACE =
      Comparator.<Bookmark>comparingLong(each -> each.at().nanos())
          .thenComparingInt(each -> each.at().seq());

  /** What is worth stopping at in most runs is there, but off. */
  public static final Route FIRST =
      new Route(
          Grain.EVENT,
          new Breakpoint.CommandBecomes(CommandState.TIMED_OUT),
          List.of(
              new Stop(new Breakpoint.CommandBecomes(CommandState.TIMED_OUT), false),
              new Stop(new Breakpoint.HostBecomes(ShostState.SHOST_RECOVERY), false),
              new Stop(new Breakpoint.DeviceBecomes(SdevState.SDEV_OFFLINE), false)),
          List.of(),
          List.of());

  /** A breakpoint that stays; playing stops at it while it is on. */
  public record Stop(Breakpoint at, boolean on) {}

  public Route {
    stops = List.copyOf(stops);
    bookmarks = List.copyOf(bookmarks);
    missed = List.copyOf(missed);
  }

  public Route with(Grain other) {
    return new Route(other, target, stops, bookmarks, missed);
  }

  public Route with(Breakpoint other) {
    return new Route(grain, other, stops, bookmarks, missed);
  }

  /** Breakpoints that are on. */
  public List<Breakpoint> armed() {
    return stops.stream().filter(Stop::on).map(Stop::at).toList();
  }

  /** What "run on" runs to: the breakpoints that are on, or else what was run to last. */
  public List<Breakpoint> next() {
    List<Breakpoint> armed = armed();
    return armed.isEmpty() ? List.of(target) : armed;
  }

  /** With a breakpoint on or off; it is added at the end if it is not there yet. */
  public Route stopping(Breakpoint at, boolean on) {
    List<Stop> changed = new ArrayList<>(stops);
    changed.replaceAll(each -> each.at().equals(at) ? new Stop(at, on) : each);
    if (changed.stream().noneMatch(each -> each.at().equals(at))) {
      changed.add(new Stop(at, on));
    }
    return new Route(grain, target, changed, bookmarks, missed);
  }

  public Route without(Breakpoint at) {
    return new Route(
        grain, target, stops.stream().filter(each -> !each.at().equals(at)).toList(),
        bookmarks, missed);
  }

  /** With a bookmark; a place that has one gets the new name. */
  public Route with(Bookmark bookmark) {
    List<Bookmark> more = new ArrayList<>(without(bookmark).bookmarks);
    more.add(bookmark);
    more.sort(BY_PLACE);
    return new Route(grain, target, stops, more, missed);
  }

  /** Without the bookmark of a place. */
  public Route without(Bookmark bookmark) {
    return new Route(
        grain, target, stops,
        bookmarks.stream().filter(each -> !each.at().equals(bookmark.at())).toList(), missed);
  }

  public boolean hasBookmark(Cursor at) {
    return bookmarks.stream().anyMatch(each -> each.at().equals(at));
  }

  Route missing(List<Breakpoint> what) {
    return new Route(grain, target, stops, bookmarks, what);
  }

  /** Something has moved: that something was not found is no news any more. */
  Route found() {
    return missed.isEmpty() ? this : missing(List.of());
  }

  /** In another scenario: its disks and places are others. */
  Route elsewhere() {
    boolean lost = target instanceof Breakpoint.OnDevice;
    return new Route(
        grain, lost ? FIRST.target : target,
        stops.stream().filter(each -> !(each.at() instanceof Breakpoint.OnDevice)).toList(),
        List.of(), List.of());
  }

  /** In another run of the same scenario. */
  Route carried(Trace from, Trace to) {
    Route same = new Route(grain, target, stops, List.of(), List.of());
    for (Bookmark each : bookmarks) {
      same = same.with(each.carried(from, to));
    }
    return same;
  }
}
