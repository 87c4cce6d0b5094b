package unjam.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the simulated machine: code that may sleep and wait on the simulated clock, written
 * top to bottom.
 *
 * <p>Each coroutine has a virtual thread, but one baton goes round: exactly one of the event loop
 * and its coroutines runs, and the event queue alone decides which. So a coroutine may touch all
 * state of its simulation without locks, and equal inputs give equal runs. All times are
 * nanoseconds.
 */
public final class Coroutine {

  private final Coroutines owner;
  private final EventQueue queue;
  private final String name;
  private final Consumer<Coroutine> body;
  private final Thread thread;
  /** Made once, so that parking allocates nothing. */
  private final Runnable resumption = this::resume;
  private Runnable hook = () -> {};

  /**
   * The baton. All other fields, and all state of the simulation, are published by writing and
   * reading this one.
   */
  private volatile boolean running;
  private @Nullable Thread resumer;
  /** Handle of the event that will resume this one: a timer or a wake-up. */
  private long alarm;
  private boolean started;
  private boolean completed;
  private boolean killed;
  private boolean ended;
  private @Nullable Throwable failure;

  Coroutine(Coroutines owner, EventQueue queue, String name, Consumer<Coroutine> body) {
    this.owner = owner;
    this.queue = queue;
    this.name = Objects.requireNonNull(name, "name");
    this.body = Objects.requireNonNull(body, "body");
    this.thread = Thread.ofVirtual().name(name).unstarted(this::runBody);
  }

  public String name() {
    return name;
  }

  /** Parks for a span; 0 lets everything that is already due run first. */
  public void sleep(long nanos) {
    requireOwnBody();
    requireSpan(nanos);
    setAlarm(nanos);
    park();
  }

  /** Parks until {@code completion} is done; goes straight on if it is. */
  public void await(Completion completion) {
    requireOwnBody();
    if (!completion.isDone()) {
      completion.enter(this);
      parkOn(completion);
    }
  }

  /**
   * Parks until {@code completion} is done, but no longer than the timeout.
   *
   * @return true if it is done, false if the time was up first
   */
  public boolean await(Completion completion, long timeoutNanos) {
    requireOwnBody();
    requireSpan(timeoutNanos);
    if (completion.isDone()) {
      return true;
    }
    completion.enter(this);
    setAlarm(timeoutNanos);
    return parkOn(completion);
  }

  /**
   * Has {@code hook} run each time just before the body goes on after a park (also to be
   * unwound): the place to restore whatever "who runs now" variables the owner of the simulation
   * keeps. Replaces an earlier hook.
   */
  public void onResume(Runnable hook) {
    this.hook = Objects.requireNonNull(hook, "hook");
  }

  /** Runs the loop on a virtual thread and waits for it; see {@link Coroutines#drive}. */
  static void drive(Runnable loop) {
    if (Thread.currentThread().isVirtual()) {
      loop.run();
      return;
    }
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread driver = Thread.ofVirtual().name("event loop").unstarted(loop);
    driver.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
    driver.start();
    join(driver);
    switch (thrown.get()) {
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case null, default -> {}
    }
  }

  boolean holdsBaton() {
    return running;
  }

  boolean hasThread() {
    return thread.isAlive();
  }

  /** Makes the wake-up due now; called by the completion that this one waits for. */
  void wakeUp() {
    queue.cancel(alarm);
    completed = true;
    alarm = queue.schedule(queue.now(), resumption);
  }

  /**
   * Unwinds the body: whatever it was waiting for throws, now and whenever it tries to wait
   * again.
   */
  void kill() {
    killed = true;
    queue.cancel(alarm);
    resume();
  }

  /**
   * Hands the baton over and returns when it has come back: the body has parked or ended.
   *
   * @throws IllegalStateException if the body failed; names it and the simulated time, the cause
   *     is what it threw
   * @throws LimitExceeded if the body threw that: it is a verdict on the run, not a fault of the
   *     body
   */
  void resume() {
    if (ended) {
      throw new IllegalStateException("coroutine " + name + " has ended");
    }
    resumer = Thread.currentThread();
    running = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    waitWhile(true);
    if (ended) {
      bury();
    }
  }

  private void runBody() {
    try {
      body.accept(this);
    } catch (Killed unwound) {
      // The run is over, as intended.
    } catch (Throwable thrown) {
      failure = thrown;
    }
    ended = true;
    running = false;
    LockSupport.unpark(resumer);
  }

  private boolean parkOn(Completion completion) {
    completed = false;
    try {
      park();
    } finally {
      if (!completed) {
        completion.leave();
      }
    }
    return completed;
  }

  private void park() {
    running = false;
    LockSupport.unpark(resumer);
    waitWhile(false);
    hook.run();
    if (killed) {
      throw new Killed();
    }
  }

  /** An interrupt of the host thread ends no wait; it is kept for whoever is to see it. */
  private void waitWhile(boolean state) {
    boolean interrupted = false;
    while (running == state) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void setAlarm(long nanos) {
    long at = queue.now() + nanos;
    alarm = queue.schedule(at < 0 ? Long.MAX_VALUE : at, resumption);
  }

  private void requireSpan(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(name + " cannot wait for " + nanos + " ns");
    }
  }

  private void requireOwnBody() {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException(
          name + " can only be parked by its own body, not by " + Thread.currentThread());
    }
    if (killed) {
      throw new Killed();
    }
  }

  private void bury() {
    owner.forget(this);
    join(thread);
    Throwable thrown = failure;
    if (thrown instanceof LimitExceeded limit) {
      throw limit;
    }
    if (thrown != null) {
      SimTime at = new SimTime(queue.now());
      throw new IllegalStateException(
          "coroutine " + name + " failed at " + at + ": " + thrown, thrown);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException kept) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passes through every {@code catch (Exception)} of a body; needs no stack trace. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed() {
      super("the run is over", null, false, false);
    }
  }
}
