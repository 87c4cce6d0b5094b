package unjam.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All coroutines of one simulation. Close it at the end of the run: a parked coroutine is a thread,
 * which would stay.
 */
public final class Coroutines implements AutoCloseable {

  private final EventQueue queue;
  /** In the order of their start, so that closing unwinds them in that order in every run. */
  private final Set<Coroutine> alive = new LinkedHashSet<>();
  private boolean closed;

  public Coroutines(EventQueue queue) {
    this.queue = Objects.requireNonNull(queue, "queue");
  }

  /**
   * Runs the loop of a simulation, and returns when it has returned. Not needed for correctness,
   * but a hand-over of the baton costs about a microsecond inside, and forty if the loop runs on a
   * platform thread. What the loop throws is thrown here.
   */
  public static void drive(Runnable loop) {
    Coroutine.drive(loop);
  }

  /**
   * Makes a coroutine and runs it at once, until it first parks or ends.
   *
   * @param name for messages; it need not be unique
   * @throws IllegalStateException if this is closed, or if the body failed before it first parked
   */
  public Coroutine start(String name, Consumer<Coroutine> body) {
    if (closed) {
      throw new IllegalStateException("cannot start " + name + ": the run has been closed");
    }
    Coroutine coroutine = new Coroutine(this, queue, name, body);
    alive.add(coroutine);
    coroutine.resume();
    return coroutine;
  }

  /**
   * Unwinds every parked coroutine, so that its finally blocks run, and waits until no thread is
   * left. Where a body fails meanwhile the others are unwound all the same; then the first
   * failure is thrown, with the rest suppressed in it.
   *
   * @throws IllegalStateException if called by a coroutine
   */
  @Override
  public void close() {
    for (Coroutine coroutine : alive) {
      if (coroutine.holdsBaton()) {
        throw new IllegalStateException(
            "the run cannot be closed by its coroutine " + coroutine.name());
      }
    }
    closed = true;
    List<RuntimeException> failures = new ArrayList<>();
    for (Coroutine coroutine : List.copyOf(alive)) {
      try {
        coroutine.kill();
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  /** How many have been started and not ended. */
  int alive() {
    return alive.size();
  }

  void forget(Coroutine ended) {
    alive.remove(ended);
  }
}
