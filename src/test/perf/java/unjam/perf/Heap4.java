package unjam.perf;

import java.util.Arrays;

/**
 * A practical limit for an ordered event queue with eager cancel: a bare heap of primitive keys
 * with four children to a node, for events that are fixed small numbers. It counts nothing, checks
 * nothing, gives out no handles and runs no actions.
 */
final class Heap4 {

  private long[] times = new long[64];
  private long[] numbers = new long[64];
  private int[] events = new int[64];
  private final int[] places;
  private int size;
  private long inserted;

  Heap4(int events) {
    places = new int[events];
  }

  /** The earliest time; only if there is an event. */
  long time() {
    return times[0];
  }

  void push(long time, int event) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
    }
    up(size++, time, inserted++, event);
  }

  int pop() {
    int event = events[0];
    int last = --size;
    if (last > 0) {
      down(0, times[last], numbers[last], events[last]);
    }
    return event;
  }

  void remove(int event) {
    int place = places[event];
    int last = --size;
    if (place == last) {
      return;
    }
    long time = times[last];
    long number = numbers[last];
    int parent = (place - 1) >> 2;
    if (place > 0 && before(time, number, parent)) {
      up(place, time, number, events[last]);
    } else {
      down(place, time, number, events[last]);
    }
  }

  private boolean before(long time, long number, int place) {
    return time < times[place] || time == times[place] && number < numbers[place];
  }

  private void up(int hole, long time, long number, int event) {
    int place = hole;
    while (place > 0) {
      int parent = (place - 1) >> 2;
      if (!before(time, number, parent)) {
        break;
      }
      put(place, times[parent], numbers[parent], events[parent]);
      place = parent;
    }
    put(place, time, number, event);
  }

  private void down(int hole, long time, long number, int event) {
    int place = hole;
    for (int child = 4 * place + 1; child < size; child = 4 * place + 1) {
      int end = Math.min(child + 4, size);
      int least = child;
      for (int other = child + 1; other < end; other++) {
        if (before(times[other], numbers[other], least)) {
          least = other;
        }
      }
      if (before(time, number, least)) {
        break;
      }
      put(place, times[least], numbers[least], events[least]);
      place = least;
    }
    put(place, time, number, event);
  }

  private void put(int place, long time, long number, int event) {
    times[place] = time;
    numbers[place] = number;
    events[place] = event;
    places[event] = place;
  }
}
