package unjam.reading;

import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.scsi.MlqueueReturn;
import unjam.trace.BlockFact;
import unjam.trace.Fact;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;

/**
 * The counters that keep commands away from a host or a disk whose driver said that it is busy
 * (drivers/scsi/scsi_lib.c: scsi_set_blocked). They go down by one with every try while nothing is
 * in flight, and to zero when a command finishes. A trace has the tries, not the counters; a
 * command that passes says that there is nothing left to count.
 */
public final class BlockedCounters {

  /** Tries that a busy device costs (drivers/scsi/scsi_lib.c: SCSI_DEFAULT_DEVICE_BLOCKED). */
  public static final int DEVICE_TRIES = 3;

  /** Looking back further than so many events is not worth it: then nothing is known. */
  private static final int FURTHEST = 20_000;

  private BlockedCounters() {}

  /**
   * {@code host_blocked} after an event; 0 if the host is not blocked.
   *
   * @param tries what the driver's answer sets it to
   */
  public static int host(Trace trace, int seq, HostView host, int tries) {
    int refused = 0;
    for (int at = seq; at >= Math.max(0, seq - FURTHEST); at--) {
      if (trace.host(at) != host.number()) {
        continue;
      }
      Fact fact = trace.fact(at);
      if (fact instanceof MidLayerFact.Finished || fact instanceof MidLayerFact.Dispatched) {
        return 0;
      }
      if (isRefusal(fact, BlockFact.Gate.HOST_BLOCKED_COUNTER)) {
        refused++;
      } else if (blocks(fact) == Blocked.HOST) {
        return left(tries, host.busy() > 0 ? 0 : refused);
      }
    }
    return 0;
  }

  /** {@code device_blocked} after an event; 0 if the disk is not blocked. */
  public static int device(Trace trace, int seq, DeviceView device) {
    int refused = 0;
    for (int at = seq; at >= Math.max(0, seq - FURTHEST); at--) {
      if (trace.device(at) != device.index()) {
        continue;
      }
      Fact fact = trace.fact(at);
      if (fact instanceof MidLayerFact.Finished || fact instanceof MidLayerFact.Dispatched) {
        return 0;
      }
      if (isRefusal(fact, BlockFact.Gate.DEVICE_BLOCKED_COUNTER)) {
        refused++;
      } else if (blocks(fact) == Blocked.DEVICE) {
        return left(DEVICE_TRIES, device.inFlight() > 0 ? 0 : refused);
      }
    }
    return 0;
  }

  /** Whom a fact keeps commands from. */
  private enum Blocked {
    NOBODY,
    HOST,
    DEVICE
  }

  private static Blocked blocks(Fact fact) {
    return switch (fact) {
      case MidLayerFact.QueuecommandBusy busy -> blocks(busy.value());
      case MidLayerFact.QueueInserted inserted -> blocks(inserted.reason());
      default -> Blocked.NOBODY;
    };
  }

  private static Blocked blocks(MlqueueReturn reason) {
    return switch (reason) {
      case SCSI_MLQUEUE_HOST_BUSY -> Blocked.HOST;
      case SCSI_MLQUEUE_DEVICE_BUSY, SCSI_MLQUEUE_EH_RETRY -> Blocked.DEVICE;
      case SCSI_MLQUEUE_TARGET_BUSY -> Blocked.NOBODY;
    };
  }

  private static boolean isRefusal(Fact fact, BlockFact.Gate gate) {
    return fact instanceof BlockFact.Refused refused && refused.gate() == gate;
  }

  private static int left(int tries, int refused) {
    return Math.max(0, tries - refused);
  }
}
