package unjam.kernel.eh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.kernel.midlayer.Sd;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.LogLevel;
import unjam.scsi.Readiness;
import unjam.scsi.SdevState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * The ladder, mildest rung first; it ends when no command is left to help
 * (drivers/scsi/scsi_error.c: scsi_eh_ready_devs). A callback that the driver lacks counts as
 * failed, so the climb goes on.
 */
final class EhReadyDevs {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiSense sense;
  private final Sd sd;
  private final DeviceStates states;
  private final EhCommands commands;
  private final ScsiHost shost;

  EhReadyDevs(
      Kernel kernel,
      ScsiLogging log,
      ScsiSense sense,
      Sd sd,
      DeviceStates states,
      EhCommands commands,
      ScsiHost shost) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.sd = sd;
    this.states = states;
    this.commands = commands;
    this.shost = shost;
  }

  /** scsi_error.c: scsi_eh_ready_devs. */
  void scsiEhReadyDevs(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_READY_DEVS, new EhFact.LadderBegan(shost.failed()));
    if (!startUnit(self, work, done)
        && !busDeviceReset(self, work, done)
        && !targetReset(self, work, done)
        && !busReset(self, work, done)
        && !hostReset(self, work, done)) {
      offline(work, done);
    }
  }

  private boolean pastDeadline() {
    return shost.pastDeadline(kernel.jiffies());
  }

  private String name() {
    return "scsi_eh_" + shost.number();
  }

  /** scsi_error.c: scsi_eh_stu. */
  private boolean startUnit(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_STU, CallFact.Entered.INSTANCE);
    for (ScsiDevice sdev : shost.devices()) {
      if (pastDeadline()) {
        log.error(3, sdev, name() + ": skip START_UNIT, past eh deadline");
        break;
      }
      Optional<ScsiCmnd> stuck =
          work.stream()
              .filter(s -> s.device() == sdev && s.sense().isPresent())
              .filter(s -> sense.checkSense(s) == Disposition.FAILED)
              .findFirst();
      if (stuck.isEmpty()) {
        continue;
      }
      log.error(3, sdev, name() + ": Sending START_UNIT");
      if (!commands.tryStartUnit(self, stuck.get())) {
        log.error(3, sdev, name() + ": START_UNIT failed");
      } else if (!sdev.online() || commands.tur(self, stuck.get()) == Readiness.READY) {
        finishAll(sdev, work, done, Disposition.SUCCESS);
      }
    }
    return work.isEmpty();
  }

  /** scsi_error.c: scsi_eh_bus_device_reset. */
  private boolean busDeviceReset(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_BUS_DEVICE_RESET, CallFact.Entered.INSTANCE);
    for (ScsiDevice sdev : shost.devices()) {
      if (pastDeadline()) {
        log.error(3, sdev, name() + ": skip BDR, past eh deadline");
        break;
      }
      Optional<ScsiCmnd> first = work.stream().filter(s -> s.device() == sdev).findFirst();
      if (first.isEmpty()) {
        continue;
      }
      log.error(3, sdev, name() + ": Sending BDR");
      Disposition answer =
          commands.tryHook(self, EhHook.EH_DEVICE_RESET_HANDLER, first.get());
      if (!worked(answer)) {
        log.error(3, sdev, name() + ": BDR failed");
      } else if (!sdev.online()
          || answer == Disposition.FAST_IO_FAIL
          || commands.tur(self, first.get()) == Readiness.READY) {
        finishAll(sdev, work, done, answer);
      }
    }
    return work.isEmpty();
  }

  private static boolean worked(Disposition answer) {
    return answer == Disposition.SUCCESS || answer == Disposition.FAST_IO_FAIL;
  }

  private void finishAll(
      ScsiDevice sdev, List<ScsiCmnd> work, List<ScsiCmnd> done, Disposition answer) {
    for (ScsiCmnd scmd : List.copyOf(work)) {
      if (scmd.device() == sdev && action(scmd, answer) != Disposition.FAILED) {
        work.remove(scmd);
        finish(scmd, done);
      }
    }
  }

  /** scsi_error.c: scsi_eh_action. */
  private Disposition action(ScsiCmnd scmd, Disposition answer) {
    return scmd.request().passthrough() ? answer : sd.ehAction(scmd, answer);
  }

  /**
   * Each target once. Commands of a target whose reset failed go back to the head of the list, so
   * their order turns round (scsi_error.c: scsi_eh_target_reset).
   */
  private boolean targetReset(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_TARGET_RESET, CallFact.Entered.INSTANCE);
    List<ScsiCmnd> left = new ArrayList<>(work);
    List<ScsiCmnd> check = new ArrayList<>();
    work.clear();
    while (!left.isEmpty()) {
      if (pastDeadline()) {
        log.error(3, shost, name() + ": Skip target reset, past eh deadline");
        work.addAll(0, check);
        work.addAll(0, left);
        return work.isEmpty();
      }
      ScsiCmnd first = left.getFirst();
      int id = first.device().at().target();
      log.error(3, shost, name() + ": Sending target reset to target " + id);
      Disposition answer = commands.tryHook(self, EhHook.EH_TARGET_RESET_HANDLER, first);
      if (!worked(answer)) {
        log.error(3, shost, name() + ": Target reset failed target: " + id);
      }
      for (ScsiCmnd scmd : List.copyOf(left)) {
        if (scmd.device().at().target() == id) {
          left.remove(scmd);
          sort(scmd, answer, check, done, work);
        }
      }
    }
    return testDevices(self, check, work, done, false);
  }

  private void sort(
      ScsiCmnd scmd,
      Disposition answer,
      List<ScsiCmnd> check,
      List<ScsiCmnd> done,
      List<ScsiCmnd> work) {
    if (answer == Disposition.SUCCESS) {
      check.add(scmd);
    } else if (answer == Disposition.FAST_IO_FAIL) {
      finish(scmd, done);
    } else {
      work.addFirst(scmd);
    }
  }

  /** scsi_error.c: scsi_eh_bus_reset. */
  private boolean busReset(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_BUS_RESET, CallFact.Entered.INSTANCE);
    List<ScsiCmnd> check = new ArrayList<>();
    int channels = 1 + shost.devices().stream().mapToInt(d -> d.at().channel()).max().orElse(0);
    for (int channel = 0; channel < channels; channel++) {
      if (pastDeadline()) {
        work.addAll(0, check);
        log.error(3, shost, name() + ": skip BRST, past eh deadline");
        return work.isEmpty();
      }
      int bus = channel;
      Optional<ScsiCmnd> first =
          work.stream().filter(s -> s.device().at().channel() == bus).findFirst();
      if (first.isEmpty()) {
        continue;
      }
      log.error(3, shost, name() + ": Sending BRST chan: " + bus);
      Disposition answer = commands.tryHook(self, EhHook.EH_BUS_RESET_HANDLER, first.get());
      if (!worked(answer)) {
        log.error(3, shost, name() + ": BRST failed chan: " + bus);
        continue;
      }
      for (ScsiCmnd scmd : List.copyOf(work)) {
        if (scmd.device().at().channel() == bus) {
          work.remove(scmd);
          sort(scmd, answer, check, done, work);
        }
      }
    }
    return testDevices(self, check, work, done, false);
  }

  /** The one rung that a deadline does not skip (scsi_error.c: scsi_eh_host_reset). */
  private boolean hostReset(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    noteHost(KernelFunction.SCSI_EH_HOST_RESET, CallFact.Entered.INSTANCE);
    List<ScsiCmnd> check = new ArrayList<>();
    if (!work.isEmpty()) {
      log.error(3, shost, name() + ": Sending HRST");
      Disposition answer =
          commands.tryHook(self, EhHook.EH_HOST_RESET_HANDLER, work.getFirst());
      if (worked(answer)) {
        for (ScsiCmnd scmd : List.copyOf(work)) {
          work.remove(scmd);
          sort(scmd, answer, check, done, work);
        }
      } else {
        log.error(3, shost, name() + ": HRST failed");
      }
    }
    return testDevices(self, check, work, done, true);
  }

  /**
   * A rung that worked is not enough: each device must say that it is ready (scsi_eh_test_devices).
   */
  private boolean testDevices(
      Coroutine self,
      List<ScsiCmnd> check,
      List<ScsiCmnd> work,
      List<ScsiCmnd> done,
      boolean tryStartUnit) {
    if (!check.isEmpty()) {
      noteHost(KernelFunction.SCSI_EH_TEST_DEVICES, CallFact.Entered.INSTANCE);
    }
    while (!check.isEmpty()) {
      ScsiCmnd first = check.getFirst();
      ScsiDevice sdev = first.device();
      if (!tryStartUnit && pastDeadline()) {
        work.addAll(0, check);
        check.clear();
        log.error(3, sdev, name() + ": skip test device, past eh deadline");
        break;
      }
      boolean ready =
          !sdev.online()
              || tryStartUnit
                  && commands.tryStartUnit(self, first)
                  && commands.tur(self, first) == Readiness.READY
              || commands.tur(self, first) == Readiness.READY;
      for (ScsiCmnd scmd : List.copyOf(check)) {
        if (scmd.device() == sdev) {
          check.remove(scmd);
          if (ready
              && (tryStartUnit || action(scmd, Disposition.SUCCESS) == Disposition.SUCCESS)) {
            finish(scmd, done);
          } else {
            work.add(scmd);
          }
        }
      }
    }
    return work.isEmpty();
  }

  /** Nothing helped (scsi_error.c: scsi_eh_offline_sdevs). */
  private void offline(List<ScsiCmnd> work, List<ScsiCmnd> done) {
    for (ScsiCmnd scmd : List.copyOf(work)) {
      log.print(
          LogLevel.KERN_INFO,
          scmd.device(),
          "Device offlined - not ready after error recovery");
      note(KernelFunction.SCSI_EH_OFFLINE_SDEVS, scmd, new EhFact.Offlined());
      states.set(scmd.device(), SdevState.SDEV_OFFLINE);
      work.remove(scmd);
      finish(scmd, done);
    }
  }

  /** scsi_error.c: scsi_eh_finish_cmd. */
  private void finish(ScsiCmnd scmd, List<ScsiCmnd> done) {
    note(KernelFunction.SCSI_EH_FINISH_CMD, scmd, new EhFact.EhFinished());
    done.add(scmd);
  }

  private void noteHost(KernelFunction in, Fact fact) {
    kernel.note(in, Kernel.NONE, Kernel.NONE, shost.number(), fact);
  }

  private void note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    kernel.note(in, scmd.id(), scmd.device().index(), shost.number(), fact);
  }
}
