package unjam.ui.inspector;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a list of rows up to date with as few changes as its view needs. */
final class Rows {

  private Rows() {}

  /** Only rows that are different are replaced, so that only these are laid out anew. */
  static <T> void set(ObservableList<T> rows, List<T> now) {
    if (now.size() != rows.size()) {
      rows.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!rows.get(i).equals(now.get(i))) {
        rows.set(i, now.get(i));
      }
    }
  }
}
