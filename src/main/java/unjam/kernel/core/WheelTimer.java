package unjam.kernel.core;

/** One kernel timer (include/linux/timer.h: timer_list); times are in ticks. */
public final class WheelTimer {

  private final TimerWheel wheel;
  private final Runnable function;
  private long expires;
  private long bucketExpiry;
  private int level;
  private boolean pending;
  private int armedBy = Kernel.NONE;

  WheelTimer(TimerWheel wheel, Runnable function) {
    this.wheel = wheel;
    this.function = function;
  }

  /**
   * Sets the timer to fire not before {@code expires} (kernel/time/timer.c: mod_timer). A pending
   * timer that stays in its bucket also keeps its place among the others there.
   */
  public void modify(long expires) {
    if (pending && wheel.staysInBucket(this, expires)) {
      this.expires = expires;
      return;
    }
    delete();
    wheel.arm(this, expires);
  }

  public boolean isPending() {
    return pending;
  }

  /** The tick that was asked for, not the one at which the wheel will fire. */
  public long expires() {
    return expires;
  }

  /** The tick at which the wheel will fire. */
  public long bucketExpiry() {
    return bucketExpiry;
  }

  /** Takes a pending timer back (kernel/time/timer.c: del_timer). */
  public void delete() {
    if (pending) {
      pending = false;
      wheel.remove(this);
    }
  }

  int level() {
    return level;
  }

  int armedBy() {
    return armedBy;
  }

  void armed(long expires, long bucketExpiry, int level, int armedBy) {
    this.expires = expires;
    this.bucketExpiry = bucketExpiry;
    this.level = level;
    this.armedBy = armedBy;
    this.pending = true;
  }

  void fire() {
    pending = false;
    function.run();
  }
}
