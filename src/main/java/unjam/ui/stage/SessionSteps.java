package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unjam.analysis.SessionHistory;
import unjam.analysis.SessionHistory.Kind;
import unjam.analysis.SessionHistory.Turn;
import unjam.engine.SimTime;
import unjam.ui.stage.MachinesPicture.Step;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** How it came to this: the decisive steps of a session, as far as they have happened. */
final class SessionSteps {

  /** Of what happens in one go only the most telling step is told. */
  private static final long TOGETHER = 2 * SimTime.NANOS_PER_MILLI;

  private final SessionHistory history;
  private final Texts texts;

  SessionSteps(SessionHistory history, Texts texts) {
    this.history = history;
    this.texts = texts;
  }

  List<Step> until(int host, long nanos) {
    List<Turn> told = new ArrayList<>();
    for (Turn each : history.turnsUntil(host, nanos)) {
      boolean again =
          each.kind() == Kind.LOGIN
              && !told.isEmpty()
              && told.getLast().kind() == Kind.LOGIN;
      if (again) {
        told.removeLast();
      }
      if (isTold(each)) {
        told.add(each);
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Turn each = told.get(i);
      boolean now = i == told.size() - 1 || told.getLast().nanos() - each.nanos() < TOGETHER;
      steps.add(new Step(words(each), TimeText.instant(each.nanos()), now));
    }
    return steps;
  }

  /** What follows from another step at once has no line of its own. */
  private static boolean isTold(Turn turn) {
    return turn.kind() != Kind.STOPPED && turn.kind() != Kind.LET_GO;
  }

  private String words(Turn turn) {
    String key = "machines.step." + turn.kind().name().toLowerCase(Locale.ROOT);
    return switch (turn.kind()) {
      case ASKED, ASKED_IN_VAIN ->
          texts.of(key, turn.word().replace('_', ' '), TimeText.unit(turn.number()));
      case ASKED_ANSWERED -> texts.of(key, turn.word());
      case CONN_ERROR, LOGIN -> texts.of(key, Long.toString(turn.number()));
      case RESET -> {
        String[] parts = turn.word().split(": ", 2);
        yield texts.of(key, name(parts[0]), parts[1]);
      }
      case SENT, MORE_TIME, TO_ABORT, STOPPED, BLOCKED, GAVE_UP, CAME_LATE, LOGGED_IN, LET_GO ->
          texts.of(key);
    };
  }

  private String name(String hook) {
    return switch (hook) {
      case "eh_device_reset_handler" -> texts.of("rung.lun_reset");
      case "eh_target_reset_handler" -> texts.of("rung.target_reset");
      case "eh_bus_reset_handler" -> texts.of("rung.bus_reset");
      default -> texts.of("rung.host_reset");
    };
  }
}
