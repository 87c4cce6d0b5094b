package unjam.app;

import java.util.Optional;
import unjam.analysis.Mark;
import unjam.analysis.MarkIndex;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.scsi.Errno;

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
            each ->
                Sentence.of(
                    key(each), each.arguments().get(0), each.arguments().get(1),
                    new Span(frame.nanos() - each.nanos())));
  }

  /** A file system that was shut down serves nobody, one that is read-only still reads. */
  private static String key(Mark mark) {
    if (mark.kind() != Mark.Kind.READ_ONLY) {
      return "story.marked_down";
    }
    return mark.arguments().getLast().equals(Errno.OK.name())
        ? "story.read_only"
        : "story.shut_down";
  }

  private static boolean lasts(Mark mark) {
    return mark.kind() == Mark.Kind.READ_ONLY
        || mark.kind() == Mark.Kind.MARKED_DOWN
        || mark.kind() == Mark.Kind.REINSTATED;
  }
}
