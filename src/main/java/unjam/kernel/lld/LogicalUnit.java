package unjam.kernel.lld;

import java.util.Optional;
import java.util.TreeMap;
import unjam.engine.Prng;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.SenseData;
import unjam.scsi.ServiceTime;

/** The device's own side: how fast it answers and which unit attentions it still has to tell. */
final class LogicalUnit {

  private final ScsiDevice device;
  private final Prng prng;
  private final TreeMap<Integer, SenseData> unitAttentions = new TreeMap<>();
  private boolean dirty;

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

  /** Whether something was written since the last flush. */
  boolean dirty() {
    return dirty;
  }

  void setDirty(boolean dirty) {
    this.dirty = dirty;
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
      case ServiceTime.Growing(long start, long perSecond) ->
          start + sinceNanos / 1_000 * (perSecond / 1_000) / 1_000;
    };
  }
}
