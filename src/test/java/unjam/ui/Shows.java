package unjam.ui;

import java.util.Locale;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.playback.Cursor;
import unjam.projection.CommandView;
import unjam.trace.EhFact;
import unjam.trace.Trace;
import unjam.ui.text.Texts;

/** Instants of the short story that view models are asked about, and words to say them in. */
public final class Shows {

  public static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
  public static final Texts CHINESE = Texts.in(Locale.SIMPLIFIED_CHINESE);

  private static final OpenRun RUN = Runs.trouble();

  private Shows() {}

  /** The story itself. */
  public static OpenRun run() {
    return RUN;
  }

  /** The story is open, and the playhead stands at an instant. */
  public static Session session(long nanos) {
    return open(RUN).after(new Action.JumpTo(nanos));
  }

  /** A run is open, paused at its start. */
  public static Session open(OpenRun run) {
    return Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
        .after(new Action.RunFinished(0, run), new Action.Pause());
  }

  /** Everything at an instant has happened. */
  public static Frame at(long nanos) {
    return RUN.frame(Cursor.at(RUN.trace(), nanos));
  }

  /** At the first mark of a kind. */
  public static Frame at(Mark.Kind kind) {
    return at(instant(kind));
  }

  /** The instant of the first mark of a kind. */
  public static long instant(Mark.Kind kind) {
    return RUN.marks().firstAfter(-1, mark -> mark.kind() == kind).orElseThrow().nanos();
  }

  /** The first read is in the disk. */
  public static Frame firstReadInTheDisk() {
    return at(50_000);
  }

  /** Nobody has been told, and one read does not come back. */
  public static Frame silence() {
    return at(instant(Mark.Kind.TIMEOUT) - 1_500_000_000L);
  }

  /** The error handler is in the middle of its first rung. */
  public static Frame onTheFirstRung() {
    return at(instant(Mark.Kind.LUN_RESET) + 500_000_000L);
  }

  /** The error handler has asked a disk whether it is ready, and waits for the answer. */
  public static Frame asking() {
    Trace trace = RUN.trace();
    int seq = 0;
    while (!(trace.fact(seq) instanceof EhFact.EhCommandSent)) {
      seq++;
    }
    return at(trace.nanos(seq) + 500_000_000L);
  }

  /** The command that times out first. */
  public static CommandView victim(Frame frame) {
    return frame.state().command(RUN.missed().getFirst().command()).orElseThrow();
  }
}
