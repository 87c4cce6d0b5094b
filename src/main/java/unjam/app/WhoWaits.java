package unjam.app;

import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.projection.CommandView;
import unjam.projection.StackState;

/** Who waits because of a command that its disk does not answer, as a sentence. */
final class WhoWaits {

  private WhoWaits() {}

  /**
   * Nobody, where a layer above has given it up; others too, where a layer lets nothing in; and
   * otherwise nobody but who asked.
   */
  static Sentence forTheSilence(StackState state, CommandView command) {
    Span gone = new Span(state.nanos() - command.startedNanos());
    Span timeout = new Span(command.timeout());
    boolean wanted = state.io(command.io()).filter(io -> io.waitsFor(command.device())).isPresent();
    if (command.io() >= 0 && !wanted) {
      return Sentence.of("story.silent.unwanted", gone, timeout);
    }
    long shutOut =
        state.ios().stream()
            .filter(io -> !io.inOpen() && state.commandsOf(io.io()).isEmpty())
            .count();
    if (shutOut > 0) {
      return Sentence.of("story.silent.frozen", gone, timeout, shutOut);
    }
    // A retry begins with its whole time; more time within a try is what the driver asked for.
    boolean moreTime = command.timeouts() > command.retries();
    String again = moreTime ? "story.silent.again" : "story.silent.why";
    return Sentence.of(again, gone, timeout);
  }
}
