package unjam.app.tale;

import java.util.ArrayList;
import java.util.List;
import unjam.analysis.CostCard;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;

/** What a run cost, figure by figure, in words. */
final class CostTable {

  private final Voice voice;
  private final List<List<String>> rows = new ArrayList<>();

  private CostTable(Voice voice) {
    this.voice = voice;
  }

  /** A name and a value in each row. */
  static List<List<String>> rows(CostCard cost, Voice voice) {
    CostTable table = new CostTable(voice);
    table.read(cost);
    return table.rows;
  }

  private void read(CostCard cost) {
    row("longest", span(cost.longest()));
    row("p99", span(cost.p99()));
    row("total", span(cost.total()));
    row("errors", of("cost.of", cost.errors(), cost.ios()));
    row("unanswered", number(cost.unanswered()));
    row("elsewhere", of("cost.of", cost.elsewhere(), cost.ios()));
    row("timeouts", number(cost.timeouts()));
    row("retries", number(cost.retries()));
    row("aborts", number(cost.aborts()));
    row("resets", number(cost.resets()));
    row("stopped", cost.stops() == 0 ? of("cost.never") : span(cost.stopped()));
    row("hurt", hurt(cost));
    row("repair", repair(cost));
    row("late", number(cost.lateAnswers()));
    row(
        "offline",
        cost.offline().isEmpty() ? of("cost.nobody") : number(cost.offline().size()));
    row("lines", number(cost.lines()));
  }

  private static Sentence hurt(CostCard cost) {
    return cost.hurt().isEmpty()
        ? of("cost.nobody")
        : Sentence.of("cost.disks", cost.hurt().size(), new Span(cost.hurtNanos()));
  }

  private static Sentence repair(CostCard cost) {
    if (cost.repair() < 0) {
      return of("cost.not_repaired");
    }
    return cost.repair() == 0 ? of("report.nothing") : span(cost.repair());
  }

  private void row(String figure, Sentence value) {
    rows.add(List.of(voice.say(of("cost." + figure)), voice.say(value)));
  }

  private static Sentence of(String key, Object... arguments) {
    return Sentence.of(key, arguments);
  }

  private static Sentence span(long nanos) {
    return of("report.plain", new Span(nanos));
  }

  private static Sentence number(int number) {
    return of("report.plain", number);
  }
}
