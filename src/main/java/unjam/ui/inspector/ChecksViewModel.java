package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Checks;
import unjam.analysis.Invariant;
import unjam.analysis.Violation;
import unjam.app.Action;
import unjam.app.Findings;
import unjam.app.Frame;
import unjam.playback.Cursor;
import unjam.trace.Trace;
import unjam.ui.inspector.CheckRow.FactLink;
import unjam.ui.inspector.CheckRow.Verdict;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What holds in every run, with its verdict at the playhead. What does not hold stands first. */
public final class ChecksViewModel {

  private final ObservableList<CheckRow> rows = FXCollections.observableArrayList();
  private final ObservableList<CheckRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper broken = new ReadOnlyBooleanWrapper();
  private final Set<Invariant> open = EnumSet.noneOf(Invariant.class);
  private @Nullable Frame frame;
  private @Nullable Texts texts;

  /** Shows an instant. */
  public void show(Frame now, Texts words) {
    frame = now;
    texts = words;
    list();
  }

  /** Says more about a statement, or no longer. */
  void toggle(CheckRow row) {
    if (!open.remove(row.invariant())) {
      open.add(row.invariant());
    }
    list();
  }

  /** To just after an event. */
  List<Action> go(int seq) {
    Frame now = frame;
    return now == null || seq >= now.trace().size()
        ? List.of()
        : List.of(new Action.Pause(), new Action.GoTo(Cursor.after(now.trace(), seq)));
  }

  private void list() {
    Frame now = frame;
    Texts words = texts;
    if (now == null || words == null) {
      return;
    }
    Optional<Findings> found = now.run().found();
    if (found.isEmpty()) {
      rows.clear();
      broken.set(false);
      title.set(words.of("checks.unknown"));
      note.set("");
      return;
    }
    Checks checks = found.get().checks();
    List<CheckRow> next = new ArrayList<>();
    List<CheckRow> first = new ArrayList<>();
    for (Invariant each : Invariant.values()) {
      CheckRow row = row(each, checks, now, words);
      (row.verdict() == Verdict.BROKEN ? first : next).add(row);
    }
    first.addAll(next);
    Rows.set(rows, first);
    count(first, words);
  }

  private void count(List<CheckRow> all, Texts words) {
    long wrong = all.stream().filter(row -> row.verdict() == Verdict.BROKEN).count();
    long silent = all.stream().filter(row -> row.verdict() == Verdict.SILENT).count();
    broken.set(wrong > 0);
    title.set(
        wrong > 0
            ? words.of("checks.broken", wrong)
            : words.of("checks.hold", all.size() - silent, silent));
    note.set(words.of(wrong > 0 ? "checks.broken_note" : "checks.note"));
  }

  private CheckRow row(Invariant one, Checks checks, Frame now, Texts words) {
    int seq = now.at().seq();
    Optional<Violation> violation = checks.violation(one, seq);
    int begin = checks.firstLookedAt(one);
    Verdict verdict =
        violation.isPresent()
            ? Verdict.BROKEN
            : begin >= 0 && begin <= seq ? Verdict.HOLDS : Verdict.SILENT;
    return new CheckRow(
        one, verdict, words.of(one.key()),
        open.contains(one) ? details(one, checks.lookedAt(one, seq), words) : "",
        violation.map(Violation::text).orElse(""),
        violation.map(each -> facts(each, now)).orElse(List.of()));
  }

  private static String details(Invariant one, int times, Texts words) {
    String looked = words.of("checks.looked", times);
    return one.citation().isEmpty() ? looked : looked + "\n" + one.citation();
  }

  private static List<FactLink> facts(Violation violation, Frame now) {
    List<FactLink> facts = new ArrayList<>();
    Trace trace = now.trace();
    for (int seq : new int[] {violation.against(), violation.seq()}) {
      if (seq >= 0 && seq < trace.size()) {
        facts.add(
            new FactLink(
                seq,
                String.format(
                    Locale.ROOT, "%s  %s", TimeText.micros(trace.nanos(seq)),
                    trace.function(seq).nameIn(now.kernel()))));
      }
    }
    return facts;
  }

  ObservableList<CheckRow> rows() {
    return shown;
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Something does not hold. */
  public ReadOnlyBooleanProperty brokenProperty() {
    return broken.getReadOnlyProperty();
  }
}
