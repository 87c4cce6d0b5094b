package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.projection.LaneLoad;
import unjam.projection.Span;
import unjam.projection.SpanIndex;
import unjam.projection.SpanKind;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Column;
import unjam.ui.timeline.ScrubberPicture.End;
import unjam.ui.timeline.ScrubberPicture.Heat;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Late;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Text;
import unjam.ui.timeline.ScrubberPicture.Tone;
import unjam.ui.timeline.TimeAxis.Piece;

/** Reads the lane of a disk, or of several together, from a run. */
final class DiskLaneReader {

  /** More commands than this on a lane are a crowd. */
  private static final int MOST_BARS = 600;

  /** A bar is at least so wide, however short what it stands for, if there is room. */
  private static final double WIDE = 5;

  /** And so wide if there is none. */
  private static final double NARROW = 2;

  /** Parts of a life that are narrower are left out beside the others. */
  private static final double SEEN = 1.2;

  private static final double COLUMN = 3;

  /** What is so wide is seen in a crowd too. */
  private static final double OUTSTANDING = 10;

  private final RunReading reading;
  private final TimeAxis axis;
  private final Texts texts;
  private final SpanIndex spans;

  DiskLaneReader(RunReading reading, TimeAxis axis, Texts texts) {
    this.reading = reading;
    this.axis = axis;
    this.texts = texts;
    spans = reading.run().timeline().spans();
  }

  /** What a command does on the page. */
  private record Life(int command, List<Bar> bars, double left, double right) {}

  /**
   * Reads a lane.
   *
   * @param mostRows rows in which bars can be told apart
   * @param subject the command that somebody follows or that the picture is about, or -1: it always
   *     has its bars
   */
  Lane read(LanePlan plan, int mostRows, int subject) {
    if (plan.kind() == LanePlan.Kind.CROWD) {
      return crowd(plan, List.of());
    }
    List<Life> lives = lives(commands(plan.device(), 0));
    List<Integer> rows = rows(lives);
    int most = count(rows);
    if (most <= mostRows && !isCrowded(plan.device())) {
      return lane(plan, lives, rows, most);
    }
    return crowd(plan, standingOut(plan.device(), subject, mostRows / 2));
  }

  private List<Life> lives(Collection<Integer> commands) {
    List<Life> lives = new ArrayList<>();
    for (int command : commands) {
      life(command).ifPresent(lives::add);
    }
    lives.sort(Comparator.comparingDouble(Life::left));
    return lives;
  }

  private static int count(List<Integer> rows) {
    return rows.stream().mapToInt(each -> each + 1).max().orElse(1);
  }

  private Lane lane(LanePlan plan, List<Life> lives, List<Integer> rows, int most) {
    return lane(plan, lives, rows, most, Optional.empty());
  }

  private Lane lane(
      LanePlan plan, List<Life> lives, List<Integer> rows, int most, Optional<Heat> heat) {
    List<Bar> bars = new ArrayList<>();
    List<Text> beside = new ArrayList<>();
    List<Late> late = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      int row = rows.get(i);
      Life life = lives.get(i);
      life.bars().forEach(each -> bars.add(each.inRow(row)));
      for (long nanos : reading.lateAnswers(life.command())) {
        late.add(new Late(nanos, row));
      }
      if (reading.hasStory(life.command())) {
        outcome(life, row).ifPresent(beside::add);
      }
    }
    return new Lane(plan, List.copyOf(bars), most, least(lives, rows), heat, beside, late);
  }

  private boolean isCrowded(int device) {
    long begun = 0;
    for (Piece slice : axis.slices()) {
      begun += spans.begun(device, slice.from(), slice.to());
    }
    return begun > MOST_BARS;
  }

  /** The commands on the page that have a part of at least so many pixels; never too many. */
  private Collection<Integer> commands(int device, double widest) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Piece slice : axis.slices()) {
      long shortest = (long) (widest * slice.nanosPerPixel());
      if (widest == 0 && spans.begun(device, slice.from(), slice.to()) > MOST_BARS) {
        continue;
      }
      for (Span span : spans.ofDevice(device, slice.from(), slice.to(), shortest)) {
        if (found.size() <= MOST_BARS) {
          found.add(span.command());
        }
      }
    }
    return found;
  }

  /** In a crowd: the subject, and those that last long, if there are few enough of them. */
  private List<Life> standingOut(int device, int subject, int mostRows) {
    List<Life> lives = lives(commands(device, OUTSTANDING));
    List<Integer> rows = rows(lives);
    if (count(rows) <= mostRows) {
      return lives;
    }
    boolean here =
        spans.ofCommand(subject).stream().anyMatch(each -> each.device() == device);
    return here ? life(subject).stream().toList() : List.of();
  }

  /** What a command does, as far as it can be seen on the page. */
  private Optional<Life> life(int command) {
    boolean story = reading.hasStory(command);
    List<Span> life = spans.ofCommand(command);
    List<Bar> all = new ArrayList<>();
    for (int i = 0; i < life.size(); i++) {
      Span next = i + 1 < life.size() ? life.get(i + 1) : null;
      boolean answered = next != null && next.kind() == SpanKind.COMPLETING;
      Span span = life.get(i);
      if (span.kind() == SpanKind.IN_FLIGHT) {
        long end = answered ? life.get(i + 1).end() : span.end();
        boolean over = answered ? i + 2 == life.size() : i + 1 == life.size();
        inFlight(span, end, over ? end(span) : End.OPEN, story, all);
        i += answered ? 1 : 0;
      } else {
        all.add(bar(look(span.kind()), span.start(), span.end(), command, story,
            i + 1 == life.size() ? end(span) : End.OPEN));
      }
    }
    List<Bar> seen = seen(all);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    double left = axis.x(seen.getFirst().from());
    double right = Math.max(left + NARROW, axis.x(seen.getLast().to()));
    return Optional.of(new Life(command, seen, left, right));
  }

  /** Those on the page that are wide enough; if none is, the one in which somebody has it. */
  private List<Bar> seen(List<Bar> all) {
    List<Bar> shown =
        all.stream().filter(each -> axis.shows(each.from(), each.to())).toList();
    List<Bar> seen =
        new ArrayList<>(
            shown.stream()
                .filter(each -> axis.x(each.to()) - axis.x(each.from()) >= SEEN)
                .toList());
    if (seen.isEmpty()) {
      shown.stream()
          .filter(each -> each.look() != Look.WAITS)
          .findFirst()
          .or(() -> shown.stream().findFirst())
          .ifPresent(seen::add);
    }
    if (!seen.isEmpty() && axis.shows(all.getLast().to())) {
      ended(seen, all.getLast());
    }
    return seen;
  }

  /** How it ended is seen even if its last part is too narrow. */
  private void ended(List<Bar> seen, Bar last) {
    Bar visible = seen.getLast();
    if (visible != last && axis.x(last.to()) - axis.x(visible.to()) < 2 * SEEN) {
      seen.set(
          seen.size() - 1,
          new Bar(
              visible.look(), visible.from(), last.to(), 0, visible.command(), visible.story(),
              last.end(), visible.texts()));
    }
  }

  private static Look look(SpanKind kind) {
    return switch (kind) {
      case QUEUED, REQUEUED -> Look.WAITS;
      case IN_FLIGHT, COMPLETING -> Look.IN_FLIGHT;
      case TIMED_OUT -> Look.TIMED_OUT;
      case ABORTING -> Look.ABORTING;
      case ON_EH_LIST -> Look.HELD;
    };
  }

  /**
   * A deadline that passes unseen cuts the bar in two; whoever is given more time then begins anew.
   */
  private void inFlight(Span span, long end, End how, boolean story, List<Bar> all) {
    long from = span.start();
    for (Missed each : reading.deadlines(span.command())) {
      if (from < each.deadline() && each.deadline() < span.end()) {
        long seen = Math.min(end, reading.run().trace().nanos(each.seenSeq()));
        boolean last = seen >= end;
        all.add(bar(Look.IN_FLIGHT, from, each.deadline(), span.command(), story, End.OPEN));
        all.add(
            bar(
                Look.OVERDUE, each.deadline(), seen, span.command(), story,
                last ? how : End.OPEN));
        if (last) {
          return;
        }
        from = seen;
      }
    }
    all.add(bar(Look.IN_FLIGHT, from, end, span.command(), story, how));
  }

  private Bar bar(Look look, long from, long to, int command, boolean story, End end) {
    List<String> inside =
        look == Look.HELD
            ? List.of(texts.of("bar.held"), texts.of("bar.held.short"))
            : List.of();
    return new Bar(look, from, to, 0, command, story, end, inside);
  }

  /** How the last part of a life ends. */
  private End end(Span last) {
    if (last.endSeq() >= reading.run().trace().size()) {
      return End.OPEN;
    }
    return Told.of(reading.run(), spans.ofCommand(last.command()))
            .filter(told -> !told.well())
            .isPresent()
        ? End.FAILED
        : End.ANSWERED;
  }

  /** What the application was told, beside the last bar of a command with a story. */
  private Optional<Text> outcome(Life life, int row) {
    Bar last = life.bars().getLast();
    Span span = spans.ofCommand(life.command()).getLast();
    if (last.end() == End.OPEN || last.to() != span.end() || !axis.shows(last.to())) {
      return Optional.empty();
    }
    return Told.of(reading.run(), spans.ofCommand(life.command()))
        .map(
            told -> {
              List<String> texts =
                  told.nanos() < 0
                      ? List.of(told.word())
                      : List.of(told.word() + ", " + TimeText.span(told.nanos()), told.word());
              return new Text(
                  last.to(), texts, false, false, row, told.well() ? Tone.QUIET : Tone.BAD);
            });
  }

  /** The first free row for each. */
  private static List<Integer> rows(List<Life> lives) {
    List<Integer> rows = new ArrayList<>();
    List<Double> freeFrom = new ArrayList<>();
    for (Life life : lives) {
      int row = 0;
      while (row < freeFrom.size() && freeFrom.get(row) > life.left()) {
        row++;
      }
      if (row == freeFrom.size()) {
        freeFrom.add(0.0);
      }
      freeFrom.set(row, life.right() + 1);
      rows.add(row);
    }
    return rows;
  }

  /** As wide as can be without lying over the next in the row. */
  private static double least(List<Life> lives, List<Integer> rows) {
    Map<Integer, Life> lastOfRow = new TreeMap<>();
    double least = WIDE;
    for (int i = 0; i < lives.size(); i++) {
      Life before = lastOfRow.put(rows.get(i), lives.get(i));
      if (before != null && before.right() - before.left() < WIDE) {
        least = Math.min(least, lives.get(i).left() - before.left() - 1);
      }
    }
    return Math.max(NARROW, least);
  }

  /** Too many to be told apart: how many there are, and how many of them wait. */
  private Lane crowd(LanePlan plan, List<Life> alone) {
    List<Column> columns = new ArrayList<>();
    for (Piece slice : axis.slices()) {
      columns(plan, slice, columns);
    }
    int most = columns.stream().mapToInt(each -> each.busy() + each.waiting()).max().orElse(1);
    List<Integer> rows = rows(alone);
    return lane(plan, alone, rows, count(rows), Optional.of(new Heat(columns, most)));
  }

  private void columns(LanePlan plan, Piece slice, List<Column> columns) {
    int count = (int) Math.ceil((slice.right() - slice.left()) / COLUMN);
    long[] edges = new long[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = slice.nanos(Math.min(slice.left() + i * COLUMN, slice.right()));
    }
    LaneLoad load = spans.load(plan.devices(), edges);
    for (int i = 1; i <= count; i++) {
      // Whoever was begun with and is done again by the end of the column was there all the same.
      int busy = load.busy(i) == 0 && load.begun(i) > 0 ? 1 : load.busy(i);
      if (busy + load.waiting(i) > 0) {
        double left = slice.left() + (i - 1) * COLUMN;
        columns.add(
            new Column(left, Math.min(left + COLUMN, slice.right()), busy, load.waiting(i)));
      }
    }
  }
}
