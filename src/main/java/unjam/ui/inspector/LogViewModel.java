package unjam.ui.inspector;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.playback.Cursor;
import unjam.reading.LogLine;
import unjam.trace.Trace;
import unjam.ui.text.Texts;

/** What the kernel has printed up to an instant. */
public final class LogViewModel {

  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final ObservableList<LogLine> shown =
      FXCollections.unmodifiableObservableList(lines);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  /** Shows an instant. */
  public void show(Frame frame, Texts texts) {
    List<LogLine> now = frame.run().log().after(frame.at().seq());
    int same = 0;
    while (same < now.size() && same < lines.size() && lines.get(same).equals(now.get(same))) {
      same++;
    }
    if (same < lines.size()) {
      lines.remove(same, lines.size());
    }
    if (same < now.size()) {
      lines.addAll(now.subList(same, now.size()));
    }
    title.set(texts.of(now.isEmpty() ? "log.nothing" : "log.lines", now.size()));
    note.set(texts.of(isOfBoth(frame.run().trace(), now) ? "log.note.both" : "log.note"));
  }

  /** A target's kernel prints into a log of its own; here its lines stand among the others. */
  private static boolean isOfBoth(Trace trace, List<LogLine> lines) {
    return lines.stream()
        .anyMatch(line -> trace.context(line.seq()).kind().word().startsWith("target"));
  }

  /** To just after a line was printed. */
  public List<Action> go(LogLine line) {
    return List.of(
        new Action.Pause(), new Action.GoTo(new Cursor(line.nanos(), line.seq())));
  }

  public ObservableList<LogLine> lines() {
    return shown;
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
