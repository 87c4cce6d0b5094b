package unjam.ui.inspector;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import unjam.analysis.EventIndex;

/** The events that are wanted, as their seqs; there is an object only for those that are seen. */
final class EventRows extends ObservableListBase<Integer> {

  private @Nullable EventIndex index;

  /** From now on these. */
  void show(EventIndex now) {
    List<Integer> before = asList(index);
    beginChange();
    index = now;
    nextReplace(0, now.size(), before);
    endChange();
  }

  private static List<Integer> asList(@Nullable EventIndex of) {
    return new AbstractList<>() {
      @Override
      public Integer get(int row) {
        if (of == null) {
          throw new IndexOutOfBoundsException(row);
        }
        return of.seq(row);
      }

      @Override
      public int size() {
        return of == null ? 0 : of.size();
      }
    };
  }

  @Override
  public Integer get(int row) {
    return asList(index).get(row);
  }

  @Override
  public int size() {
    return index == null ? 0 : index.size();
  }
}
