package unjam.kernel.lld;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import unjam.engine.Coroutine;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.DeviceStates;
import unjam.scsi.IntReturn;
import unjam.scsi.LogLevel;
import unjam.scsi.Opcode;
import unjam.scsi.SdevState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/**
 * How libata gets a disk back: link resets, a second look at who is there, slower and simpler ways
 * to talk (drivers/ata/libata-eh.c: ata_eh_recover, ata_eh_reset, ata_eh_speed_down).
 */
final class AtaRecovery {

  /** How long each try may take until the device is ready, in ms (ata_eh_reset_timeouts). */
  private static final long[] RESET_TIMEOUTS = {10_000, 10_000, 35_000, 5_000};

  /** Tries with one device (libata.h: ATA_EH_DEV_TRIES). */
  private static final int DEVICE_TRIES = 3;

  /** Least pause between two resets, in ms (ATA_EH_RESET_COOL_DOWN). */
  private static final long COOL_DOWN_MS = 5_000;

  /** Reset signal and debouncing, as recorded (libata-sata.c: sata_link_hardreset). */
  private static final long LINK_RESET = 309 * SimTime.NANOS_PER_MILLI;

  /** How often a device is asked whether it is ready, in ms (libata-core.c: ata_wait_ready). */
  private static final long POLL_MS = 50;

  /** After so long it is called slow, in ms. */
  private static final long SLOW_MS = 5_000;

  /** IDENTIFY or SET FEATURES of a disk that answers; two of each are asked. */
  private static final long SETUP = 3 * SimTime.NANOS_PER_MILLI;

  private static final int EBUSY = -16;

  private final Kernel kernel;
  private final DeviceStates states;
  private final FaultInjector faults;
  private final AtaLines lines;

  AtaRecovery(Kernel kernel, DeviceStates states, FaultInjector faults, AtaLines lines) {
    this.kernel = kernel;
    this.states = states;
    this.faults = faults;
    this.lines = lines;
  }

  /**
   * What the disk's past asks for, after one more error, which is booked once, under the first
   * category that fits (libata-eh.c: ata_eh_speed_down, ata_eh_categorize_error).
   *
   * @return whether the link must be reset for it
   */
  boolean slowDown(AtaPort port, AtaAutopsy autopsy) {
    long now = kernel.now() / SimTime.NANOS_PER_SECOND;
    Optional<AtaErrorHistory.Category> worst =
        Arrays.stream(AtaErrorHistory.Category.values())
            .filter(each -> autopsy.any(errorOf(each)))
            .findFirst();
    if (worst.isEmpty()) {
      return false;
    }
    port.history().add(worst.get(), port.dubiousTransfer, now);
    AtaErrorHistory.Verdict verdict = port.history().verdict(now);
    boolean resets = false;
    if (verdict.ncqOff() && !port.ncqOff) {
      port.ncqOff = true;
      port.dubiousTransfer = true;
      lines.device(LogLevel.KERN_WARNING, port, "NCQ disabled due to excessive errors");
    } else if (verdict.slowDown() && limitLink(port)) {
      resets = true;
    } else if (verdict.slowDown() && limitTransfer(port)) {
      // Only a new mode or no NCQ puts transfers in doubt (libata-eh.c: ata_set_mode).
      port.dubiousTransfer = true;
      resets = true;
    } else {
      return false;
    }
    if (!verdict.keepErrors()) {
      port.history().clear();
    }
    return resets;
  }

  private static AtaAutopsy.Error errorOf(AtaErrorHistory.Category category) {
    return switch (category) {
      case ATA_BUS -> AtaAutopsy.Error.ATA_BUS;
      case TIMEOUT -> AtaAutopsy.Error.TIMEOUT;
      case UNKNOWN_DEVICE -> AtaAutopsy.Error.DEVICE;
    };
  }

  /** A slower link, if there is one (libata-core.c: sata_down_spd_limit). */
  private boolean limitLink(AtaPort port) {
    boolean down = faults.isLinkDown(port.device());
    if (down ? port.speedLimit != AtaPort.NO_LIMIT : port.speed() <= 1) {
      return false;
    }
    port.speedLimit = down ? AtaPort.UNKNOWN_LIMIT : port.speed() - 1;
    lines.port(
        LogLevel.KERN_WARNING, port,
        "limiting SATA link speed to " + AtaPort.speedText(port.speedLimit));
    return true;
  }

  /** A slower transfer mode, if there is one (libata-core.c: ata_down_xfermask_limit). */
  private boolean limitTransfer(AtaPort port) {
    if (!port.slowTransfer()) {
      return false;
    }
    lines.device(
        LogLevel.KERN_WARNING, port, "limiting speed to UDMA/" + port.udma + ":PIO4");
    return true;
  }

  /**
   * Gets the disk back, in three tries (libata-eh.c: ata_eh_recover).
   *
   * @return false if the link could not be reset at all
   */
  boolean recover(Coroutine self, AtaPort port, AtaAutopsy autopsy, boolean reset) {
    port.lastReset = -1; // every round begins with an empty context
    boolean resets = reset;
    for (int tries = DEVICE_TRIES; tries > 0; tries--) {
      if (resets && !reset(self, port)) {
        return false;
      }
      if (!faults.isLinkDown(port.device())) {
        revalidate(self, port, autopsy);
        return true;
      }
      resets = true;
      if (tries == 2) {
        enter(port, KernelFunction.SATA_DOWN_SPD_LIMIT);
        limitLink(port);
      }
    }
    disable(port);
    detach(port);
    return true;
  }

  /** libata-eh.c: ata_eh_reset. */
  private boolean reset(Coroutine self, AtaPort port) {
    int call = enter(port, KernelFunction.ATA_EH_RESET);
    coolDown(self, port);
    enter(port, KernelFunction.ATA_STD_PRERESET);
    boolean ready = false;
    for (int i = 0; i < RESET_TIMEOUTS.length && !ready; i++) {
      if (i == RESET_TIMEOUTS.length - 1) {
        enter(port, KernelFunction.SATA_DOWN_SPD_LIMIT);
        if (port.speed() > 1) {
          limitLink(port);
        }
      }
      port.frozen = true;
      enter(port, KernelFunction.ATA_PORT_FREEZE);
      lines.port(LogLevel.KERN_INFO, port, "hard resetting link");
      ready = hardReset(self, port, i);
      if (!ready && kernel.rules().comresetFailedIsPrinted()) {
        lines.port(LogLevel.KERN_ERR, port, "COMRESET failed (errno=-16)");
      }
    }
    port.frozen = false;
    enter(port, KernelFunction.ATA_EH_THAW_PORT);
    if (ready) {
      enter(port, KernelFunction.ATA_STD_POSTRESET);
      lines.port(LogLevel.KERN_INFO, port, linkText(port));
    } else {
      if (!kernel.rules().comresetFailedIsPrinted()) {
        lines.port(LogLevel.KERN_ERR, port, "hardreset failed");
      }
      lines.port(LogLevel.KERN_ERR, port, "reset failed, giving up");
    }
    port.lastReset = kernel.jiffies();
    returned(port, KernelFunction.ATA_EH_RESET, call, ready ? 0 : EBUSY);
    return ready;
  }

  private void coolDown(Coroutine self, AtaPort port) {
    long until = port.lastReset + kernel.msecsToJiffies(COOL_DOWN_MS);
    long left = until - kernel.jiffies();
    if (port.lastReset >= 0 && left > 0) {
      note(
          port, KernelFunction.ATA_EH_RESET,
          new EhFact.LinkPaused(kernel.jiffiesToNanos(left)));
      kernel.sleepJiffies(self, left);
    }
  }

  /** libahci.c: ahci_hardreset. A dead link is a reset that worked; a deaf disk is none. */
  private boolean hardReset(Coroutine self, AtaPort port, int attempt) {
    long deadline = kernel.jiffies() + kernel.msecsToJiffies(RESET_TIMEOUTS[attempt]);
    int call =
        note(
            port, KernelFunction.AHCI_HARDRESET,
            new EhFact.LinkResetCalled(
                attempt + 1, RESET_TIMEOUTS[attempt] * SimTime.NANOS_PER_MILLI));
    int link = enter(port, KernelFunction.SATA_LINK_HARDRESET);
    kernel.work(self, LINK_RESET);
    boolean ready = faults.isLinkDown(port.device()) || waitReady(self, port, deadline);
    returned(port, KernelFunction.SATA_LINK_HARDRESET, link, ready ? 0 : EBUSY);
    returned(port, KernelFunction.AHCI_HARDRESET, call, ready ? 0 : EBUSY);
    return ready;
  }

  /** libata-core.c: ata_wait_ready. */
  private boolean waitReady(Coroutine self, AtaPort port, long deadline) {
    int call = enter(port, KernelFunction.ATA_WAIT_READY);
    long slowAt = kernel.jiffies() + kernel.msecsToJiffies(SLOW_MS);
    boolean told = false;
    boolean ready = !faults.isMute(port.device());
    while (!ready && kernel.jiffies() <= deadline) {
      if (!told && kernel.jiffies() > slowAt
          && deadline - kernel.jiffies() > kernel.msecsToJiffies(3_000)) {
        told = true;
        lines.port(
            LogLevel.KERN_WARNING, port,
            "link is slow to respond, please be patient (ready=0)");
      }
      kernel.msleep(self, POLL_MS);
      ready = !faults.isMute(port.device());
    }
    returned(port, KernelFunction.ATA_WAIT_READY, call, ready ? 0 : EBUSY);
    return ready;
  }

  private String linkText(AtaPort port) {
    String control =
        String.format(Locale.ROOT, " SControl 3%X0)", port.speedLimit & 0xf);
    return faults.isLinkDown(port.device())
        ? "SATA link down (SStatus 0" + control
        : "SATA link up " + AtaPort.speedText(port.speed()) + " (SStatus 1" + port.speed()
            + "3" + control;
  }

  /** The disk is asked who it is and set up as before (ata_eh_revalidate_and_attach). */
  private void revalidate(Coroutine self, AtaPort port, AtaAutopsy autopsy) {
    note(port, KernelFunction.ATA_EH_RECOVER, new EhFact.Revalidated());
    identify(self, port);
    enter(port, KernelFunction.ATA_SET_MODE);
    kernel.work(self, SETUP);
    identify(self, port);
    lines.device(LogLevel.KERN_INFO, port, "configured for UDMA/" + port.udma);
    boolean flushes =
        autopsy.qcs().stream()
            .anyMatch(
                qc ->
                    qc.scmd().cdb().opcode() == Opcode.SYNCHRONIZE_CACHE
                        && qc.error() != AtaAutopsy.Error.NONE);
    if (flushes) {
      lines.device(
          LogLevel.KERN_WARNING, port,
          String.format("retrying FLUSH 0x%x Emask 0x4", AtaLines.flushCode(port)));
      kernel.work(self, SETUP);
    }
  }

  private void identify(Coroutine self, AtaPort port) {
    int call = enter(port, KernelFunction.ATA_DEV_REVALIDATE);
    int read = enter(port, KernelFunction.ATA_DEV_READ_ID);
    kernel.work(self, SETUP);
    returned(port, KernelFunction.ATA_DEV_READ_ID, read, 0);
    if (port.ata().lpmBroken()) {
      lines.device(LogLevel.KERN_WARNING, port, "LPM support broken, forcing max_power");
    }
    returned(port, KernelFunction.ATA_DEV_REVALIDATE, call, 0);
  }

  /** The disk is switched off for good (libata-eh.c: ata_dev_disable). */
  void disable(AtaPort port) {
    note(port, KernelFunction.ATA_DEV_DISABLE, new EhFact.DeviceDisabled());
    lines.device(LogLevel.KERN_WARNING, port, kernel.rules().ataDisableWords());
    port.disabled = true;
    note(
        port, KernelFunction.ATA_DEV_DISABLE,
        new MachineFact.TransportStateSet(port.name() + ".00", "enabled", "disabled"));
    enter(port, KernelFunction.ATA_DOWN_XFERMASK_LIMIT);
  }

  /** Nobody is there any more (libata-eh.c: ata_eh_detach_dev). */
  private void detach(AtaPort port) {
    enter(port, KernelFunction.ATA_EH_DETACH_DEV);
    enter(port, KernelFunction.ATA_SCSI_OFFLINE_DEV);
    states.set(port.device(), SdevState.SDEV_OFFLINE);
    port.detached = true;
  }

  private int enter(AtaPort port, KernelFunction in) {
    return note(port, in, CallFact.Entered.INSTANCE);
  }

  private void returned(AtaPort port, KernelFunction in, int call, int value) {
    note(port, in, new CallFact.Returned(call, new IntReturn(value)));
  }

  private int note(AtaPort port, KernelFunction in, Fact fact) {
    return kernel.note(
        in, Kernel.NONE, port.device().index(), port.shost().number(), fact);
  }
}
