package unjam.ui.timeline;

import java.util.Locale;
import unjam.analysis.Mark;
import unjam.ui.text.Texts;

/** Marks in words. */
final class MarkText {

  private MarkText() {}

  /** In a sentence. */
  static String sentence(Texts texts, Mark mark) {
    return texts.of(mark.key(), mark.arguments().toArray());
  }

  /**
   * What is to come, in two or three words that do not tell how it will end: whoever guesses before
   * going on must be able to.
   */
  static String ahead(Texts texts, Mark mark) {
    return texts.of(
        switch (mark.kind()) {
          case FAULT_BEGAN, KNOB_SET, ABORT, EH_WOKEN -> key(mark);
          case TIMEOUT -> "markahead.timer";
          case NOT_READY -> "markahead.ready";
          case ERROR_TOLD, ELSEWHERE -> "markahead.told";
          case FAULT_ENDED, HOST_STOPPED, START_UNIT, LUN_RESET, TARGET_RESET, BUS_RESET,
              HOST_RESET, OFFLINE, RESTART, GIVEN_UP, MARKED_DOWN,
              ARRAY_FROZEN, ARRAY_THAWED, REINSTATED, HELD, READ_ONLY -> "markahead.decision";
          case CAME_LATE -> "markahead.late";
        });
  }

  private static String key(Mark mark) {
    return "markname." + mark.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What has happened, in two or three words. */
  static String name(Texts texts, Mark mark) {
    return texts.of(key(mark));
  }
}
