package unjam.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The future of one simulation, ordered by (time, insertion number), and the clock that runs along
 * it.
 *
 * <p>Times are nanoseconds since the scenario began. A cancelled event leaves at once: the model
 * arms a timer of many seconds for every command that takes microseconds, and dead timers would
 * soon outnumber the living. Single-threaded; once the queue has grown to its largest size it
 * allocates nothing.
 *
 * <p>The heap has four children to a node. Keys lie in one array, two words to an event: the time
 * it is due, and its handle. A handle is the insertion number with the event's slot below it. So
 * one word breaks ties between equal times, leads from heap to action, and can never be mistaken
 * for a later handle of the same slot.
 */
public final class EventQueue {

  private static final int SLOT_BITS = 24;
  private static final int MOST_SLOTS = 1 << SLOT_BITS;
  private static final int SLOT_MASK = MOST_SLOTS - 1;
  private static final long LAST_INSERTION = Long.MAX_VALUE >>> SLOT_BITS;
  private static final int FIRST_CAPACITY = 64;
  private static final int NO_SLOT = -1;
  /** Below every time, so nothing climbs over the vacant root. */
  private static final long VACANT = -1;

  /** Position p holds the time at 2p and the handle at 2p + 1. */
  private long[] keys = new long[2 * FIRST_CAPACITY];
  /**
   * By slot: the heap position of a pending event; of a free slot, the next free one as {@code -2
   * - next}.
   */
  private int[] places = new int[FIRST_CAPACITY];
  private @Nullable Runnable[] actions = new @Nullable Runnable[FIRST_CAPACITY];
  private int firstFree;
  /** Heap positions in use; the root counts while it is vacant. */
  private int length;
  /**
   * Whether the root has been taken out and not been filled yet. An event usually schedules its
   * successor, which then goes straight to the root: one walk down the heap instead of one down
   * and one up.
   */
  private boolean rootVacant;
  private long now;
  private long inserted;
  private long executed;
  private long comparisons;

  public EventQueue() {
    chainFreeSlots(0);
  }

  /** The simulated time, in nanoseconds; never goes back. */
  public long now() {
    return now;
  }

  /**
   * Puts {@code action} into the future.
   *
   * @param at when to run it, in nanoseconds; an instant before {@link #now} means now, after all
   *     that is already due
   * @return a handle that is never 0 and never given out again by this queue
   * @throws IllegalStateException if more than 16.7 million events are pending, or 5.5e11 have
   *     been scheduled
   */
  public long schedule(long at, Runnable action) {
    Objects.requireNonNull(action, "action");
    if (firstFree == NO_SLOT) {
      grow();
    }
    if (inserted == LAST_INSERTION) {
      throw new IllegalStateException("no number is left after " + inserted + " events");
    }
    int slot = firstFree;
    firstFree = -2 - places[slot];
    actions[slot] = action;
    long handle = ++inserted << SLOT_BITS | slot;
    long due = Math.max(at, now);
    if (rootVacant) {
      rootVacant = false;
      siftDown(0, due, handle);
    } else {
      siftUp(length++, due, handle);
    }
    return handle;
  }

  /** Takes the event out; false if it has run, runs at this moment, or was cancelled before. */
  public boolean cancel(long handle) {
    if (!isPending(handle)) {
      return false;
    }
    int slot = (int) handle & SLOT_MASK;
    int place = places[slot];
    release(slot);
    int last = --length;
    if (place < last) {
      reseat(place, keys[2 * last], keys[2 * last + 1]);
    }
    return true;
  }

  /** Whether the event of this handle is still to run. */
  public boolean isPending(long handle) {
    int slot = (int) handle & SLOT_MASK;
    if (slot >= places.length) {
      return false;
    }
    int place = places[slot];
    return place >= 0 && keys[2 * place + 1] == handle;
  }

  /**
   * When the earliest event is due, in nanoseconds (before {@link #now} if it is late);
   * Long.MAX_VALUE if there is none.
   */
  public long nextTime() {
    if (rootVacant) {
      fillRoot();
    }
    return length == 0 ? Long.MAX_VALUE : keys[0];
  }

  /**
   * Takes the earliest event out, moves the clock on to it and runs it; false if there is none.
   */
  public boolean runNext() {
    if (rootVacant) {
      fillRoot();
    }
    if (length == 0) {
      return false;
    }
    int slot = (int) keys[1] & SLOT_MASK;
    Runnable action = Objects.requireNonNull(actions[slot]);
    now = Math.max(now, keys[0]);
    release(slot);
    keys[0] = VACANT;
    rootVacant = true;
    executed++;
    action.run();
    return true;
  }

  /**
   * Lets the running action consume processor time: the clock moves on at once, and what falls
   * due meanwhile runs late, in its order.
   *
   * @throws IllegalArgumentException if {@code nanos} is negative or leads beyond the clock's
   *     range
   */
  public void spend(long nanos) {
    long later = now + nanos;
    if (nanos < 0 || later < 0) {
      throw new IllegalArgumentException("cannot spend " + nanos + " ns at " + now + " ns");
    }
    now = later;
  }

  /** How many events are still to run. */
  public int size() {
    return rootVacant ? length - 1 : length;
  }

  /** How many events have been run so far, the running one included. */
  public long executed() {
    return executed;
  }

  /**
   * How many pairs of keys have been compared so far: the cost of the heap as a number that has
   * no noise.
   */
  long comparisons() {
    return comparisons;
  }

  private void fillRoot() {
    rootVacant = false;
    int last = --length;
    if (last > 0) {
      siftDown(0, keys[2 * last], keys[2 * last + 1]);
    }
  }

  /** Puts the key into the hole at {@code place}, wherever from there it has to go. */
  private void reseat(int place, long due, long handle) {
    int parent = (place - 1) >> 2;
    if (place > 0 && isBefore(due, handle, keys[2 * parent], keys[2 * parent + 1])) {
      siftUp(place, due, handle);
    } else {
      siftDown(place, due, handle);
    }
    comparisons++;
  }

  private void siftUp(int hole, long due, long handle) {
    long[] k = keys;
    int place = hole;
    int compared = 0;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      compared++;
      if (!isBefore(due, handle, k[2 * parent], k[2 * parent + 1])) {
        break;
      }
      seat(place, k[2 * parent], k[2 * parent + 1]);
      place = parent;
    }
    comparisons += compared;
    seat(place, due, handle);
  }

  private void siftDown(int hole, long due, long handle) {
    long[] k = keys;
    int place = hole;
    int compared = 0;
    for (int child = 4 * place + 1; child < length; child = 4 * place + 1) {
      int end = Math.min(child + 4, length);
      int least = child;
      for (int other = child + 1; other < end; other++) {
        if (isBefore(k[2 * other], k[2 * other + 1], k[2 * least], k[2 * least + 1])) {
          least = other;
        }
      }
      compared += end - child;
      if (!isBefore(k[2 * least], k[2 * least + 1], due, handle)) {
        break;
      }
      seat(place, k[2 * least], k[2 * least + 1]);
      place = least;
    }
    comparisons += compared;
    seat(place, due, handle);
  }

  private static boolean isBefore(long due, long handle, long otherDue, long otherHandle) {
    return due < otherDue || due == otherDue && handle < otherHandle;
  }

  private void seat(int place, long due, long handle) {
    keys[2 * place] = due;
    keys[2 * place + 1] = handle;
    places[(int) handle & SLOT_MASK] = place;
  }

  private void release(int slot) {
    actions[slot] = null;
    places[slot] = -2 - firstFree;
    firstFree = slot;
  }

  private void grow() {
    int capacity = places.length;
    if (capacity == MOST_SLOTS) {
      throw new IllegalStateException("no room for more than " + capacity + " pending events");
    }
    keys = Arrays.copyOf(keys, 4 * capacity);
    places = Arrays.copyOf(places, 2 * capacity);
    actions = Arrays.copyOf(actions, 2 * capacity);
    chainFreeSlots(capacity);
  }

  private void chainFreeSlots(int from) {
    for (int slot = from; slot < places.length - 1; slot++) {
      places[slot] = -2 - (slot + 1);
    }
    places[places.length - 1] = -2 - NO_SLOT;
    firstFree = from;
  }
}
