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
 * <p>The heap has four children to a node; its keys lie in two arrays, the times and the handles. A
 * handle is the insertion number with the event's slot below it. So one word breaks ties between
 * equal times, leads from heap to action, and is never mistaken for a later handle of the same
 * slot.
 */
public final class EventQueue {

  private static final int SLOT_BITS = 24;
  private static final int MOST_SLOTS = 1 << SLOT_BITS;
  private static final int SLOT_MASK = MOST_SLOTS - 1;
  private static final long LAST_INSERTION = Long.MAX_VALUE >>> SLOT_BITS;
  private static final int FIRST_CAPACITY = 64;
  private static final int NO_SLOT = -1;
  /** The first place whose grandchildren are not near the processor by themselves. */
  private static final int FIRST_DISTANT = 16;

  /** By heap position, one more than there are slots: a vacant root has a position and no slot. */
  private long[] times = new long[FIRST_CAPACITY + 1];
  private long[] handles = new long[FIRST_CAPACITY + 1];
  /**
   * By slot: the heap position of a pending event; of a free slot, the next free one as {@code -2
   * - next}.
   */
  private int[] places = new int[FIRST_CAPACITY];
  /** By slot. Objects, because storing an interface into an array costs a search at each store. */
  private @Nullable Object[] actions = new @Nullable Object[FIRST_CAPACITY];
  private int firstFree;
  /** Heap positions in use; the root counts while it is vacant. */
  private int length;
  /**
   * Whether the root has been taken out and not been filled yet. An event usually schedules
   * another, which can then go straight to the root instead of climbing there from the bottom. The
   * old key stays: it is before all others, so none of them climbs into the vacancy.
   */
  private boolean rootVacant;
  private long now;
  private long inserted;
  private long executed;
  private long comparisons;
  /** Means nothing; without it the reads of {@link #touchGrandchildren} would be left out. */
  private long touched;

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
      insertBesideVacancy(due, handle);
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
      reseat(place, times[last], handles[last]);
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
    return place >= 0 && handles[place] == handle;
  }

  /**
   * When the earliest event is due, in nanoseconds (before {@link #now} if it is late);
   * Long.MAX_VALUE if there is none.
   */
  public long nextTime() {
    if (rootVacant) {
      fillRoot();
    }
    return length == 0 ? Long.MAX_VALUE : times[0];
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
    int slot = (int) handles[0] & SLOT_MASK;
    Runnable action = (Runnable) Objects.requireNonNull(actions[slot]);
    now = Math.max(now, times[0]);
    release(slot);
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

  /** What belongs at the bottom goes there, and leaves the root to the next; the rest sinks. */
  private void insertBesideVacancy(long due, long handle) {
    int parent = (length - 1) >> 2;
    comparisons++;
    if (parent > 0 && due >= times[parent]) {
      seat(length++, due, handle);
    } else {
      rootVacant = false;
      siftDown(0, due, handle);
    }
  }

  private void fillRoot() {
    rootVacant = false;
    int last = --length;
    if (last > 0) {
      siftDown(0, times[last], handles[last]);
    }
  }

  /** Puts the key into the hole at {@code place}, wherever from there it has to go. */
  private void reseat(int place, long due, long handle) {
    int parent = (place - 1) >> 2;
    if (place > 0 && isBefore(due, handle, times[parent], handles[parent])) {
      siftUp(place, due, handle);
    } else {
      siftDown(place, due, handle);
    }
    comparisons++;
  }

  private void siftUp(int hole, long due, long handle) {
    int place = hole;
    int compared = 0;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      compared++;
      if (!isBefore(due, handle, times[parent], handles[parent])) {
        break;
      }
      seat(place, times[parent], handles[parent]);
      place = parent;
    }
    comparisons += compared;
    seat(place, due, handle);
  }

  private void siftDown(int hole, long due, long handle) {
    int place = hole;
    int compared = 0;
    long ahead = 0;
    for (int child = 4 * place + 1; child < length; child = 4 * place + 1) {
      int least;
      if (child + 3 < length) {
        ahead ^= touchGrandchildren(place);
        least = leastOfFour(child);
        compared += 4;
      } else {
        least = leastOfLast(child);
        compared += length - child;
      }
      if (!isBefore(times[least], handles[least], due, handle)) {
        break;
      }
      seat(place, times[least], handles[least]);
      place = least;
    }
    touched = ahead;
    comparisons += compared;
    seat(place, due, handle);
  }

  /**
   * The place of the least of four siblings, found without a branch that depends on their order:
   * that is as good as random, and a wrong guess costs the processor more than all the rest.
   */
  private int leastOfFour(int first) {
    long a = times[first];
    long b = times[first + 1];
    long c = times[first + 2];
    long d = times[first + 3];
    int left = b < a ? first + 1 : first;
    int right = d < c ? first + 3 : first + 2;
    long leftDue = Math.min(a, b);
    long rightDue = Math.min(c, d);
    if (a == b || c == d || leftDue == rightDue) {
      left = isBefore(b, handles[first + 1], a, handles[first]) ? first + 1 : first;
      right = isBefore(d, handles[first + 3], c, handles[first + 2]) ? first + 3 : first + 2;
      return isBefore(rightDue, handles[right], leftDue, handles[left]) ? right : left;
    }
    return rightDue < leftDue ? right : left;
  }

  private int leastOfLast(int first) {
    int least = first;
    for (int other = first + 1; other < length; other++) {
      if (isBefore(times[other], handles[other], times[least], handles[least])) {
        least = other;
      }
    }
    return least;
  }

  /**
   * Reads where the grandchildren of a place lie, so that they are on their way from a distant
   * cache before it is known which of them matters. Small heaps are near anyway.
   */
  private long touchGrandchildren(int place) {
    int first = 16 * place + 5;
    if (place < FIRST_DISTANT || first + 15 >= length) {
      return 0;
    }
    return times[first] ^ times[first + 8] ^ times[first + 15];
  }

  private static boolean isBefore(long due, long handle, long otherDue, long otherHandle) {
    return due < otherDue || due == otherDue && handle < otherHandle;
  }

  private void seat(int place, long due, long handle) {
    times[place] = due;
    handles[place] = handle;
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
    times = Arrays.copyOf(times, 2 * capacity + 1);
    handles = Arrays.copyOf(handles, 2 * capacity + 1);
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
