package unjam.kernel.lld;

import java.util.Optional;
import java.util.TreeMap;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.SenseData;
import unjam.scsi.ServiceTime;

/** The device's own side: how fast it answers and which unit attentions it still has to tell. */
final class LogicalUnit {

  /** Longer than any run. */
  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  private final ScsiDevice device;
  private final Prng prng;
  private final TreeMap<Integer, SenseData> unitAttentions = new TreeMap<>();

  LogicalUnit(ScsiDevice device, Prng prng) {
    this.device = device;
    this.prng = prng;
  }

  ScsiDevice device() {
    return device;
  }

  /** It will tell this once; the same thing twice is told once. */
  void raise(SenseData unitAttention) {
    unitAttentions.put(unitAttention.asc() << 8 | unitAttention.ascq(), unitAttention);
  }

  /** The unit attention that comes first, which is then told. */
  Optional<SenseData> takeUnitAttention() {
    return Optional.ofNullable(unitAttentions.pollFirstEntry()).map(entry -> entry.getValue());
  }

  boolean hasUnitAttention() {
    return !unitAttentions.isEmpty();
  }

  /** Nanoseconds that a healthy command takes now. */
  long serviceNanos() {
    return sample(device.config().service(), 0);
  }

  /**
   * One draw of a service time.
   *
   * @param sinceNanos how long the reason for it has lasted
   */
  long sample(ServiceTime time, long sinceNanos) {
    return switch (time) {
      case ServiceTime.Fixed(long nanos) -> nanos;
      case ServiceTime.Uniform(long min, long max) -> min + prng.nextLong(max - min + 1);
      case ServiceTime.Exponential(long mean) -> Math.round(prng.nextExponential(mean));
      case ServiceTime.Growing(long start, long perSecond) -> start + grown(perSecond, sinceNanos);
    };
  }

  /** What has come on top since, without losing a nanosecond or leaving the range of a long. */
  private static long grown(long perSecond, long sinceNanos) {
    long seconds = sinceNanos / SimTime.NANOS_PER_SECOND;
    if (seconds > 0 && perSecond > FOR_EVER / seconds) {
      return FOR_EVER;
    }
    long rest = sinceNanos % SimTime.NANOS_PER_SECOND;
    return seconds * perSecond
        + rest * (perSecond / SimTime.NANOS_PER_SECOND)
        + rest * (perSecond % SimTime.NANOS_PER_SECOND) / SimTime.NANOS_PER_SECOND;
  }
}
