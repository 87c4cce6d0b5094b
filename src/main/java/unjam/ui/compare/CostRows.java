package unjam.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import unjam.analysis.CostCard;
import unjam.app.Futures;
import unjam.app.Futures.Future;
import unjam.ui.text.SizeText;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** The lines of the cost card: the same units for everybody, no sum, no winner. */
final class CostRows {

  private final Futures futures;
  private final Texts texts;
  private final List<CostRow> rows = new ArrayList<>();

  private CostRows(Futures futures, Texts texts) {
    this.futures = futures;
    this.texts = texts;
  }

  static List<CostRow> of(Futures futures, Texts texts) {
    CostRows all = new CostRows(futures, texts);
    all.read();
    return all.rows;
  }

  private void read() {
    row("longest", cost -> TimeText.span(cost.longest()));
    row("p99", cost -> TimeText.span(cost.p99()));
    row("total", cost -> TimeText.span(cost.total()));
    row("errors", cost -> texts.of("cost.of", cost.errors(), cost.ios()));
    row("unanswered", cost -> Integer.toString(cost.unanswered()));
    row("elsewhere", cost -> texts.of("cost.of", cost.elsewhere(), cost.ios()));
    row("timeouts", cost -> Integer.toString(cost.timeouts()));
    row("retries", cost -> Integer.toString(cost.retries()));
    row("aborts", cost -> Integer.toString(cost.aborts()));
    row("resets", cost -> Integer.toString(cost.resets()));
    row("stopped", cost -> cost.stops() == 0
        ? texts.of("cost.never")
        : TimeText.span(cost.stopped()));
    row("hurt", cost -> cost.hurt().isEmpty()
        ? texts.of("cost.nobody")
        : texts.of("cost.disks", cost.hurt().size(), TimeText.span(cost.hurtNanos())));
    row("repair", cost -> cost.repair() < 0
        ? texts.of("cost.not_repaired")
        : cost.repair() == 0 ? "\u2212" : TimeText.span(cost.repair()));
    row("owned", cost -> cost.owned() == 0
        ? texts.of("cost.nobody")
        : texts.of("cost.disks", cost.owned(), TimeText.span(cost.ownedNanos())));
    row("late", cost -> cost.lateBytes() == 0
        ? Integer.toString(cost.lateAnswers())
        : texts.of("cost.disks", cost.lateAnswers(), SizeText.bytes(cost.lateBytes())));
    row("offline", cost -> cost.offline().isEmpty()
        ? texts.of("cost.nobody")
        : Integer.toString(cost.offline().size()));
    row("lines", cost -> Integer.toString(cost.lines()));
  }

  private void row(String id, Function<CostCard, String> value) {
    List<String> values =
        futures.all().stream().map(Future::cost).map(each -> each.map(value).orElse("")).toList();
    rows.add(
        new CostRow(id, texts.of("cost." + id), values, values.stream().distinct().count() > 1));
  }
}
