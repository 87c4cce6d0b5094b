package unjam.app;

import java.util.List;
import java.util.Optional;
import unjam.app.Narration.Sentence;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.scsi.SdevState;
import unjam.scsi.SessionState;

/** What is said of devices whose transport is lost, and of who waits for it. */
final class SessionStory {

  private final StackState state;

  /** What one sees, and why. */
  record Told(Sentence what, Sentence why) {}

  SessionStory(StackState state) {
    this.state = state;
  }

  /** The error handler sleeps until somebody has logged in again. */
  Optional<Told> reset(HostView host) {
    return state.target().session(host.number())
        .filter(session -> isLost(host, session))
        .map(
            session ->
                new Told(
                    Sentence.of(
                        "story.session_reset", "scsi_eh_" + host.number(), name(session)),
                    waits(session)));
  }

  /** A device is off line only because its transport is. */
  Optional<Told> offline() {
    List<String> gone =
        state.devices().stream()
            .filter(each -> each.state() == SdevState.SDEV_TRANSPORT_OFFLINE)
            .map(DeviceView::disk)
            .toList();
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    Sentence why =
        state.target().sessions().stream()
            .filter(session -> !session.waits().isEmpty())
            .findFirst()
            .map(this::waits)
            .orElse(Sentence.of("story.transport_offline.why"));
    return Optional.of(
        new Told(
            Sentence.of("story.transport_offline", new Narrator.Names(gone)), why));
  }

  private Sentence waits(TargetView.Session session) {
    int threads = session.waits().size();
    return threads == 0
        ? Sentence.of("story.session_lost.why", name(session))
        : Sentence.of("story.session_knot.why", threads);
  }

  private static boolean isLost(HostView host, TargetView.Session session) {
    return !SessionState.LOGGED_IN
        .sysfs()
        .equals(host.ports().getOrDefault(name(session), SessionState.LOGGED_IN.sysfs()));
  }

  private static String name(TargetView.Session session) {
    return "session" + session.number();
  }
}
