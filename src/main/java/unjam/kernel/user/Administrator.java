package unjam.kernel.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.Opcode;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/**
 * Somebody who writes to sysfs; what the kernel would refuse is refused (drivers/scsi/scsi_sysfs.c,
 * sd.c).
 */
public final class Administrator {

  /** Most retries that sd accepts (drivers/scsi/sd.h: SD_MAX_RETRIES). */
  private static final int SD_MAX_RETRIES = 5;

  private static final long RESCAN_TIMEOUT_SECONDS = 30;

  /** What a rescan asks in turn; how many questions it has depends on kernel and driver. */
  private static final List<Cdb> RESCAN =
      List.of(
          new Cdb(Opcode.INQUIRY, 0, 0),
          Cdb.TEST_UNIT_READY,
          new Cdb(Opcode.READ_CAPACITY, 0, 0),
          new Cdb(Opcode.MODE_SENSE, 0, 0));

  private final Kernel kernel;
  private final DeviceStates states;
  private final Map<Integer, ScsiHost> hosts = new LinkedHashMap<>();

  public Administrator(Kernel kernel, DeviceStates states, List<ScsiHost> hosts) {
    this.kernel = kernel;
    this.states = states;
    hosts.forEach(host -> this.hosts.put(host.number(), host));
  }

  /** Writes a value to its file, now. */
  public void write(Intervention.KnobWritten write) {
    String value = write.value().trim();
    Errno errno =
        switch (write.scope()) {
          case Scope.Lun(var at) -> writeDevice(device(at), write.knob(), value);
          case Scope.Host(var number) -> writeHost(host(number), write.knob(), value);
          case Scope.Machine() -> writeMachine(write.knob(), value);
          case Scope.Bus bus -> Errno.EINVAL;
          case Scope.Target target -> Errno.EINVAL;
        };
    int device = write.scope() instanceof Scope.Lun(var at) ? device(at).index() : Kernel.NONE;
    kernel.note(
        KernelFunction.SYSFS_WRITE,
        Kernel.NONE,
        device,
        Kernel.NONE,
        errno == Errno.OK
            ? new MachineFact.KnobSet(write.knob(), write.scope(), value)
            : new MachineFact.KnobRefused(write.knob(), write.scope(), value, errno));
  }

  private ScsiHost host(int number) {
    ScsiHost host = hosts.get(number);
    if (host == null) {
      throw new IllegalArgumentException("there is no host " + number);
    }
    return host;
  }

  private ScsiDevice device(Hctl at) {
    return host(at.host()).devices().stream()
        .filter(device -> device.at().equals(at))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no device " + at));
  }

  private Errno writeDevice(ScsiDevice sdev, Knob knob, String value) {
    if (knob == Knob.STATE) {
      return writeState(sdev, value);
    }
    if (knob == Knob.ALLOW_RESTART) {
      return writeAllowRestart(sdev, value);
    }
    Optional<Integer> parsed = number(value);
    if (parsed.isEmpty()) {
      return Errno.EINVAL;
    }
    int number = parsed.get();
    return switch (knob) {
      case TIMEOUT ->
          accept(number >= 0, () -> sdev.setRqTimeout(kernel.secondsToJiffies(number)));
      case IO_TIMEOUT ->
          accept(number > 0, () -> sdev.setRqTimeout(kernel.msecsToJiffies(number)));
      case EH_TIMEOUT ->
          accept(number >= 0, () -> sdev.setEhTimeout(kernel.secondsToJiffies(number)));
      case QUEUE_DEPTH ->
          accept(
              number >= 1 && number <= sdev.host().template().canQueue(),
              () -> sdev.setQueueDepth(number));
      case MAX_RETRIES ->
          accept(number >= -1 && number <= SD_MAX_RETRIES, () -> sdev.setMaxRetries(number));
      case MAX_MEDIUM_ACCESS_TIMEOUTS ->
          accept(number >= 0, () -> sdev.setMaxMediumAccessTimeouts(number));
      case STATE, ALLOW_RESTART, EH_DEADLINE, LOGGING_LEVEL -> Errno.EINVAL;
    };
  }

  private static Errno accept(boolean valid, Runnable change) {
    if (!valid) {
      return Errno.EINVAL;
    }
    change.run();
    return Errno.OK;
  }

  private static Optional<Integer> number(String value) {
    try {
      return Optional.of(Integer.decode(value));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Errno writeAllowRestart(ScsiDevice sdev, String value) {
    return switch (value) {
      case "1", "y", "Y", "on" -> accept(true, () -> sdev.setAllowRestart(true));
      case "0", "n", "N", "off" -> accept(true, () -> sdev.setAllowRestart(false));
      default -> Errno.EINVAL;
    };
  }

  /**
   * Only from and to "running" and "offline"; coming back looks at the device again
   * (store_state_field).
   */
  private Errno writeState(ScsiDevice sdev, String value) {
    SdevState next =
        switch (value) {
          case "running" -> SdevState.SDEV_RUNNING;
          case "offline" -> SdevState.SDEV_OFFLINE;
          default -> SdevState.SDEV_CREATED;
        };
    boolean changeable =
        sdev.state() == SdevState.SDEV_RUNNING || sdev.state() == SdevState.SDEV_OFFLINE;
    if (next == SdevState.SDEV_CREATED || !changeable) {
      return Errno.EINVAL;
    }
    if (next == SdevState.SDEV_RUNNING && sdev.state() == SdevState.SDEV_RUNNING) {
      return Errno.OK;
    }
    if (!states.set(sdev, next)) {
      return Errno.EINVAL;
    }
    if (next == SdevState.SDEV_RUNNING) {
      sdev.queue().runHwQueues(true);
      kernel.note(
          KernelFunction.SCSI_RESCAN_DEVICE,
          Kernel.NONE,
          sdev.index(),
          sdev.host().number(),
          CallFact.Entered.INSTANCE);
      rescan(sdev, 0);
    }
    return Errno.OK;
  }

  /** drivers/scsi/scsi_scan.c: scsi_rescan_device, and what sd then asks. */
  private void rescan(ScsiDevice sdev, int asked) {
    if (asked >= sdev.host().template().rescanCommands()) {
      return;
    }
    Request request =
        new Request(
            kernel.recorder().command(Kernel.NONE),
            sdev.queue(),
            IoOp.READ,
            0,
            0,
            FailFast.NONE,
            true,
            false,
            kernel.secondsToJiffies(RESCAN_TIMEOUT_SECONDS),
            status -> {
              if (status == BlkStatus.OK) {
                kernel.after(
                    Latency.THREAD_WAKE,
                    ExecContext.ADMIN,
                    () -> rescan(sdev, asked + 1));
              }
            });
    request.scmd().setCdb(RESCAN.get(asked % RESCAN.size()));
    kernel.note(
        KernelFunction.SCSI_EXECUTE_CMD,
        request.id(),
        sdev.index(),
        sdev.host().number(),
        new BlockFact.RequestAllocated(
            Kernel.NONE, IoOp.READ, 0, 0, FailFast.NONE, true, true));
    sdev.queue().execute(request);
  }

  /**
   * Refused for a driver that cannot reset its host, and while the host recovers
   * (store_shost_eh_deadline).
   */
  private Errno writeHost(ScsiHost shost, Knob knob, String value) {
    if (knob != Knob.EH_DEADLINE
        || !shost.has(EhHook.EH_HOST_RESET_HANDLER)
        || shost.template().ehStrategy() != LldProfile.Strategy.SCSI_UNJAM_HOST) {
      return Errno.EINVAL;
    }
    if (shost.inRecovery()) {
      return Errno.EBUSY;
    }
    if (value.equals("off")) {
      shost.setEhDeadline(null);
      return Errno.OK;
    }
    Optional<Integer> seconds = number(value);
    return accept(
        seconds.isPresent() && seconds.get() >= 0,
        () -> shost.setEhDeadline(kernel.secondsToJiffies(seconds.orElse(0))));
  }

  private Errno writeMachine(Knob knob, String value) {
    Optional<Integer> number = number(value);
    return accept(
        knob == Knob.LOGGING_LEVEL && number.isPresent(),
        () -> kernel.setLoggingLevel(number.orElse(0)));
  }
}
