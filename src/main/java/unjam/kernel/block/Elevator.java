package unjam.kernel.block;

import org.jspecify.annotations.Nullable;

/**
 * The IO scheduler of a queue: which of the waiting requests comes next (block/elevator.c). What is
 * sent again or may not be reordered never gets here.
 */
interface Elevator {

  /** A request waits from now on. */
  void add(Request request);

  /** A request comes before all others: it was dispatched before and is prepared anew. */
  void addFirst(Request request);

  /** Takes the request that comes next out; null when none waits. */
  @Nullable Request next();

  boolean isEmpty();

  int size();
}
