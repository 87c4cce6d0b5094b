package unjam.ui.timeline;

import java.util.Locale;
import unjam.analysis.CommandEvents;
import unjam.app.OpenRun;
import unjam.trace.BlockFact;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;

/** A bar in words: for a screen reader, and for whoever points at it. */
final class BarSentence {

  private BarSentence() {}

  static String of(OpenRun run, Texts texts, Lane lane, Bar bar) {
    String since = TimeText.instant(bar.from());
    String lasts = TimeText.span(bar.to() - bar.from());
    return bar.command() < 0
        ? texts.of("bar.said.thread", lane.plan().name(), "", state(texts, bar), since, lasts)
        : texts.of(
            "bar.said", op(run, texts, bar.command()), lane.plan().name(), state(texts, bar),
            since, lasts);
  }

  private static String op(OpenRun run, Texts texts, int command) {
    CommandEvents events = run.commands();
    for (int n = 0; n < Math.min(4, events.count(command)); n++) {
      if (run.trace().fact(events.seq(command, n)) instanceof BlockFact.RequestAllocated made) {
        return texts.of("op." + made.op().name().toLowerCase(Locale.ROOT));
      }
    }
    return "";
  }

  private static String state(Texts texts, Bar bar) {
    return switch (bar.look()) {
      case IN_FLIGHT -> texts.of("bar.in_flight");
      case OVERDUE -> texts.of("bar.overdue");
      case TIMED_OUT -> texts.of("bar.timed_out");
      case ABORTING -> texts.of("bar.aborting");
      case HELD -> texts.of("bar.held");
      case WAITS -> texts.of("bar.waits");
      case SHUT -> bar.texts().isEmpty() ? texts.of("bar.shut") : bar.texts().getFirst();
      case ASKED, UNPLUGGED, SLEEPS -> bar.texts().getFirst();
      case THREAD -> bar.texts().isEmpty() ? texts.of("band.ladder") : bar.texts().getFirst();
      case RUNS -> texts.of("bar.runs");
    };
  }
}
