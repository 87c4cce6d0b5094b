package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Guess;
import unjam.app.Session;
import unjam.app.Stated;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.projection.DeviceView;
import unjam.projection.EhStep;
import unjam.projection.HostBand;
import unjam.projection.Span;
import unjam.ui.text.Texts;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Band;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.ScrubberPicture.Pins;
import unjam.ui.timeline.ScrubberPicture.Subject;

/** What the time line shows. The run is read once, a page when it is turned. */
public final class ScrubberViewModel {

  /** Lanes get one for each context by themselves from this height on. */
  private static final double HIGH = 380;

  private final ReadOnlyObjectWrapper<ScrubberPicture> picture =
      new ReadOnlyObjectWrapper<>(ScrubberPicture.EMPTY);
  private final ReadOnlyObjectWrapper<TimeDesk> desk =
      new ReadOnlyObjectWrapper<>(TimeDesk.FIRST);
  private final ReadOnlyObjectWrapper<List<Stated>> stated =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Guess>> guess =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable RunReading reading;
  private @Nullable Session shown;
  private @Nullable Texts words;
  private Room room = Room.SMALLEST;
  private Key key = Key.NONE;
  private Page page = ScrubberPicture.EMPTY.page();

  /** What a page depends on. */
  private record Key(
      @Nullable RunReading reading, @Nullable Texts texts, Room room,
      PageIndex.@Nullable Page page, TimeWindow window, Focus focus, boolean contexts) {

    static final Key NONE =
        new Key(null, null, Room.SMALLEST, null, TimeWindow.FOLLOW, new Focus(-1, -1, -1), false);
  }

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    shown = session;
    words = texts;
    RunReading read = reading;
    if (read == null || read.run().timeline() != frame.run().timeline()) {
      read = new RunReading(frame.run());
      reading = read;
    }
    guess.set(Guess.of(session));
    stated.set(Stated.of(session));
    TimeDesk time = guess.get().map(each -> whole(session, each)).orElse(session.desk().time());
    Focus focus = Focus.of(frame, session.selection());
    turn(read, frame, texts, time, focus);
    desk.set(time);
    List<Long> bookmarks =
        session.route().bookmarks().stream().map(each -> each.at().nanos()).toList();
    picture.set(
        new ScrubberPicture(
            frame.nanos(), overview(read), page, subject(session, frame), tags(frame, focus),
            new Pins(time.markA(), time.markB(), bookmarks),
            session.selection() >= 0 && focus.command() == session.selection(),
            session.desk().hovered()));
  }

  /** A flag may stand anywhere in the run, whether that can be seen or not. */
  private static TimeDesk whole(Session session, Guess guess) {
    return session.desk().time().with(new TimeWindow.Fixed(0, guess.end()));
  }

  /** What cannot be seen yet has its length, and nothing in it. */
  private ScrubberPicture.Overview overview(RunReading read) {
    return guess.get().filter(Guess::blind)
        .map(
            each ->
                new ScrubberPicture.Overview(
                    each.end(), List.of(), List.of(), List.of(), List.of(), List.of()))
        .orElse(read.whole());
  }

  /** The flag of a prediction, where one is asked for. */
  /** What a learner has said about the run before it was shown. */
  ReadOnlyObjectProperty<List<Stated>> statedProperty() {
    return stated.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Guess>> guessProperty() {
    return guess.getReadOnlyProperty();
  }

  /** The room there is; what is shown is shown anew if it is another. */
  void fit(Room other) {
    if (other.equals(room)) {
      return;
    }
    room = other;
    Session session = shown;
    Texts texts = words;
    if (session != null && texts != null) {
      session.frame().ifPresent(frame -> show(session, frame, texts));
    }
  }

  Room room() {
    return room;
  }

  private void turn(RunReading read, Frame frame, Texts texts, TimeDesk time, Focus focus) {
    boolean contexts = time.contexts() || room.height() >= HIGH;
    boolean follows = time.window() instanceof TimeWindow.Follow;
    PageIndex.Page around = read.pages().at(frame.nanos());
    Focus lasting = lasting(read, frame, focus);
    Key now =
        new Key(
            read, texts, room, follows ? around : null, time.window(), lasting, contexts);
    if (!now.equals(key)) {
      key = now;
      PageReader reader = new PageReader(read, texts, room);
      TimeAxis axis = reader.axis(time.window(), around);
      page = reader.page(frame, axis, follows, lasting, contexts);
    }
  }

  /** What the lanes are chosen for: a healthy command that comes and goes is no reason. */
  private Focus lasting(RunReading read, Frame frame, Focus focus) {
    Session session = shown;
    int selected = session == null ? -1 : session.selection();
    int command = selected >= 0 ? selected : read.hasStory(focus.command()) ? focus.command() : -1;
    List<Span> life = frame.run().timeline().spans().ofCommand(command);
    int device =
        life.isEmpty() ? session == null ? -1 : session.device() : life.getFirst().device();
    int host = frame.state().device(device).map(DeviceView::host).orElse(-1);
    return new Focus(command, device, host);
  }

  /** The command that somebody follows, or else what the threads are doing. */
  private Subject subject(Session session, Frame frame) {
    if (session.selection() >= 0) {
      return new Subject(session.selection(), List.of(), -1);
    }
    List<Band> bands = new ArrayList<>();
    for (Lane lane : page.lanes()) {
      if (lane.plan().kind() == Kind.THREAD) {
        List<HostBand> now =
            frame.run().timeline().spans()
                .ofHost(lane.plan().host(), frame.nanos(), frame.nanos());
        for (HostBand band : now) {
          if (band.step() != EhStep.ASLEEP
              && band.start() <= frame.nanos() && frame.nanos() < band.end()) {
            bands.add(new Band(lane.id(), band.start()));
          }
        }
      }
    }
    boolean shown =
        page.lanes().stream().anyMatch(each -> each.plan().kind() == Kind.CONTEXT);
    int running =
        shown && bands.isEmpty() && frame.somebodyRuns()
            ? ContextIndex.Who.of(frame.trace().context(frame.at().seq()))
            : -1;
    return new Subject(-1, bands, running);
  }

  private Map<String, String> tags(Frame frame, Focus focus) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Lane lane : page.lanes()) {
      if (lane.plan().kind() == Kind.DISK && lane.plan().device() == focus.device()) {
        frame.state().command(focus.command())
            .filter(each -> each.tag() >= 0)
            .ifPresent(each -> tags.put(lane.id(), "tag#" + each.tag()));
      }
    }
    return tags;
  }

  public ReadOnlyObjectProperty<ScrubberPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** How time is shown, for whoever changes a part of it. */
  ReadOnlyObjectProperty<TimeDesk> deskProperty() {
    return desk.getReadOnlyProperty();
  }

  /** The session that is shown. */
  Optional<Session> session() {
    return Optional.ofNullable(shown);
  }
}
