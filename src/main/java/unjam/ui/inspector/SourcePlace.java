package unjam.ui.inspector;

import org.jspecify.annotations.Nullable;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.HostView;
import unjam.trace.ExecContext;
import unjam.trace.Trace;

/** Finds the event at which the source is read. */
final class SourcePlace {

  private @Nullable Trace trace;
  private ExecContext thread = ExecContext.USER;
  private int lookedUntil = -1;
  private int found = -1;

  /**
   * Where the playhead stands on an event and nobody has chosen a command: that event. Else the
   * last one of what the picture is about.
   *
   * @return the event's seq, or -1
   */
  int at(Frame frame, int selection) {
    int seq = frame.at().seq();
    boolean onAnEvent = seq >= 0 && frame.nanos() == frame.trace().nanos(seq);
    return selection < 0 && onAnEvent ? seq : ofSubject(frame, selection);
  }

  /** The last event of what the picture is about: its command, or the thread that holds it. */
  int ofSubject(Frame frame, int selection) {
    Focus focus = Focus.of(frame, selection);
    int seq = frame.at().seq();
    if (focus.command() < 0) {
      return seq;
    }
    int last = frame.run().commands().lastUntil(focus.command(), seq);
    return isHeld(frame, focus) ? Math.max(last, ofThread(frame, focus.host())) : last;
  }

  private static boolean isHeld(Frame frame, Focus focus) {
    boolean awake =
        frame.state().hosts().stream()
            .filter(host -> host.number() == focus.host())
            .map(HostView::eh)
            .anyMatch(eh -> eh.awake());
    return awake
        && frame.state().command(focus.command())
            .filter(each -> frame.state().stateOf(each) == CommandState.ON_EH_LIST)
            .isPresent();
  }

  /**
   * The last event of a host's error handler, or -1. What has been looked through is not looked
   * through again while the playhead goes forwards.
   */
  private int ofThread(Frame frame, int host) {
    Trace now = frame.trace();
    int until = frame.at().seq();
    ExecContext who = ExecContext.scsiEh(host);
    if (now != trace || !who.equals(thread) || until < lookedUntil) {
      trace = now;
      thread = who;
      lookedUntil = -1;
      found = -1;
    }
    int seq = until;
    while (seq > lookedUntil && !now.context(seq).equals(who)) {
      seq--;
    }
    found = seq > lookedUntil ? seq : found;
    lookedUntil = until;
    return found;
  }
}
