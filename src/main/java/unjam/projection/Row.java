package unjam.projection;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.ToIntFunction;

/** An immutable list of numbered things in order of their numbers, found by binary search. */
final class Row<V> extends AbstractList<V> implements RandomAccess {

  private final Object[] views;
  private final ToIntFunction<V> idOf;

  /** Takes over the array, which nobody may change afterwards. */
  Row(Object[] views, ToIntFunction<V> idOf) {
    this.views = views;
    this.idOf = idOf;
  }

  /** The same list as a row; its things must have different numbers. */
  static <V> Row<V> of(List<V> list, ToIntFunction<V> idOf) {
    if (list instanceof Row<V> row) {
      return row;
    }
    List<V> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparingInt(idOf));
    return new Row<>(sorted.toArray(), idOf);
  }

  @Override
  @SuppressWarnings("unchecked")
  public V get(int index) {
    return (V) views[index];
  }

  @Override
  public int size() {
    return views.length;
  }

  Optional<V> find(int id) {
    int low = 0;
    int high = views.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = idOf.applyAsInt(get(middle));
      if (found == id) {
        return Optional.of(get(middle));
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** The numbers of its things, in an array with more room. */
  int[] ids(int room) {
    int[] ids = new int[room];
    for (int i = 0; i < views.length; i++) {
      ids[i] = idOf.applyAsInt(get(i));
    }
    return ids;
  }

  Object[] views(int room) {
    return Arrays.copyOf(views, room);
  }
}
