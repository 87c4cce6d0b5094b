package unjam.kernel.core;

import java.util.function.Consumer;
import unjam.engine.Completion;
import unjam.engine.Coroutine;
import unjam.engine.Coroutines;
import unjam.engine.EventQueue;
import unjam.engine.LimitExceeded;
import unjam.engine.SimTime;
import unjam.scenario.KernelRules;
import unjam.scsi.LogFacility;
import unjam.scsi.LogLevel;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.TraceRecorder;

/**
 * The running kernel's ground: what time it is, who runs, what led here, and the record of it all.
 * Exactly one thing runs at a time; code that sleeps is a coroutine, everything else a plain
 * callback of the event queue.
 */
public final class Kernel {

  /** No command, device or host. */
  public static final int NONE = -1;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final EventQueue events;
  private final Coroutines threads;
  private final TraceRecorder recorder;
  private final KernelRules rules;
  private final int hz;
  private final long jiffiesAtZero;
  private final long maxEvents;
  private final TimerWheel wheel;
  private final PrintkListeners listeners = new PrintkListeners();

  private ExecContext context = ExecContext.USER;
  private int cause = NONE;
  private int loggingLevel;

  public Kernel(
      EventQueue events,
      Coroutines threads,
      TraceRecorder recorder,
      KernelRules rules,
      int hz,
      long jiffiesAtZero,
      long maxEvents) {
    this.events = events;
    this.threads = threads;
    this.recorder = recorder;
    this.rules = rules;
    this.hz = hz;
    this.jiffiesAtZero = jiffiesAtZero;
    this.maxEvents = maxEvents;
    this.wheel = new TimerWheel(this);
  }

  public KernelRules rules() {
    return rules;
  }

  public int hz() {
    return hz;
  }

  /** Simulated nanoseconds since the scenario began. */
  public long now() {
    return events.now();
  }

  /** The tick counter (kernel/time/timer.c: jiffies). */
  public long jiffies() {
    return jiffiesAtZero + now() / (NANOS_PER_SECOND / hz);
  }

  /** Instant at which the tick counter becomes {@code jiffies}. */
  public long nanosAt(long jiffies) {
    return (jiffies - jiffiesAtZero) * (NANOS_PER_SECOND / hz);
  }

  /** Ticks of a span of milliseconds, rounded up (kernel/time/time.c: msecs_to_jiffies). */
  public long msecsToJiffies(long millis) {
    return (millis * hz + 999) / 1000;
  }

  /** Milliseconds of ticks (kernel/time/time.c: jiffies_to_msecs). */
  public long jiffiesToMsecs(long jiffies) {
    return jiffies * 1000 / hz;
  }

  public long secondsToJiffies(long seconds) {
    return seconds * hz;
  }

  public long jiffiesToNanos(long jiffies) {
    return jiffies * (NANOS_PER_SECOND / hz);
  }

  public TimerWheel wheel() {
    return wheel;
  }

  public TraceRecorder recorder() {
    return recorder;
  }

  public ExecContext context() {
    return context;
  }

  /** Seq of the event that led to what happens now. */
  public int cause() {
    return cause;
  }

  /** Runs {@code body} as {@code who} inside the current context, for contexts that nest. */
  public void as(ExecContext who, Runnable body) {
    ExecContext before = context;
    context = who;
    body.run();
    context = before;
  }

  /** Runs {@code body} as {@code who} after a delay; what happens now is its cause. */
  public long after(long delayNanos, ExecContext who, Runnable body) {
    return at(events.now() + delayNanos, who, body);
  }

  /** Runs {@code body} as {@code who} at an instant; what happens now is its cause. */
  public long at(long nanos, ExecContext who, Runnable body) {
    int because = cause;
    return events.schedule(
        nanos,
        () -> {
          context = who;
          cause = because;
          body.run();
        });
  }

  public boolean cancel(long handle) {
    return events.cancel(handle);
  }

  /**
   * Continues as {@code who}, with an event as the reason; for code that the wheel or a list calls
   * back.
   */
  public void enter(ExecContext who, int because) {
    context = who;
    cause = because;
  }

  /** Starts a thread that may sleep, as {@code who}. */
  public void startThread(String name, ExecContext who, Consumer<Coroutine> body) {
    ExecContext before = context;
    int causeBefore = cause;
    threads.start(
        name,
        self -> {
          context = who;
          self.onResume(() -> context = who);
          body.accept(self);
        });
    context = before;
    cause = causeBefore;
  }

  /** Lets the calling thread sleep until {@code wait} is done; its completer is then the cause. */
  public void await(Coroutine self, Wait wait) {
    if (!wait.done) {
      self.await(wait.completion);
    }
    cause = wait.completedBy;
  }

  /**
   * Lets the calling thread sleep until {@code wait} is done or ticks have passed
   * (kernel/sched/completion.c: wait_for_completion_timeout).
   *
   * @return ticks left, 0 when the time is up
   */
  public long await(Coroutine self, Wait wait, long timeoutJiffies) {
    long deadline = jiffies() + timeoutJiffies;
    if (!wait.done) {
      int before = cause;
      WheelTimer timer = wheel.timer(wait.completion::complete);
      timer.modify(deadline);
      self.await(wait.completion);
      timer.delete();
      if (!wait.done) {
        cause = before;
        return 0;
      }
    }
    cause = wait.completedBy;
    return Math.max(1, deadline - jiffies());
  }

  /**
   * Lets the calling thread sleep for ticks, through the wheel (kernel/time/timer.c:
   * schedule_timeout).
   */
  public void sleepJiffies(Coroutine self, long ticks) {
    int before = cause;
    Completion done = new Completion();
    wheel.timer(done::complete).modify(jiffies() + ticks);
    self.await(done);
    cause = before;
  }

  /** kernel/time/timer.c: msleep; older kernels sleep one tick more than asked. */
  public void msleep(Coroutine self, long millis) {
    sleepJiffies(self, msecsToJiffies(millis) + (rules.sleepAddsTick() ? 1 : 0));
  }

  /** Lets the calling thread work for an exact span. */
  public void work(Coroutine self, long nanos) {
    int before = cause;
    self.sleep(nanos);
    cause = before;
  }

  /**
   * Records that something became true, now, here.
   *
   * @return its seq, which is the cause of what follows
   */
  public int note(KernelFunction in, int cmd, int device, int host, Fact fact) {
    events.spend(Latency.STEP);
    cause = recorder.note(events.now(), cause, context, in, cmd, device, host, fact);
    if (cause >= maxEvents) {
      throw new LimitExceeded(
          "events in the trace", maxEvents, SimTime.ofNanos(events.now()));
    }
    return cause;
  }

  /** Records what the scenario itself says: it has no cause. */
  public void noteScenario(int device, int host, Fact fact) {
    recorder.note(
        events.now(), NONE, context, KernelFunction.SCENARIO, NONE, device, host, fact);
  }

  public void setLoggingLevel(int level) {
    loggingLevel = level;
  }

  /** Whether a message of this level prints (drivers/scsi/scsi_logging.h: SCSI_CHECK_LOGGING). */
  public boolean logs(LogFacility facility, int level) {
    return loggingLevel != 0 && facility.level(loggingLevel) > level;
  }

  /** The facility's whole field, 0 to 7. */
  public int logLevel(LogFacility facility) {
    return facility.level(loggingLevel);
  }

  /** Puts a line into the kernel log. */
  public void printk(LogLevel level, int cmd, int device, int host, String line) {
    note(KernelFunction.PRINTK, cmd, device, host, new MachineFact.Printed(level, line));
    listeners.heard(line);
  }

  public PrintkListeners listeners() {
    return listeners;
  }

  /** Something a thread waits for, remembering who completed it. */
  public final class Wait {
    private final Completion completion = new Completion();
    private boolean done;
    private int completedBy = NONE;

    /** Wakes the waiter after the time a wake-up takes. */
    public void complete() {
      if (!done) {
        done = true;
        completedBy = cause;
        ExecContext who = context;
        after(Latency.THREAD_WAKE, who, completion::complete);
      }
    }

    public boolean isDone() {
      return done;
    }

    public void reinit() {
      done = false;
      completion.reinit();
    }
  }

  public Wait newWait() {
    return new Wait();
  }
}
