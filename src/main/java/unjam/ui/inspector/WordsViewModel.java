package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.app.tale.Tale;
import unjam.app.tale.Voice;
import unjam.playback.Cursor;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

/** The run in words at one of three lengths, with the line of the playhead. */
public final class WordsViewModel {

  private final ObservableList<WordsRow> rows = FXCollections.observableArrayList();
  private final ObservableList<WordsRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Tale.Length> length =
      new ReadOnlyObjectWrapper<>(Tale.Length.SHORT);
  private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(-1);
  private List<WordsRow> all = List.of();
  private @Nullable Tale told;
  private @Nullable Texts texts;
  private @Nullable Frame frame;

  /** Shows an instant. */
  public void show(Frame now, Texts words) {
    Tale tale = now.run().found().map(found -> found.tale()).orElse(null);
    boolean same = tale == told && words == texts;
    frame = now;
    told = tale;
    texts = words;
    if (!same) {
      tell();
    }
    light();
  }

  /** Tells it at another length. */
  public void tell(Tale.Length other) {
    length.set(other);
    tell();
    light();
  }

  private void tell() {
    Tale tale = told;
    Texts words = texts;
    if (words == null) {
      return;
    }
    if (tale == null) {
      all = List.of();
      title.set(words.of("checks.unknown"));
      return;
    }
    Voice voice = Sentences.voice(words);
    List<WordsRow> lines = new ArrayList<>();
    for (Tale.Part part : tale.told(length.get())) {
      part.heading().ifPresent(
          heading -> lines.add(new WordsRow(plain(voice.say(heading)), true, -1, -1, false)));
      for (Tale.Line line : part.lines()) {
        lines.add(
            new WordsRow(
                plain(voice.say(line.words())), false, line.seq(), line.nanos(), false));
      }
    }
    all = List.copyOf(lines);
    title.set(words.of("words.note"));
  }

  private static String plain(String words) {
    return words.replace("`", "");
  }

  /** The last line that is not later than the playhead, as long as lines go forward. */
  private void light() {
    Frame now = frame;
    int at = -1;
    for (int i = 0; now != null && i < all.size(); i++) {
      WordsRow each = all.get(i);
      boolean passed =
          each.hasPlace()
              && (each.nanos() < now.nanos()
                  || each.nanos() == now.nanos() && each.seq() <= now.at().seq());
      boolean later = at >= 0 && each.seq() < all.get(at).seq();
      at = passed && !later ? i : at;
    }
    List<WordsRow> lines = new ArrayList<>(all);
    if (at >= 0) {
      lines.set(at, lines.get(at).lit());
    }
    Rows.set(rows, lines);
    place.set(at);
  }

  /** To the instant of a line. */
  List<Action> go(WordsRow row) {
    return row.hasPlace()
        ? List.of(new Action.Pause(), new Action.GoTo(new Cursor(row.nanos(), row.seq())))
        : List.of();
  }

  ObservableList<WordsRow> rows() {
    return shown;
  }

  /** Which line is that of the playhead, or -1. */
  public ReadOnlyIntegerProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Tale.Length> lengthProperty() {
    return length.getReadOnlyProperty();
  }
}
