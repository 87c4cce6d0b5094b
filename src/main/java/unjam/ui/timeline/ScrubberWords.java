package unjam.ui.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import unjam.app.Marker;
import unjam.app.TimeDesk;
import unjam.engine.SimTime;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Named;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.TimeAxis.Piece;

/** Says every text of the time line; each has its own place or is left out. */
final class ScrubberWords {

  private static final int MOST_NAMES = 6;

  /** How far the flag of a marker may stand from its line. */
  private static final double MOST_ASIDE = 80;

  /** Finer scales want microseconds at the playhead. */
  private static final double FINE = 0.02 * SimTime.NANOS_PER_MILLI;

  private final TextLayer words;
  private final ScrubberLayout at;
  private final ScrubberPicture picture;
  private final TimeDesk desk;
  private final Texts texts;
  private final double scrolled;
  private final Room room;
  private final TimeAxis axis;

  ScrubberWords(
      TextLayer words, ScrubberLayout at, ScrubberPicture picture, TimeDesk desk, Texts texts,
      double scrolled) {
    this.words = words;
    this.at = at;
    this.picture = picture;
    this.desk = desk;
    this.texts = texts;
    this.scrolled = scrolled;
    room = at.room();
    axis = picture.page().axis();
  }

  /**
   * Says them.
   *
   * @param inLanes whether what stands in the lanes is seen
   */
  void say(boolean inLanes) {
    words.begin();
    overview();
    ruler();
    tears();
    names();
    LaneWords lanes = new LaneWords(words, at, picture, scrolled);
    for (int i = 0; i < picture.page().lanes().size(); i++) {
      head(i, picture.page().lanes().get(i));
      if (inLanes) {
        lanes.say(i, picture.page().lanes().get(i));
      }
    }
    words.end();
  }

  private void overview() {
    words.put("to-scale", texts.of("scrubber.to_scale"), Anchor.LEFT, room.nameX(),
        at.overviewY() + 4, Styles.CAPTION);
    long end = picture.overview().end();
    Strip row = new Strip(8);
    List<Ruler.Tick> ticks = Ruler.whole(end, at.left(), at.right() - at.left(), 60);
    for (int i = 0; i < ticks.size(); i++) {
      Ruler.Tick tick = ticks.get(i);
      double width = room.mono(tick.text());
      boolean first = i == 0;
      boolean last = tick.x() + width / 2 > room.width() - 2;
      double left = first ? tick.x() : last ? tick.x() - width : tick.x() - width / 2;
      if (row.take(left, left + width)) {
        words.put("run-" + i, tick.text(),
            first ? Anchor.LEFT : last ? Anchor.RIGHT : Anchor.MIDDLE, tick.x(),
            at.overviewTicks(), Styles.AXIS);
      }
    }
  }

  /** An instant, as fine as it can be told where it is. */
  private String instant(long nanos) {
    return axis.under(axis.x(nanos)).nanosPerPixel() < FINE
        ? TimeText.micros(nanos)
        : TimeText.instant(nanos);
  }

  private void ruler() {
    Strip row = new Strip(6);
    playhead(row);
    markers(row);
    for (long each : picture.page().deadlines()) {
      String text = TimeText.instant(each);
      if (row.around(axis.x(each), room.mono(text))) {
        words.put("deadline-" + each, text, Anchor.MIDDLE, axis.x(each), at.ruler(),
            Styles.AXIS, Styles.LATE);
      }
    }
    List<Ruler.Tick> ticks = Ruler.of(axis, 0.6 * room.tiny());
    for (int i = 0; i < ticks.size(); i++) {
      Ruler.Tick tick = ticks.get(i);
      double width = room.mono(tick.text());
      double left = Math.max(axis.left(), tick.x() - width / 2);
      if (left + width < room.width() && row.take(left, left + width)) {
        words.put("tick-" + i, tick.text(), Anchor.LEFT, left, at.ruler(), Styles.AXIS);
      }
    }
  }

  private void playhead(Strip row) {
    String text = instant(picture.now());
    boolean before = picture.now() < axis.first();
    boolean after = picture.now() > axis.last();
    double width = room.mono(text) + 16;
    double x =
        Math.clamp(axis.x(picture.now()), at.left() + width / 2 - 10,
            room.width() - width / 2 - 2);
    if (before || after) {
      text = before ? "‹ " + text : text + " ›";
      width += room.mono("‹ ");
      x = before ? at.left() + width / 2 : at.right() - width / 2;
    }
    row.around(x, width);
    words.put("playhead-time", text, Anchor.MIDDLE, x, at.ruler(), Styles.AXIS, "flag");
  }

  /** Markers with their names, and the time between them. */
  private void markers(Strip row) {
    OptionalLong difference = desk.difference();
    for (Marker marker : Marker.values()) {
      long nanos = desk.at(marker);
      if (nanos < 0 || !axis.shows(nanos)) {
        continue;
      }
      String text = marker.name() + " " + instant(nanos);
      if (!marker(row, marker, text, axis.x(nanos))) {
        marker(row, marker, marker.name(), axis.x(nanos));
      }
    }
    difference.ifPresent(nanos -> difference(row, nanos));
  }

  /** On its line, or as near to it as there is room. */
  private boolean marker(Strip row, Marker marker, String text, double line) {
    double width = room.mono(text) + 12;
    for (double aside = 0; aside <= MOST_ASIDE; aside += 4) {
      for (double x : new double[] {line + aside, line - aside}) {
        double left = Math.max(x - width / 2, 2);
        if (left + width < room.width() && row.take(left, left + width)) {
          words.put("marker-" + marker.name(), text, Anchor.LEFT, left, at.ruler(),
              Styles.AXIS, "marker-flag");
          return true;
        }
      }
    }
    return false;
  }

  /** Between the markers or beside them; if there is no room, at the head. */
  private void difference(Strip row, long nanos) {
    String text = texts.of("scrubber.difference", TimeText.span(nanos));
    double width = room.mono(text) + 12;
    double a = axis.x(desk.markA());
    double b = axis.x(desk.markB());
    double[] places = {(a + b) / 2, Math.max(a, b) + width, Math.min(a, b) - width};
    for (double x : places) {
      if (x - width / 2 > at.left() && x + width / 2 < at.right() && row.around(x, width)) {
        words.put("difference", text, Anchor.MIDDLE, x, at.ruler(), Styles.AXIS, Styles.LOUD);
        return;
      }
    }
    words.put("difference", text, Anchor.LEFT, room.nameX(), at.overviewTicks(), Styles.AXIS,
        Styles.LOUD);
  }

  private void tears() {
    List<Piece> tears = axis.tears();
    double y = (at.lanesTop() + at.lanesBottom()) / 2 + 4;
    for (int i = 0; i < tears.size(); i++) {
      Piece tear = tears.get(i);
      String length = TimeText.span(tear.to() - tear.from());
      if (room.mono(length) <= tear.right() - tear.left() - 10) {
        words.put("fold-" + i, length, Anchor.MIDDLE, (tear.left() + tear.right()) / 2, y,
            Styles.AXIS, "on-paper");
      }
    }
  }

  /** What has happened by its name, the next by one that tells nothing; the rest stays a line. */
  private void names() {
    Page page = picture.page();
    Strip row = new Strip(10);
    List<Named> past =
        page.marks().stream().filter(each -> each.nanos() <= picture.now()).toList();
    page.marks().stream()
        .filter(each -> each.nanos() > picture.now())
        .findFirst()
        .ifPresent(next -> name(row, "mark-next", next.nanos(), next.ahead(), Styles.CAPTION));
    int shown = 1;
    List<Named> latest =
        past.stream().sorted(Comparator.comparingLong((Named each) -> -each.nanos())).toList();
    for (int i = 0; i < latest.size() && shown < MOST_NAMES; i++) {
      Named mark = latest.get(i);
      boolean placed =
          name(row, "mark-" + i, mark.nanos(), mark.name(), Styles.CAPTION, "said");
      shown += placed ? 1 : 0;
    }
    if (page.marks().isEmpty() && !room.slim()) {
      legend(page);
    }
  }

  /** Where there is nothing to name, there is room to say how to read it. */
  private void legend(Page page) {
    boolean crowded = page.lanes().stream().anyMatch(each -> each.heat().isPresent());
    boolean anything =
        page.lanes().stream()
            .anyMatch(each -> each.plan().kind() == Kind.DISK && !each.bars().isEmpty());
    if (crowded || anything) {
      String text = texts.of(crowded ? "scrubber.crowd" : "scrubber.one_bar");
      if (at.left() + room.sans(text) < room.width()) {
        words.put("bar-legend", text, Anchor.LEFT, at.left(), at.names(), Styles.CAPTION);
      }
    }
  }

  private boolean name(Strip row, String id, long nanos, String text, String... styles) {
    double width = room.sans(text);
    double x = axis.x(nanos);
    double left = Math.clamp(x - width / 2, at.left(), Math.max(at.left(), room.width() - width));
    if (!row.take(left, left + width)) {
      return false;
    }
    words.put(id, text, Anchor.LEFT, left, at.names(), styles);
    return true;
  }

  private void head(int index, Lane lane) {
    double y = at.laneY(index) + at.laneHeight(index) / 2 + 4 - scrolled;
    if (!at.isSeen(index, scrolled)) {
      return;
    }
    boolean own = lane.plan().kind() == Kind.CONTEXT || lane.plan().kind() == Kind.CROWD;
    String id = "lane-" + lane.id().toLowerCase(Locale.ROOT);
    if (own) {
      double x = room.nameX() + (lane.plan().kind() == Kind.CONTEXT ? 18 : 0);
      words.put(id, lane.plan().name(), Anchor.LEFT, x, y, Styles.CAPTION);
    } else {
      words.put(id, lane.plan().name(), Anchor.LEFT, room.nameX(), y, Styles.NUMBER,
          Styles.LOUD);
    }
    if (room.slim()) {
      return;
    }
    String tag = picture.tags().getOrDefault(lane.id(), "");
    String note =
        !tag.isEmpty()
            ? tag
            : lane.heat()
                .map(heat -> texts.of("lane.most", heat.most()))
                .orElse(lane.plan().note());
    double taken = room.nameX() + room.mono(lane.plan().name()) + 6;
    if (!note.isEmpty() && taken + room.mono(note) < at.left() - 12) {
      boolean subject = !tag.isEmpty() && picture.followed();
      words.put("lane-note-" + lane.id(), note, Anchor.RIGHT, at.left() - 12, y,
          tag.isEmpty() ? Styles.CAPTION : Styles.AXIS, subject ? Styles.SUBJECT : Styles.QUIET);
    }
  }
}
