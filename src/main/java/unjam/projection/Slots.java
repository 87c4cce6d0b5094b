package unjam.projection;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Knob;

/**
 * Numbered things in order of their numbers, taken from an immutable list and given back as one. A
 * thing is copied into a mutable cell when it is first touched, so what did not change is shared
 * between states.
 *
 * @param <V> the immutable form
 * @param <C> the cell that can be changed
 */
final class Slots<V, C> {

  static final Map<Knob, String> NO_KNOBS =
      Collections.unmodifiableMap(new EnumMap<>(Knob.class));

  private final ToIntFunction<V> idOf;
  private final Function<V, C> thaw;
  private final Function<C, V> freeze;
  private int[] ids;
  private @Nullable Object[] views;
  private @Nullable Object[] cells;
  private int size;

  Slots(List<V> from, ToIntFunction<V> idOf, Function<V, C> thaw, Function<C, V> freeze) {
    this.thaw = thaw;
    this.freeze = freeze;
    this.idOf = idOf;
    Row<V> row = Row.of(from, idOf);
    size = row.size();
    int room = size + 8;
    ids = row.ids(room);
    views = row.views(room);
    cells = new Object[room];
  }

  /** The thing of this number, ready to be changed. */
  @SuppressWarnings("unchecked")
  @Nullable C get(int id) {
    int at = find(id);
    if (at < 0) {
      return null;
    }
    C cell = (C) cells[at];
    if (cell == null) {
      cell = thaw.apply(Objects.requireNonNull((V) views[at]));
      cells[at] = cell;
    }
    return cell;
  }

  /** Numbers mostly follow each other, so the place is guessed before it is searched. */
  private int find(int id) {
    if (size > 0) {
      int guess = id - ids[0];
      if (guess >= 0 && guess < size && ids[guess] == id) {
        return guess;
      }
    }
    return Arrays.binarySearch(ids, 0, size, id);
  }

  void put(int id, C cell) {
    int at = find(id);
    if (at < 0) {
      at = -at - 1;
      open(at);
      ids[at] = id;
    }
    views[at] = null;
    cells[at] = cell;
  }

  private void open(int at) {
    if (size == ids.length) {
      int room = size * 2;
      ids = Arrays.copyOf(ids, room);
      views = Arrays.copyOf(views, room);
      cells = Arrays.copyOf(cells, room);
    }
    move(at, at + 1, size - at);
    size++;
  }

  void remove(int id) {
    int at = find(id);
    if (at >= 0) {
      removeAt(at);
    }
  }

  void removeAt(int at) {
    move(at + 1, at, size - at - 1);
    size--;
    views[size] = null;
    cells[size] = null;
  }

  private void move(int from, int to, int count) {
    System.arraycopy(ids, from, ids, to, count);
    System.arraycopy(views, from, views, to, count);
    System.arraycopy(cells, from, cells, to, count);
  }

  int size() {
    return size;
  }

  int id(int at) {
    return ids[at];
  }

  /** The thing at this place, as it is now. */
  @SuppressWarnings("unchecked")
  V view(int at) {
    C cell = (C) cells[at];
    if (cell != null) {
      views[at] = freeze.apply(cell);
      cells[at] = null;
    }
    return Objects.requireNonNull((V) views[at]);
  }

  /** All of them, frozen. */
  Row<V> views() {
    for (int i = 0; i < size; i++) {
      if (cells[i] != null) {
        view(i);
      }
    }
    return new Row<>(Arrays.copyOf(views, size), idOf);
  }
}
