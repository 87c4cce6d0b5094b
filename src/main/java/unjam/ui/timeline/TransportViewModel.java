package unjam.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import unjam.analysis.Mark;
import unjam.app.Action.Grain;
import unjam.app.Frame;
import unjam.app.LessonDesk;
import unjam.app.Session;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.playback.PaceMap;
import unjam.playback.PaceMap.Glide;
import unjam.playback.Playback;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What the transport says: the clock, how it stands, the compression, the next mark. */
public final class TransportViewModel {

  /** So long, in nanoseconds of presentation, a silence is spoken of after it. */
  private static final long SPOKEN_OF = 4_000_000_000L;

  private static final double WALL = 1e9;

  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper longest = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper stand = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper shortStand = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper shortDetail = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper paceName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper compression = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextMark = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextNote = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.AUTOMATIC);
  private final ReadOnlyObjectWrapper<Grain> grain = new ReadOnlyObjectWrapper<>(Grain.EVENT);
  private final RouteViewModel route = new RouteViewModel();

  /** Shows the player at an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    Playback playback = session.playback();
    route.show(session, frame, texts);
    clock.set(TimeText.micros(frame.nanos()));
    longest.set(TimeText.micros(frame.trace().endNanos()));
    playing.set(playback.playing());
    still.set(session.look().still());
    pace.set(playback.pace());
    grain.set(session.route().grain());
    paceName.set(texts.of("transport.pace_is", paceName(texts, playback.pace())));
    compression.set(compression(frame, playback, texts));
    stand(session, frame, texts);
    Optional<Mark> next = frame.run().marks().after(frame.nanos());
    nextMark.set(
        next.map(
                mark ->
                    texts.of(
                        "transport.next_mark_at", TimeText.instant(mark.nanos()),
                        MarkText.ahead(texts, mark)))
            .orElse(""));
    nextNote.set(
        next.map(mark -> texts.of("transport.next", TimeText.span(mark.nanos() - frame.nanos())))
            .orElseGet(
                () -> frame.run().marks().all().isEmpty() ? "" : texts.of("transport.no_next")));
    lock(
        session.inLesson().filter(LessonDesk::isBlind).isPresent(),
        session.inLesson()
            .filter(desk -> desk.awaits() && !desk.step().mirror())
            .isPresent(),
        texts);
  }

  /** While a question is open there is one reason for all that cannot be done. */
  private void lock(boolean blind, boolean asked, Texts texts) {
    locked.set(blind);
    if (blind) {
      stand.set(texts.of(asked ? "transport.asked" : "transport.held"));
      detail.set(texts.of(asked ? "transport.asked_detail" : "transport.held_detail"));
      shortStand.set(stand.get());
      shortDetail.set(detail.get());
      nextMark.set("");
      nextNote.set("");
      compression.set("");
    }
  }

  /** Whether the player stands at a question. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  static String paceName(Texts texts, Pace pace) {
    return switch (pace) {
      case Pace.Automatic automatic -> texts.of("pace.automatic");
      case Pace.Constant constant ->
          texts.of("pace.constant", TimeText.unit(constant.nanosPerSecond()));
    };
  }

  private void stand(Session session, Frame frame, Texts texts) {
    Playback playback = session.playback();
    Optional<String> special = special(session, frame, texts);
    String rate = texts.of("transport.rate", TimeText.span(rate(frame, playback)));
    stand.set(special.orElseGet(() -> usual(frame, playback, texts)));
    detail.set(playback.playing() ? rate : lastMark(frame, texts, "transport.mark"));
    shortStand.set(special.orElseGet(() -> lastMark(frame, texts, "transport.mark_short")));
    boolean gliding = gliding(frame, playback).isPresent();
    shortDetail.set(playback.playing() && !gliding ? rate : compression.get());
  }

  private static long rate(Frame frame, Playback playback) {
    return switch (playback.pace()) {
      case Pace.Constant constant -> constant.nanosPerSecond();
      case Pace.Automatic automatic -> Math.round(frame.run().pace().rateAt(frame.nanos()));
    };
  }

  /** That it has stopped where somebody wanted it to, or could not get there. */
  private static Optional<String> special(Session session, Frame frame, Texts texts) {
    List<Breakpoint> missed = session.route().missed();
    if (!missed.isEmpty()) {
      return Optional.of(
          missed.size() == 1
              ? texts.of("transport.missed", RouteText.name(texts, missed.getFirst(), frame))
              : texts.of("transport.missed_any"));
    }
    if (session.playback().playing() || !frame.at().isOnEvent(frame.trace())) {
      return Optional.empty();
    }
    return session.route().next().stream()
        .filter(each -> each.hits(frame.trace(), frame.at().seq()))
        .findFirst()
        .map(each -> stoppedAt(each, frame, texts));
  }

  private static String stoppedAt(Breakpoint at, Frame frame, Texts texts) {
    boolean named = at instanceof Breakpoint.InFunction || at instanceof Breakpoint.OfFact;
    return texts.of(
        named ? "transport.stopped_at" : "transport.stopped", RouteText.name(texts, at, frame));
  }

  private static String usual(Frame frame, Playback playback, Texts texts) {
    Cursor at = frame.at();
    if (playback.playing()) {
      return texts.of("transport.playing");
    }
    if (at.equals(frame.run().steps().end())) {
      return texts.of("transport.at_end");
    }
    if (at.equals(frame.run().steps().start())) {
      return texts.of("transport.at_start");
    }
    boolean atMark =
        frame.run().marks().before(at.nanos() + 1)
            .filter(mark -> mark.nanos() == at.nanos() && mark.seq() <= at.seq())
            .isPresent();
    return texts.of(atMark ? "transport.paused_at_mark" : "transport.paused");
  }

  private static String lastMark(Frame frame, Texts texts, String key) {
    int passed = frame.run().marks().countUntil(frame.nanos());
    int all = frame.run().marks().all().size();
    return frame
        .run()
        .marks()
        .before(frame.nanos() + 1)
        .map(mark -> texts.of(key, passed, all, MarkText.name(texts, mark)))
        .orElseGet(() -> texts.of("transport.no_mark", all));
  }

  /** The silence that the playhead is in. */
  private static Optional<Glide> gliding(Frame frame, Playback playback) {
    return switch (playback.pace()) {
      case Pace.Constant constant -> Optional.empty();
      case Pace.Automatic automatic ->
          frame.run().pace().glideUntil(frame.nanos())
              .filter(glide -> frame.nanos() < glide.to());
    };
  }

  /** What of the time is left out, or why nothing is; it is always said. */
  private static String compression(Frame frame, Playback playback, Texts texts) {
    if (playback.pace() instanceof Pace.Constant) {
      return texts.of("transport.constant");
    }
    Optional<Glide> around = gliding(frame, playback);
    if (around.isPresent()) {
      return texts.of("transport.gliding", TimeText.span(around.get().length()));
    }
    PaceMap map = frame.run().pace();
    long now = map.presentedAt(frame.nanos());
    Optional<Glide> before =
        map.glideUntil(frame.nanos())
            .filter(
                glide -> !playback.playing() || now - map.presentedAt(glide.to()) < SPOKEN_OF);
    if (before.isPresent()) {
      return texts.of("transport.glided", TimeText.span(before.get().length()));
    }
    return texts.of(map.rateAt(frame.nanos()) < WALL ? "transport.slow" : "transport.quick");
  }

  /** Where one can run, stop and go to. */
  RouteViewModel route() {
    return route;
  }

  public ReadOnlyStringProperty clockProperty() {
    return clock.getReadOnlyProperty();
  }

  /** The longest that the clock will show in this run. */
  ReadOnlyStringProperty longestProperty() {
    return longest.getReadOnlyProperty();
  }

  /** Whether it plays, and where it has stopped. */
  public ReadOnlyStringProperty standProperty() {
    return stand.getReadOnlyProperty();
  }

  /** While it plays how fast, else the last mark. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** The last mark, or where it has stopped: where there is little room. */
  public ReadOnlyStringProperty shortStandProperty() {
    return shortStand.getReadOnlyProperty();
  }

  /** While it plays how fast, else the compression: where there is little room. */
  public ReadOnlyStringProperty shortDetailProperty() {
    return shortDetail.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty paceNameProperty() {
    return paceName.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty compressionProperty() {
    return compression.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nextMarkProperty() {
    return nextMark.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nextNoteProperty() {
    return nextNote.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether nothing may ease in or out. */
  ReadOnlyBooleanProperty stillProperty() {
    return still.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Grain> grainProperty() {
    return grain.getReadOnlyProperty();
  }
}
