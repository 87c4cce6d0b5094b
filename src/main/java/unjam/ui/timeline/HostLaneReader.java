package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.analysis.EhPass;
import unjam.projection.EhStep;
import unjam.projection.HostBand;
import unjam.ui.text.Texts;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.End;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Text;
import unjam.ui.timeline.ScrubberPicture.Tone;
import unjam.ui.timeline.TimeAxis.Piece;

/** Reads the lanes of a host, its gate and its error-handler thread, and of contexts. */
final class HostLaneReader {

  private final RunReading reading;
  private final TimeAxis axis;
  private final Texts texts;

  HostLaneReader(RunReading reading, TimeAxis axis, Texts texts) {
    this.reading = reading;
    this.axis = axis;
    this.texts = texts;
  }

  Lane gate(LanePlan plan) {
    List<Bar> bars = new ArrayList<>();
    for (EhPass pass : reading.run().passes().all()) {
      if (pass.host() == plan.host() && axis.shows(pass.shut(), pass.open())) {
        bars.add(bar(Look.SHUT, pass.shut(), pass.open(), List.of()));
      }
    }
    return lane(plan, bars, texts.of("lane.open"));
  }

  Lane thread(LanePlan plan) {
    List<Bar> bars = new ArrayList<>();
    for (HostBand band :
        reading.run().timeline().spans().ofHost(plan.host(), axis.first(), axis.last())) {
      if (band.step() != EhStep.ASLEEP && axis.shows(band.start(), band.end())) {
        bars.add(bar(Look.THREAD, band.start(), band.end(), names(band)));
      }
    }
    return lane(plan, bars, texts.of("lane.asleep"));
  }

  /** What the thread does, the longest way of saying it first. */
  private List<String> names(HostBand band) {
    String step = texts.of("band." + key(band.step()));
    EhStep rung = band.rung();
    if (rung == EhStep.ASLEEP || rung == band.step()) {
      return List.of(step);
    }
    String name = texts.of("band." + key(rung));
    if (band.step() == EhStep.LADDER) {
      return List.of();
    }
    String told =
        switch (band.step()) {
          case TUR -> texts.of("band.long.tur");
          case SETTLING -> texts.of("band.long.settling");
          case ABORT -> texts.of("band.long.abort");
          case ASLEEP, WOKEN, SENSE, LADDER, START_UNIT, LUN_RESET, TARGET_RESET, BUS_RESET,
              HOST_RESET, AUTOPSY, LINK_RESET, LINK_PAUSE, REVALIDATE, DISABLED, OFFLINE, FLUSH,
              RESTART -> step;
        };
    return List.of(
        texts.of("band.within", name, told), texts.of("band.within", name, step), step);
  }

  private static String key(EhStep step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static Bar bar(Look look, long from, long to, List<String> names) {
    return new Bar(look, from, to, 0, -1, false, End.OPEN, names);
  }

  /** While nothing is there the lane says so: before the first bar, or at its beginning. */
  private Lane lane(LanePlan plan, List<Bar> bars, String idle) {
    Text text =
        bars.isEmpty()
            ? new Text(axis.first(), List.of(idle), false, true, 0, Tone.QUIET)
            : new Text(bars.getFirst().from(), List.of(idle), true, true, 0, Tone.QUIET);
    return new Lane(
        plan, List.copyOf(bars), 1, 2, Optional.empty(), List.of(text), List.of());
  }

  /** When a context ran; runs that touch on the screen are one bar. */
  Lane context(LanePlan plan) {
    ContextIndex.Who who = ContextIndex.Who.values()[plan.context()];
    List<Bar> bars = new ArrayList<>();
    for (Piece slice : axis.slices()) {
      long gap = (long) slice.nanosPerPixel();
      if (reading.contexts().count(who, slice.from(), slice.to()) > MOST_RUNS) {
        counted(who, slice, bars);
        continue;
      }
      long from = -1;
      long to = -1;
      for (ContextIndex.Run run : reading.contexts().of(who, slice.from(), slice.to())) {
        if (from >= 0 && run.from() - to > gap) {
          bars.add(bar(Look.RUNS, from, to, List.of()));
          from = -1;
        }
        from = from < 0 ? run.from() : from;
        to = run.to();
      }
      if (from >= 0) {
        bars.add(bar(Look.RUNS, from, to, List.of()));
      }
    }
    return new Lane(
        plan, List.copyOf(bars), 1, 1.5, Optional.empty(), List.of(), List.of());
  }

  /** More runs than these in a slice are looked for pixel by pixel. */
  private static final int MOST_RUNS = 3_000;

  private void counted(ContextIndex.Who who, Piece slice, List<Bar> bars) {
    double from = -1;
    for (double x = slice.left(); x <= slice.right(); x++) {
      boolean runs =
          x < slice.right()
              && reading.contexts().count(who, slice.nanos(x), slice.nanos(x + 1)) > 0;
      if (runs && from < 0) {
        from = x;
      } else if (!runs && from >= 0) {
        bars.add(bar(Look.RUNS, slice.nanos(from), slice.nanos(x), List.of()));
        from = -1;
      }
    }
  }
}
