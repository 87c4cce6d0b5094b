package unjam.kernel.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.user.SysfsKnobs.Answer;
import unjam.scenario.Intervention;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.Opcode;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.scsi.SenseKey;
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

  private static final long RESCAN_TIMEOUT_SECONDS = 30;
  private static final int RESCAN_RETRIES = 3;

  /** What a rescan asks in turn; how many questions it has depends on kernel and driver. */
  private static final List<Cdb> RESCAN =
      List.of(
          new Cdb(Opcode.INQUIRY, 0, 0),
          Cdb.TEST_UNIT_READY,
          new Cdb(Opcode.READ_CAPACITY, 0, 0),
          new Cdb(Opcode.MODE_SENSE, 0, 0));

  private final Kernel kernel;
  private final DeviceStates states;
  private final SysfsKnobs knobs;
  private final Map<Integer, ScsiHost> hosts = new LinkedHashMap<>();

  public Administrator(
      Kernel kernel, ScsiLogging log, DeviceStates states, List<ScsiHost> hosts) {
    this.kernel = kernel;
    this.states = states;
    this.knobs = new SysfsKnobs(kernel, log);
    hosts.forEach(host -> this.hosts.put(host.number(), host));
  }

  /** Writes a value to its file, now. */
  public void write(Intervention.KnobWritten write) {
    String text = write.value().trim();
    Answer answer =
        switch (write.scope()) {
          case Scope.Lun(var at) ->
              write.knob() == Knob.STATE
                  ? writeState(device(at), text)
                  : knobs.writeDevice(device(at), write.knob(), text);
          case Scope.Host(var number) ->
              write.knob().setting().isPresent()
                  ? knobs.writeTransport(host(number), write.scope(), write.knob(), text)
                  : knobs.writeHost(host(number), write.knob(), text);
          case Scope.Machine() -> knobs.writeMachine(write.knob(), text);
          case Scope.Bus bus -> new Answer(Errno.EINVAL, text);
          case Scope.Target target ->
              knobs.writeTransport(host(target.host()), target, write.knob(), text);
        };
    int device = write.scope() instanceof Scope.Lun(var at) ? device(at).index() : Kernel.NONE;
    kernel.note(
        KernelFunction.SYSFS_WRITE,
        Kernel.NONE,
        device,
        Kernel.NONE,
        answer.errno() == Errno.OK
            ? new MachineFact.KnobSet(write.knob(), write.scope(), answer.value())
            : new MachineFact.KnobRefused(
                write.knob(), write.scope(), answer.value(), answer.errno()));
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

  /**
   * Only from and to "running" and "offline"; coming back looks at the device again
   * (store_state_field).
   */
  private Answer writeState(ScsiDevice sdev, String value) {
    SdevState next =
        switch (value) {
          case "running" -> SdevState.SDEV_RUNNING;
          case "offline" -> SdevState.SDEV_OFFLINE;
          default -> SdevState.SDEV_CREATED;
        };
    boolean changeable =
        sdev.state() == SdevState.SDEV_RUNNING || sdev.state() == SdevState.SDEV_OFFLINE;
    if (next == SdevState.SDEV_CREATED || !changeable) {
      return new Answer(Errno.EINVAL, value);
    }
    if (next == SdevState.SDEV_RUNNING && sdev.state() == SdevState.SDEV_RUNNING) {
      return new Answer(Errno.OK, value);
    }
    if (!states.set(sdev, next)) {
      return new Answer(Errno.EINVAL, value);
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
    return new Answer(Errno.OK, value);
  }

  /**
   * What a rescan asks, one question after the other; a unit attention is told once and the
   * question asked again, any other failure ends it (drivers/scsi/scsi_scan.c: scsi_rescan_device).
   */
  private void rescan(ScsiDevice sdev, int asked) {
    if (asked >= sdev.host().template().rescanCommands()) {
      return;
    }
    Request[] sent = new Request[1];
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
            status -> answered(sdev, asked, status, sent[0]));
    sent[0] = request;
    request.scmd().setCdb(RESCAN.get(asked % RESCAN.size()));
    request.scmd().setAllowed(RESCAN_RETRIES);
    request.scmd().setJiffiesAtAlloc(kernel.jiffies());
    kernel.note(
        KernelFunction.SCSI_EXECUTE_CMD,
        request.id(),
        sdev.index(),
        sdev.host().number(),
        new BlockFact.RequestAllocated(
            Kernel.NONE, IoOp.READ, 0, 0, FailFast.NONE, true, true));
    sdev.queue().execute(request, true);
  }

  private void answered(ScsiDevice sdev, int asked, BlkStatus status, Request request) {
    boolean told =
        request.scmd().sense().map(data -> data.key() == SenseKey.UNIT_ATTENTION).orElse(false);
    if (status == BlkStatus.OK || told) {
      int next = told ? asked : asked + 1;
      kernel.after(Latency.THREAD_WAKE, ExecContext.ADMIN, () -> rescan(sdev, next));
    }
  }
}
