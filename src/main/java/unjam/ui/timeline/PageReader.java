package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import unjam.analysis.EhPass;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.engine.SimTime;
import unjam.playback.PaceMap;
import unjam.projection.DeviceView;
import unjam.projection.EhStep;
import unjam.projection.HostBand;
import unjam.projection.HostView;
import unjam.projection.Span;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Fold;
import unjam.ui.timeline.ScrubberPicture.Kind;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.ScrubberPicture.Tick;

/** Reads one page of the lanes from a run: everything on it but the playhead. */
final class PageReader {

  /** Presentation time that fits on a page. */
  static final long PAGE = 14 * SimTime.NANOS_PER_SECOND;

  private static final long TICKS = PAGE / 7;

  /** Lanes for which there is room. */
  private static final int MOST_LANES = 7;

  private final OpenRun run;
  private final PaceMap map;
  private final Texts texts;
  private final long from;
  private final long to;
  private final long first;
  private final long last;

  PageReader(OpenRun run, Texts texts, long number) {
    this.run = run;
    this.texts = texts;
    map = run.pace();
    from = number * PAGE;
    to = from + PAGE;
    first = map.simulatedAt(from);
    last = map.simulatedAt(to);
  }

  /** The page on which an instant lies. */
  static long numberOf(OpenRun run, long nanos) {
    return run.pace().presentedAt(nanos) / PAGE;
  }

  Page page(Frame frame) {
    List<Lane> lanes = new ArrayList<>();
    frame.state().devices().forEach(each -> lanes.add(disk(each)));
    frame.state().hosts().forEach(each -> lanes.add(gate(each)));
    frame.state().hosts().forEach(each -> lanes.add(thread(each)));
    return new Page(
        from, to, map.presentedAt(frame.nanos()), first, last, chosen(lanes), folds(), ticks(),
        names());
  }

  /** With too many lanes for the room, those with the most to tell; in their usual order. */
  private static List<Lane> chosen(List<Lane> lanes) {
    if (lanes.size() <= MOST_LANES) {
      return lanes;
    }
    List<Lane> telling =
        lanes.stream()
            .sorted(Comparator.comparingInt((Lane each) -> -weight(each)))
            .limit(MOST_LANES)
            .toList();
    return lanes.stream().filter(telling::contains).toList();
  }

  private static int weight(Lane lane) {
    boolean trouble =
        lane.bars().stream()
            .anyMatch(each -> each.look() != Look.IN_FLIGHT && each.look() != Look.ANSWERED);
    return trouble ? 2 : lane.bars().isEmpty() ? 0 : 1;
  }

  private long place(long nanos) {
    return map.presentedAt(nanos);
  }

  private Lane disk(DeviceView device) {
    List<Bar> bars = new ArrayList<>();
    Map<Integer, Integer> rowOf = new TreeMap<>();
    List<Long> freeFrom = new ArrayList<>();
    for (Span span : run.timeline().spans().ofDevice(device.index(), first, last)) {
      Integer row = rowOf.get(span.command());
      if (row == null || freeFrom.get(row) > span.start()) {
        row = freeRow(freeFrom, span.start());
      }
      rowOf.put(span.command(), row);
      freeFrom.set(row, span.end());
      bars(span, row, bars);
    }
    return new Lane(device.disk(), device.disk(), "", Kind.DISK, bars);
  }

  private static int freeRow(List<Long> freeFrom, long start) {
    for (int row = 0; row < freeFrom.size(); row++) {
      if (freeFrom.get(row) <= start) {
        return row;
      }
    }
    freeFrom.add(0L);
    return freeFrom.size() - 1;
  }

  private void bars(Span span, int row, List<Bar> bars) {
    switch (span.kind()) {
      case QUEUED, REQUEUED -> bars.add(bar(Look.WAITS, span.start(), span.end(), row));
      case IN_FLIGHT -> inFlight(span, row, bars);
      case COMPLETING -> bars.add(bar(Look.ANSWERED, span.start(), span.end(), row));
      case TIMED_OUT -> bars.add(bar(Look.TIMED_OUT, span.start(), span.end(), row));
      case ABORTING -> bars.add(bar(Look.ABORTING, span.start(), span.end(), row));
      case ON_EH_LIST -> bars.add(bar(Look.HELD, span.start(), span.end(), row));
    }
  }

  /** A deadline that passes unseen cuts the bar in two. */
  private void inFlight(Span span, int row, List<Bar> bars) {
    for (Missed missed : run.missed()) {
      if (missed.command() == span.command()
          && span.start() < missed.deadline()
          && missed.deadline() < span.end()) {
        bars.add(bar(Look.IN_FLIGHT, span.start(), missed.deadline(), row));
        bars.add(bar(Look.OVERDUE, missed.deadline(), span.end(), row));
        return;
      }
    }
    bars.add(bar(Look.IN_FLIGHT, span.start(), span.end(), row));
  }

  private Bar bar(Look look, long start, long end, int row) {
    return new Bar(look, place(start), place(end), row, "");
  }

  private Lane gate(HostView host) {
    List<Bar> bars = new ArrayList<>();
    for (EhPass pass : run.passes().all()) {
      if (pass.host() == host.number() && pass.open() >= first && pass.shut() <= last) {
        bars.add(bar(Look.SHUT, pass.shut(), pass.open(), 0));
      }
    }
    String name = "host" + host.number();
    return new Lane(name, name, texts.of("lane.gate"), Kind.GATE, bars);
  }

  private Lane thread(HostView host) {
    List<Bar> bars = new ArrayList<>();
    for (HostBand band : run.timeline().spans().ofHost(host.number(), first, last)) {
      if (band.step() != EhStep.ASLEEP && band.end() > band.start()) {
        bars.add(
            new Bar(
                Look.THREAD, place(band.start()), place(band.end()), 0,
                texts.of("band." + band.step().name().toLowerCase(Locale.ROOT))));
      }
    }
    String name = "scsi_eh_" + host.number();
    return new Lane(name, name, "", Kind.THREAD, bars);
  }

  private List<Fold> folds() {
    return map.glides().stream()
        .filter(each -> each.to() > first && each.from() < last)
        .map(
            each ->
                new Fold(place(each.from()), place(each.to()), TimeText.span(each.length())))
        .toList();
  }

  private List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (long at = from; at <= to; at += TICKS) {
      long instant = map.simulatedAt(at);
      boolean torn =
          map.glides().stream()
              .anyMatch(each -> each.from() < instant && instant < each.to());
      if (at <= map.length() && !torn) {
        ticks.add(new Tick(at, TimeText.micros(instant)));
      }
    }
    return ticks;
  }

  private List<Tick> names() {
    return run.marks().all().stream()
        .filter(each -> each.nanos() >= first && each.nanos() <= last)
        .map(each -> new Tick(place(each.nanos()), MarkText.name(texts, each)))
        .toList();
  }
}
