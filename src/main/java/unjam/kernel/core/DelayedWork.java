package unjam.kernel.core;

import unjam.trace.ExecContext;

/**
 * A work item of a workqueue that can be put off by ticks (kernel/workqueue.c: queue_delayed_work,
 * mod_delayed_work). Queued twice before it runs, it runs once.
 */
public final class DelayedWork {

  private final Kernel kernel;
  private final ExecContext who;
  private final Runnable work;
  private final WheelTimer timer;
  private boolean queued;
  private long run;

  public DelayedWork(Kernel kernel, ExecContext who, Runnable work) {
    this.kernel = kernel;
    this.who = who;
    this.work = work;
    this.timer = kernel.wheel().timer(this::queue);
  }

  /** Runs it as soon as a worker is there. */
  public void queue() {
    timer.delete();
    if (!queued) {
      queued = true;
      run = kernel.after(Latency.WORK, who, this::run);
    }
  }

  /**
   * Runs it after so many ticks, whatever was asked before: a run that waits for its worker is
   * taken back and put off too.
   */
  public void modify(long delayJiffies) {
    if (delayJiffies == 0) {
      queue();
      return;
    }
    if (queued) {
      queued = false;
      kernel.cancel(run);
    }
    timer.modify(kernel.jiffies() + delayJiffies);
  }

  /** Takes it back, unless it runs already (kernel/workqueue.c: cancel_delayed_work). */
  public void cancel() {
    timer.delete();
    if (queued) {
      queued = false;
      kernel.cancel(run);
    }
  }

  /** Whether it will run, at once or after its delay. */
  public boolean isPending() {
    return queued || timer.isPending();
  }

  private void run() {
    queued = false;
    work.run();
  }
}
