package unjam.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import unjam.engine.SimTime;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Opcode;
import unjam.scsi.SenseData;

/**
 * A low-level driver as data; the names are those of {@code scsi_host_template} where it has one.
 *
 * @param name driver name, {@code proc_name}
 * @param canQueue commands the host takes at once
 * @param cmdPerLun initial queue depth of a device
 * @param nrHwQueues hardware queues
 * @param hooks recovery callbacks that exist, with what they cost; a missing key is a missing rung
 * @param ehTimedOut what the driver says to a timeout first
 * @param ehStrategy who runs the error-handler thread's work
 * @param transport the transport class that its devices belong to
 * @param settings spans that only this driver or its transport knows
 * @param skipSettleDelay no 10 s pause after a bus or host reset
 * @param trackQueueDepth lowers the depth after repeated TASK SET FULL
 * @param defaultTimeoutSeconds request timeout it sets for its disks
 * @param maxHostBlocked queue attempts that a HOST_BUSY costs an idle host
 * @param irqPath functions from the interrupt to {@code scsi_done}, outermost first
 * @param answersFromKworker operation codes answered at once from a work item
 * @param checkConditionInline answers a pending unit attention before {@code queuecommand} returns
 * @param dirtyFlushTakes time of a SYNCHRONIZE CACHE after writes; without any it is answered
 *     at once
 * @param unitAttention sense that each kind of reset leaves on every unit it reaches
 * @param lunResetCancelsAnswers whether a LUN reset forgets answers that are under way
 * @param recoveryCompletesCommands whether an abort or reset that works gives back what it reaches
 *     with DID_RESET, instead of forgetting it
 * @param givesBackInline gives it back before the callback returns, not from an interrupt, and an
 *     abort's command with DID_ABORT
 * @param hostResetReachesAllHosts whether a host reset hits every host of this driver
 * @param rescanCommands commands that a rescan sends to a device put back to running
 * @param ata what an ATA port and its disk are like; only with libata's strategy
 */
public record LldProfile(
    String name,
    int canQueue,
    int cmdPerLun,
    int nrHwQueues,
    Map<EhHook, Hook> hooks,
    TimedOut ehTimedOut,
    Strategy ehStrategy,
    Transport transport,
    Map<DriverSetting, SimTime> settings,
    boolean skipSettleDelay,
    boolean trackQueueDepth,
    int defaultTimeoutSeconds,
    int maxHostBlocked,
    List<String> irqPath,
    Set<Opcode> answersFromKworker,
    boolean checkConditionInline,
    SimTime dirtyFlushTakes,
    Map<EhHook, SenseData> unitAttention,
    boolean lunResetCancelsAnswers,
    boolean recoveryCompletesCommands,
    boolean givesBackInline,
    boolean hostResetReachesAllHosts,
    int rescanCommands,
    Optional<Ata> ata) {

  public LldProfile {
    hooks = frozen(EhHook.class, hooks);
    unitAttention = frozen(EhHook.class, unitAttention);
    settings = frozen(DriverSetting.class, settings);
    irqPath = List.copyOf(irqPath);
    answersFromKworker = Collections.unmodifiableSet(new TreeSet<>(answersFromKworker));
  }

  /** The same driver with other recovery callbacks. */
  public LldProfile withHooks(Map<EhHook, Hook> hooks) {
    return with(hooks, ehTimedOut);
  }

  /** The same driver with another answer to timeouts. */
  public LldProfile withTimedOut(TimedOut ehTimedOut) {
    return with(hooks, ehTimedOut);
  }

  private LldProfile with(Map<EhHook, Hook> hooks, TimedOut ehTimedOut) {
    return new LldProfile(
        name, canQueue, cmdPerLun, nrHwQueues, hooks, ehTimedOut, ehStrategy, transport,
        settings, skipSettleDelay, trackQueueDepth, defaultTimeoutSeconds, maxHostBlocked,
        irqPath, answersFromKworker, checkConditionInline, dirtyFlushTakes, unitAttention,
        lunResetCancelsAnswers, recoveryCompletesCommands, givesBackInline,
        hostResetReachesAllHosts, rescanCommands, ata);
  }

  private static <K extends Enum<K>, V> Map<K, V> frozen(Class<K> keys, Map<K, V> map) {
    EnumMap<K, V> copy = new EnumMap<>(keys);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  /**
   * What one recovery callback costs and does.
   *
   * @param takes time it works when the device or firmware answers
   * @param tmTimeout how long it waits for the answer of a mute target, empty if it does not
   *     ask the target
   * @param onTmTimeout what it does when that answer does not come
   * @param failsWhileDeviceBusy answers FAILED while the device still holds commands
   * @param supported whether the firmware knows it; if not, the callback answers FAILED at once
   */
  public record Hook(
      SimTime takes,
      Optional<SimTime> tmTimeout,
      OnTmTimeout onTmTimeout,
      boolean failsWhileDeviceBusy,
      boolean supported) {

    public static final Hook INSTANT =
        new Hook(SimTime.ZERO, Optional.empty(), OnTmTimeout.FAIL, false, true);
  }

  /**
   * An ATA port with its disk.
   *
   * @param linkSpeed generation of the link: 1 for 1.5, 2 for 3.0, 3 for 6.0 Gbps
   * @param udma UDMA mode that the disk is set to: 100, 133
   * @param errorLog whether the disk tells which queued command failed (READ LOG page 10h)
   * @param lpmBroken whether the kernel knows the disk for bad link power management and says so
   */
  public record Ata(int linkSpeed, int udma, boolean errorLog, boolean lpmBroken) {}

  /** What a callback does when its task management function is not answered. */
  public enum OnTmTimeout {
    FAIL,
    RESET_HOST
  }

  /** Answer of {@code eh_timed_out}. */
  public enum TimedOut {
    /** The driver has no such callback. */
    NONE,
    /** Always asks for another full timeout. */
    RESET_TIMER,
    /** Lets the mid-layer go on (drivers/ata/libata-scsi.c: ata_scsi_eh_timed_out). */
    ATA_SCSI_EH_TIMED_OUT,
    /**
     * Asks for more time until twice the timeout has passed
     * (drivers/scsi/megaraid/megaraid_sas_base.c: megasas_reset_timer).
     */
    MEGASAS_RESET_TIMER,
    /**
     * Asks for more time while the remote port is blocked (drivers/scsi/scsi_transport_fc.c:
     * fc_eh_timed_out).
     */
    FC_EH_TIMED_OUT,
    /**
     * Asks for more time until the target has been asked whether it is there
     * (drivers/scsi/libiscsi.c: iscsi_eh_cmd_timed_out).
     */
    ISCSI_EH_CMD_TIMED_OUT
  }

  /** Who does the recovery (include/scsi/scsi_transport.h: eh_strategy_handler). */
  public enum Strategy {
    /** The mid-layer's ladder. */
    SCSI_UNJAM_HOST,
    /** libata's own way (drivers/ata/libata-eh.c: ata_scsi_error). */
    ATA_SCSI_ERROR
  }

  /** Transport class (include/scsi/scsi_transport.h: scsi_transport_template). */
  public enum Transport {
    /** The driver has none, or none that matters for errors. */
    NONE,
    /** drivers/ata/libata-transport.c. */
    ATA,
    /** drivers/scsi/scsi_transport_fc.c: remote ports that can be blocked. */
    FC,
    /** drivers/scsi/scsi_transport_sas.c. */
    SAS,
    /** drivers/scsi/scsi_transport_iscsi.c: one session for each host. */
    ISCSI
  }
}
