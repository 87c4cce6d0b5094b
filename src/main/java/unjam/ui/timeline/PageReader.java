package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import unjam.analysis.Mark;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.TimeWindow;
import unjam.ui.text.Texts;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Named;
import unjam.ui.timeline.ScrubberPicture.Page;

/** Reads one page of the lanes from a run: everything on it but the playhead. */
final class PageReader {

  private final RunReading reading;
  private final Texts texts;
  private final Room room;

  PageReader(RunReading reading, Texts texts, Room room) {
    this.reading = reading;
    this.texts = texts;
    this.room = room;
  }

  /** Where instants are in a window. */
  TimeAxis axis(TimeWindow window, PageIndex.Page page) {
    return switch (window) {
      case TimeWindow.Follow follow -> new AxisMaker(room).of(page.stretches());
      case TimeWindow.Fixed fixed ->
          TimeAxis.toScale(fixed.from(), fixed.to(), room.left(), room.right());
    };
  }

  /**
   * Reads a page.
   *
   * @param focus what the picture is about
   * @param contexts whether there is a lane for each execution context
   */
  Page page(Frame frame, TimeAxis axis, boolean folded, Focus focus, boolean contexts) {
    LanePlanner planner = new LanePlanner(reading, axis, texts);
    List<LanePlan> plans =
        room.slim() ? planner.story(frame, focus) : planner.plan(frame, focus, contexts);
    ScrubberLayout at = new ScrubberLayout(room, plans);
    DiskLaneReader disks = new DiskLaneReader(reading, axis, texts);
    HostLaneReader hosts = new HostLaneReader(reading, axis, texts);
    RemoteLaneReader remote = new RemoteLaneReader(reading.sessions(), axis, texts);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      LanePlan plan = plans.get(i);
      lanes.add(
          switch (plan.kind()) {
            case DISK, CROWD -> disks.read(plan, at.mostRows(i), focus.command());
            case GATE -> hosts.gate(plan);
            case THREAD -> hosts.thread(plan);
            case ASKED -> remote.asked(plan);
            case UNITS -> remote.units(plan);
            case SLEEPER -> remote.sleeper(plan);
            case CONTEXT -> hosts.context(plan);
          });
    }
    return new Page(axis, folded, at.fits(), lanes, deadlines(axis), marks(axis));
  }

  private List<Long> deadlines(TimeAxis axis) {
    return reading.run().missed().stream()
        .map(each -> each.deadline())
        .filter(axis::shows)
        .distinct()
        .toList();
  }

  private List<Named> marks(TimeAxis axis) {
    List<Named> found = new ArrayList<>();
    int from = reading.run().marks().countUntil(axis.first() - 1);
    int to = reading.run().marks().countUntil(axis.last());
    for (Mark mark : reading.run().marks().all().subList(from, to)) {
      if (axis.shows(mark.nanos())) {
        found.add(
            new Named(
                mark.nanos(), MarkText.name(texts, mark), MarkText.ahead(texts, mark),
                RunReading.shape(mark)));
      }
    }
    return found;
  }
}
