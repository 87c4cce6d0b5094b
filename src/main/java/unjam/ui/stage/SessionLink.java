package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.SessionHistory;
import unjam.analysis.SessionHistory.Kind;
import unjam.analysis.SessionHistory.Turn;
import unjam.projection.TargetView;
import unjam.ui.stage.MachinesPicture.Link;
import unjam.ui.stage.MachinesPicture.Way;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** How the connection of a session is at an instant, and who made it so. */
final class SessionLink {

  private final List<Turn> turns;
  private final Optional<Turn> last;

  SessionLink(SessionHistory history, int host, long nanos) {
    turns = history.turnsUntil(host, nanos);
    last =
        turns.stream()
            .filter(
                each ->
                    each.kind() == Kind.STOPPED
                        || each.kind() == Kind.LOGIN
                        || each.kind() == Kind.LOGGED_IN)
            .reduce((one, two) -> two);
  }

  Way way() {
    return last.map(Turn::kind)
        .map(
            each ->
                each == Kind.STOPPED ? Way.STOPPED : each == Kind.LOGIN ? Way.LOGIN : Way.UP)
        .orElse(Way.UP);
  }

  /**
   * What there is to say about it.
   *
   * @param cut a fault of the network lies on it
   */
  Link read(TargetView.Session session, boolean cut, Texts texts) {
    Way way = cut ? Way.CUT : way();
    List<String> lines = new ArrayList<>();
    String when = last.map(each -> TimeText.instant(each.nanos())).orElse("");
    boolean unaware = session.connection() >= 0 && !session.closing();
    switch (way) {
      case UP -> lines.add(texts.of("machines.link.up"));
      case CUT -> {
        lines.add(texts.of("machines.link.cut"));
        if (way() == Way.STOPPED) {
          lines.add(texts.of("machines.link.stopped"));
          lines.add(when);
        }
      }
      case STOPPED -> {
        lines.add(texts.of("machines.link.stopped"));
        lines.add(when);
        turns.stream()
            .filter(each -> each.kind() == Kind.CONN_ERROR)
            .reduce((one, two) -> two)
            .ifPresent(
                each -> lines.add(texts.of("machines.link.error", Long.toString(each.number()))));
        unaware(unaware, lines, texts);
      }
      case LOGIN -> {
        lines.add(texts.of("machines.link.login"));
        lines.add(texts.of("machines.link.unanswered"));
        lines.add(when);
      }
    }
    return new Link(session.host(), way, lines);
  }

  private static void unaware(boolean unaware, List<String> lines, Texts texts) {
    if (unaware) {
      lines.add(texts.of("machines.link.unaware"));
      lines.add(texts.of("machines.link.unaware2"));
    }
  }
}
