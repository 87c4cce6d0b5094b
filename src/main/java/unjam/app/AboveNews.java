package unjam.app;

import java.util.Optional;
import unjam.analysis.Mark;
import unjam.analysis.MarkIndex;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;

/** What lasts above disks that are well again, or seem to be. */
final class AboveNews {

  private AboveNews() {}

  /** The last change above that nothing has undone yet, as a sentence; empty if there is none. */
  static Optional<Sentence> lasting(Frame frame) {
    MarkIndex marks = frame.run().marks();
    return marks
        .lastUntil(frame.nanos(), AboveNews::lasts)
        .filter(each -> each.kind() != Mark.Kind.REINSTATED)
        .map(
            each -> {
              String key =
                  each.kind() == Mark.Kind.READ_ONLY ? "story.read_only" : "story.marked_down";
              return Sentence.of(
                  key, each.arguments().getFirst(), each.arguments().getLast(),
                  new Span(frame.nanos() - each.nanos()));
            });
  }

  private static boolean lasts(Mark mark) {
    return mark.kind() == Mark.Kind.READ_ONLY
        || mark.kind() == Mark.Kind.MARKED_DOWN
        || mark.kind() == Mark.Kind.REINSTATED;
  }
}
