package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Text;
import unjam.ui.timeline.ScrubberPicture.Tone;
import unjam.ui.timeline.TimeAxis.Piece;

/** Says what stands in and beside the bars of a lane. */
final class LaneWords {

  private static final double GAP = 8;

  private final TextLayer words;
  private final ScrubberLayout at;
  private final ScrubberPicture picture;
  private final double scrolled;
  private final Room room;
  private final TimeAxis axis;
  private final double now;

  LaneWords(TextLayer words, ScrubberLayout at, ScrubberPicture picture, double scrolled) {
    this.words = words;
    this.at = at;
    this.picture = picture;
    this.scrolled = scrolled;
    room = at.room();
    axis = picture.page().axis();
    now = axis.x(picture.now());
  }

  void say(int index, Lane lane) {
    for (int i = 0; i < lane.texts().size(); i++) {
      beside(index, lane, lane.texts().get(i), i);
    }
    if (lane.rows() > 1) {
      return;
    }
    for (int i = 0; i < lane.bars().size(); i++) {
      Bar bar = lane.bars().get(i);
      if (!bar.texts().isEmpty() && bar.from() <= picture.now()) {
        inside(index, lane, bar, i);
      }
    }
  }

  private double baseline(int index, Lane lane, int row) {
    return at.rowY(index, lane.rows(), row) + room.small() * 0.34 - scrolled;
  }

  private boolean isSeen(double baseline) {
    return baseline - room.small() > at.lanesTop() - 4 && baseline < at.lanesBottom();
  }

  private void beside(int index, Lane lane, Text text, int number) {
    double y = baseline(index, lane, text.row());
    boolean told = text.always() || text.nanos() <= picture.now();
    if (!told || !isSeen(y) || lane.rows() > 2) {
      return;
    }
    double x = axis.x(text.nanos());
    Piece slice = axis.under(x);
    double space =
        text.before() ? x - GAP - slice.left() : end(lane, text, slice) - x - GAP;
    text.texts().stream()
        .filter(each -> axis.shows(text.nanos()) && room.sans(each) + GAP <= space)
        .findFirst()
        .ifPresent(
            each ->
                words.put("text-" + lane.id() + number, each,
                    text.before() ? Anchor.RIGHT : Anchor.LEFT,
                    text.before() ? x - GAP : x + GAP, y, Styles.CAPTION, "on-paper",
                    text.tone() == Tone.BAD ? "bad" : "plain"));
  }

  /** How far a text after an instant may go: to the next bar of its row, or to the tear. */
  private double end(Lane lane, Text text, Piece slice) {
    double end = slice.right();
    for (Bar bar : lane.bars()) {
      if (bar.row() == text.row() && bar.to() > text.nanos()) {
        end = Math.min(end, Math.max(axis.x(bar.from()), slice.left()));
      }
    }
    return end;
  }

  private void inside(int index, Lane lane, Bar bar, int number) {
    double y = baseline(index, lane, bar.row());
    if (isSeen(y)) {
      if (bar.look() == Look.HELD) {
        held(bar, y, lane.id() + number);
      } else if (bar.look() == Look.ASKED || bar.look() == Look.UNPLUGGED) {
        quiet(bar, y, lane.id() + number);
      } else if (bar.look() != Look.SHUT) {
        thread(lane, bar, y, lane.id() + number);
      }
    }
  }

  /** The parts of a bar that lie in slices. */
  private List<Piece> parts(Bar bar) {
    List<Piece> parts = new ArrayList<>();
    for (Piece slice : axis.slices()) {
      if (slice.touches(bar.from(), bar.to())) {
        double left = bar.from() < slice.from() ? slice.left() : slice.x(bar.from());
        double right = bar.to() > slice.to() ? slice.right() : slice.x(bar.to());
        parts.add(new Piece(bar.from(), bar.to(), left, right));
      }
    }
    return parts;
  }

  /** The longest way of saying it that fits. */
  private Optional<String> fitting(Bar bar, double width) {
    return bar.texts().stream()
        .filter(each -> room.sans(each) + 2 * GAP <= width)
        .findFirst();
  }

  /** At the end of what has happened of it. */
  private void held(Bar bar, double y, String id) {
    List<Piece> parts = parts(bar);
    for (int i = parts.size() - 1; i >= 0; i--) {
      double right = Math.min(parts.get(i).right(), now);
      Optional<String> text = fitting(bar, right - parts.get(i).left());
      if (text.isPresent()) {
        words.put("bar-" + id, text.get(), Anchor.RIGHT, right - GAP, y, Styles.BAR_NAME,
            Styles.EH);
        return;
      }
    }
  }

  /** In the first slice in which what has happened of it has room. */
  private void quiet(Bar bar, double y, String id) {
    for (Piece part : parts(bar)) {
      Optional<String> text = fitting(bar, Math.min(part.right(), now) - part.left());
      if (text.isPresent()) {
        words.put("bar-" + id, text.get(), Anchor.LEFT, part.left() + GAP, y, Styles.CAPTION);
        return;
      }
    }
  }

  /** At its beginning in each slice; what has just begun and has no room yet, on the other side. */
  private void thread(Lane lane, Bar bar, double y, String id) {
    boolean subject =
        bar.look() == Look.SLEEPS || picture.subject().is(lane, bar, picture.now());
    List<Piece> parts = parts(bar);
    for (int i = 0; i < parts.size() && parts.get(i).left() <= now; i++) {
      Piece part = parts.get(i);
      Optional<String> text = fitting(bar, Math.min(part.right(), now) - part.left());
      if (text.isPresent()) {
        words.put("bar-" + id + "-" + i, text.get(), Anchor.LEFT, part.left() + GAP, y,
            Styles.BAR_NAME, subject ? Styles.ON_SUBJECT : Styles.ON_EH);
      } else if (now < part.right()) {
        fitting(bar, part.right() - now).ifPresent(
            each ->
                words.put("bar-" + id, each, Anchor.LEFT, now + GAP, y, Styles.BAR_NAME,
                    subject ? Styles.SUBJECT : Styles.EH));
      }
    }
  }
}
