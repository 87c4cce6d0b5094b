package unjam.kernel.core;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import unjam.trace.ExecContext;

/**
 * The kernel's timer wheel (kernel/time/timer.c: calc_wheel_index, collect_expired_timers). The
 * farther away a timer is, the coarser its bucket; a bucket is always at or after the tick asked
 * for. Timers of one bucket fire last in, first out, and of buckets that are due together the
 * coarser first.
 */
public final class TimerWheel {

  private static final int LEVELS = 9;
  private static final int LEVEL_SIZE = 64;
  private static final int LEVEL_CLOCK_SHIFT = 3;

  private final Kernel kernel;
  private final TreeMap<Long, Tick> ticks = new TreeMap<>();

  /** The buckets that are due at one tick, by level, and the engine's event for it. */
  private static final class Tick {
    private final List<List<WheelTimer>> levels = new ArrayList<>(LEVELS);
    private int timers;
    private long event;

    Tick() {
      for (int i = 0; i < LEVELS; i++) {
        levels.add(new ArrayList<>(0));
      }
    }
  }

  TimerWheel(Kernel kernel) {
    this.kernel = kernel;
  }

  /** A timer that runs {@code function} in softirq context when it fires. */
  public WheelTimer timer(Runnable function) {
    return new WheelTimer(this, function);
  }

  void arm(WheelTimer timer, long expires) {
    long clock = kernel.jiffies();
    int level = levelOf(expires - clock);
    long bucket = bucketOf(expires, clock, level);
    timer.armed(expires, bucket, level, kernel.cause());
    Tick tick = ticks.get(bucket);
    if (tick == null) {
      tick = new Tick();
      ticks.put(bucket, tick);
      tick.event =
          kernel.at(
              kernel.nanosAt(bucket) + Latency.SOFTIRQ, ExecContext.SOFTIRQ, () -> run(bucket));
    }
    tick.levels.get(level).add(timer);
    tick.timers++;
  }

  private static long bucketOf(long expires, long clock, int level) {
    int shift = level * LEVEL_CLOCK_SHIFT;
    return expires < clock ? clock + 1 : (expires >> shift) + 1 << shift;
  }

  /** Whether a pending timer would land where it is (kernel/time/timer.c: __mod_timer). */
  boolean staysInBucket(WheelTimer timer, long expires) {
    long clock = kernel.jiffies();
    int level = levelOf(expires - clock);
    return level == timer.level() && bucketOf(expires, clock, level) == timer.bucketExpiry();
  }

  /** Level of a timer that is {@code delta} ticks away (kernel/time/timer.c: LVL_START). */
  static int levelOf(long delta) {
    int level = 0;
    while (level < LEVELS - 1
        && delta >= (long) (LEVEL_SIZE - 1) << level * LEVEL_CLOCK_SHIFT) {
      level++;
    }
    return level;
  }

  void remove(WheelTimer timer) {
    Tick tick = ticks.get(timer.bucketExpiry());
    if (tick == null || !tick.levels.get(timer.level()).remove(timer)) {
      return;
    }
    tick.timers--;
    if (tick.timers == 0) {
      kernel.cancel(tick.event);
      ticks.remove(timer.bucketExpiry());
    }
  }

  private void run(long bucket) {
    Tick tick = ticks.remove(bucket);
    if (tick == null) {
      return;
    }
    for (int level = LEVELS - 1; level >= 0; level--) {
      List<WheelTimer> timers = tick.levels.get(level);
      for (int i = timers.size() - 1; i >= 0; i--) {
        WheelTimer timer = timers.get(i);
        if (timer.isPending()) {
          kernel.enter(ExecContext.SOFTIRQ, timer.armedBy());
          timer.fire();
        }
      }
    }
  }
}
