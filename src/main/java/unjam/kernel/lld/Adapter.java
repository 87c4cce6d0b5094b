package unjam.kernel.lld;

import java.util.Optional;
import java.util.TreeMap;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.Hctl;
import unjam.scsi.MlqueueReturn;

/**
 * What an adapter is busy with, and whom it refuses meanwhile (for example
 * drivers/scsi/mpt3sas/mpt3sas_scsih.c: scsih_qcmd).
 */
final class Adapter {

  private final int index;
  private final TreeMap<Integer, Integer> managed = new TreeMap<>();
  private boolean resetting;

  /**
   * @param index its number among the adapters of its driver
   */
  Adapter(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  void beginReset() {
    resetting = true;
  }

  void endReset() {
    resetting = false;
  }

  /** A task management function for this target is out. */
  void manage(ScsiDevice device) {
    managed.merge(target(device), 1, Integer::sum);
  }

  void managed(ScsiDevice device) {
    managed.merge(target(device), -1, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** Why a command cannot be taken now, if it cannot. */
  Optional<MlqueueReturn> refuses(ScsiDevice device) {
    if (resetting) {
      return Optional.of(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY);
    }
    return managed.containsKey(target(device))
        ? Optional.of(MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY)
        : Optional.empty();
  }

  private static int target(ScsiDevice device) {
    Hctl at = device.at();
    return at.channel() << 16 | at.target();
  }
}
