package unjam.engine;

import org.jspecify.annotations.Nullable;

/**
 * Something that one coroutine waits for and that somebody else finishes once; the kernel's {@code
 * struct completion} with one waiter.
 *
 * <p>Once done it stays done, for every later await, until {@link #reinit}.
 */
public final class Completion {

  private @Nullable Coroutine waiter;
  private boolean done;

  /**
   * Marks this as done. The waiter, if any, goes on at the present instant, after all that is
   * already due then; its timeout is void from now on. Without effect if already done.
   */
  public void complete() {
    done = true;
    Coroutine waiting = waiter;
    if (waiting != null) {
      waiter = null;
      waiting.wakeUp();
    }
  }

  public boolean isDone() {
    return done;
  }

  /**
   * Makes this undone again, for another use. A waiter that {@link #complete} has already woken
   * is not called back.
   */
  public void reinit() {
    done = false;
  }

  void enter(Coroutine coroutine) {
    if (waiter != null) {
      throw new IllegalStateException(
          coroutine.name() + " cannot await what " + waiter.name() + " already awaits");
    }
    waiter = coroutine;
  }

  void leave() {
    waiter = null;
  }
}
