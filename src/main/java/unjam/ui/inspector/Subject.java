package unjam.ui.inspector;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.analysis.CommandLife;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.trace.Trace;

/**
 * The command that the panel is about: what a person follows, else what the picture is about, else
 * the one that something happened to last, else the first to come.
 *
 * @param command its id
 * @param followed a person follows it
 * @param life from when to when it lives
 * @param over it has ended
 * @param view its state: at the instant, or just before its end if that has passed; null before it
 *     is born
 */
record Subject(
    int command, boolean followed, CommandLife life, boolean over, @Nullable CommandView view) {

  /**
   * The subject at an instant; empty if no command ever is.
   *
   * @param before the subject of the instant that was shown last, of the same run
   */
  static Optional<Subject> of(Frame frame, int selection, Optional<Subject> before) {
    Trace trace = frame.trace();
    boolean followed = selection >= 0 && selection < trace.commands();
    int command = followed ? selection : choose(frame);
    Optional<Subject> same = before.filter(each -> each.command() == command);
    return same.map(Subject::life)
        .or(() -> CommandLife.of(trace, frame.run().commands(), command))
        .map(life -> of(frame, command, followed, life, same));
  }

  private static Subject of(
      Frame frame, int command, boolean followed, CommandLife life, Optional<Subject> same) {
    int seq = frame.at().seq();
    boolean over = life.overAt(seq);
    CommandView view = null;
    if (over) {
      view =
          same.filter(Subject::over)
              .map(Subject::view)
              .or(() -> frame.run().timeline().after(life.endSeq() - 1).command(command))
              .orElse(null);
    } else if (life.begunAt(seq)) {
      view = frame.state().command(command).orElse(null);
    }
    return new Subject(command, followed, life, over, view);
  }

  private static int choose(Frame frame) {
    int focus = Focus.of(frame, -1).command();
    if (focus >= 0) {
      return focus;
    }
    Trace trace = frame.trace();
    for (int seq = frame.at().seq(); seq >= 0; seq--) {
      if (trace.cmd(seq) >= 0) {
        return trace.cmd(seq);
      }
    }
    return trace.commands() > 0 ? 0 : -1;
  }

  /** How long it has lived, in nanoseconds. */
  long age(Frame frame) {
    return (over ? life.end() : frame.nanos()) - life.born();
  }
}
