package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import unjam.projection.EhCall;
import unjam.projection.EhStep;
import unjam.projection.EhView;
import unjam.trace.KernelFunction;

/**
 * In which functions a host's error-handler thread is, the innermost first
 * (drivers/scsi/scsi_error.c).
 */
final class EhStack {

  private final String kernel;
  private final EhView eh;
  private final List<String> stack = new ArrayList<>();

  private EhStack(EhView eh, String kernel) {
    this.eh = eh;
    this.kernel = kernel;
  }

  static List<String> of(EhView eh, String kernel) {
    return of(eh, kernel, "");
  }

  /**
   * @param strategy who does the host's recovery, as a trace says it
   */
  static List<String> of(EhView eh, String kernel, String strategy) {
    EhStack made = new EhStack(eh, kernel);
    if (strategy.equals(KernelFunction.ATA_SCSI_ERROR.kernelName())) {
      made.libata();
    } else {
      made.climb();
    }
    made.add(KernelFunction.SCSI_ERROR_HANDLER);
    return List.copyOf(made.stack);
  }

  private void add(KernelFunction... functions) {
    for (KernelFunction each : functions) {
      stack.add(each.nameIn(kernel));
    }
  }

  private void add(WaitChannel channel) {
    stack.add(channel.symbol());
  }

  /** Everything within the thread's own loop. */
  private void climb() {
    switch (eh.step()) {
      case ASLEEP -> add(WaitChannel.SCHEDULE);
      case WOKEN, RESTART -> {}
      case SENSE -> {
        if (isWithin()) {
          add(WaitChannel.WAIT_FOR_COMPLETION_TIMEOUT);
          asks(EhStep.SENSE);
        }
        add(KernelFunction.SCSI_EH_GET_SENSE, KernelFunction.SCSI_UNJAM_HOST);
      }
      case FLUSH -> add(KernelFunction.SCSI_EH_FLUSH_DONE_Q, KernelFunction.SCSI_UNJAM_HOST);
      case LADDER, START_UNIT, ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, TUR,
          SETTLING, AUTOPSY, LINK_RESET, LINK_PAUSE, REVALIDATE, DISABLED, OFFLINE -> {
        onTheLadder();
        add(
            asked() == EhStep.SENSE
                ? KernelFunction.SCSI_EH_GET_SENSE
                : KernelFunction.SCSI_EH_READY_DEVS,
            KernelFunction.SCSI_UNJAM_HOST);
      }
    }
  }

  /** libata does without the ladder (drivers/ata/libata-eh.c: ata_scsi_error). */
  private void libata() {
    switch (eh.step()) {
      case ASLEEP -> add(WaitChannel.SCHEDULE);
      case WOKEN, RESTART -> {}
      case FLUSH ->
          add(KernelFunction.SCSI_EH_FLUSH_DONE_Q, KernelFunction.ATA_SCSI_PORT_ERROR_HANDLER,
              KernelFunction.ATA_SCSI_ERROR);
      case SENSE, LADDER, START_UNIT, ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, TUR,
          SETTLING, AUTOPSY, LINK_RESET, LINK_PAUSE, REVALIDATE, DISABLED, OFFLINE -> {
        onTheLadder();
        add(KernelFunction.AHCI_ERROR_HANDLER, KernelFunction.ATA_SCSI_PORT_ERROR_HANDLER,
            KernelFunction.ATA_SCSI_ERROR);
      }
    }
  }

  private void onTheLadder() {
    switch (eh.step()) {
      case TUR, START_UNIT -> {
        add(WaitChannel.WAIT_FOR_COMPLETION_TIMEOUT);
        asks(eh.step());
      }
      case ABORT -> {
        add(KernelFunction.EH_ABORT_HANDLER, KernelFunction.SCSI_ABORT_EH_CMND);
        asks(asked());
      }
      case LUN_RESET -> reset(EhStep.LUN_RESET, KernelFunction.EH_DEVICE_RESET_HANDLER);
      case TARGET_RESET -> reset(EhStep.TARGET_RESET, KernelFunction.EH_TARGET_RESET_HANDLER);
      case BUS_RESET ->
          reset(
              EhStep.BUS_RESET, KernelFunction.EH_BUS_RESET_HANDLER,
              KernelFunction.SCSI_TRY_BUS_RESET);
      case HOST_RESET ->
          reset(
              EhStep.HOST_RESET, KernelFunction.EH_HOST_RESET_HANDLER,
              KernelFunction.SCSI_TRY_HOST_RESET);
      case SETTLING -> settle();
      case OFFLINE -> add(KernelFunction.SCSI_EH_OFFLINE_SDEVS);
      case LADDER -> rung(eh.rung());
      case AUTOPSY -> add(KernelFunction.ATA_EH_AUTOPSY);
      case LINK_RESET ->
          add(KernelFunction.AHCI_HARDRESET, KernelFunction.ATA_EH_RESET,
              KernelFunction.ATA_EH_RECOVER);
      case LINK_PAUSE -> add(KernelFunction.ATA_EH_RESET, KernelFunction.ATA_EH_RECOVER);
      case REVALIDATE -> add(KernelFunction.ATA_DEV_REVALIDATE, KernelFunction.ATA_EH_RECOVER);
      case DISABLED -> add(KernelFunction.ATA_DEV_DISABLE, KernelFunction.ATA_EH_RECOVER);
      case ASLEEP, WOKEN, SENSE, FLUSH, RESTART -> {}
    }
  }

  /**
   * A rung of the ladder; or, while a command of the thread's own is open that nobody answered, one
   * of the small ladder within (drivers/scsi/scsi_error.c: scsi_abort_eh_cmnd).
   */
  private void reset(EhStep rung, KernelFunction... functions) {
    add(functions);
    if (isWithin()) {
      add(KernelFunction.SCSI_ABORT_EH_CMND);
      asks(asked());
    } else {
      rung(rung);
    }
  }

  private boolean isWithin() {
    return eh.calls().stream().map(EhCall::step).anyMatch(EhStack::isQuestion);
  }

  private static boolean isQuestion(EhStep step) {
    return step == EhStep.TUR || step == EhStep.START_UNIT || step == EhStep.SENSE;
  }

  /** What has tried the reset pauses before it says that it worked. */
  private void settle() {
    add(WaitChannel.MSLEEP);
    boolean bus =
        eh.calls().reversed().stream()
            .map(EhCall::step)
            .filter(each -> each == EhStep.BUS_RESET || each == EhStep.HOST_RESET)
            .findFirst()
            .orElse(eh.rung())
            == EhStep.BUS_RESET;
    if (bus) {
      reset(EhStep.BUS_RESET, KernelFunction.SCSI_TRY_BUS_RESET);
    } else {
      reset(EhStep.HOST_RESET, KernelFunction.SCSI_TRY_HOST_RESET);
    }
  }

  /** A command of the thread's own is out. */
  private void asks(EhStep question) {
    add(KernelFunction.SCSI_SEND_EH_CMND);
    if (question == EhStep.SENSE) {
      add(KernelFunction.SCSI_REQUEST_SENSE);
      return;
    }
    add(
        question == EhStep.START_UNIT
            ? KernelFunction.SCSI_EH_TRY_STU
            : KernelFunction.SCSI_EH_TUR);
    switch (eh.rung()) {
      case TARGET_RESET, BUS_RESET, HOST_RESET -> add(KernelFunction.SCSI_EH_TEST_DEVICES);
      case START_UNIT, LUN_RESET, ASLEEP, WOKEN, SENSE, LADDER, ABORT, TUR, SETTLING, AUTOPSY,
          LINK_RESET, LINK_PAUSE, REVALIDATE, DISABLED, OFFLINE, FLUSH, RESTART -> {}
    }
    rung(eh.rung());
  }

  /** What the command was for that is out, or is being aborted. */
  private EhStep asked() {
    return eh.calls().reversed().stream()
        .map(EhCall::step)
        .filter(EhStack::isQuestion)
        .findFirst()
        .orElse(EhStep.TUR);
  }

  private void rung(EhStep rung) {
    switch (rung) {
      case START_UNIT -> add(KernelFunction.SCSI_EH_STU);
      case LUN_RESET -> add(KernelFunction.SCSI_EH_BUS_DEVICE_RESET);
      case TARGET_RESET -> add(KernelFunction.SCSI_EH_TARGET_RESET);
      case BUS_RESET -> add(KernelFunction.SCSI_EH_BUS_RESET);
      case HOST_RESET -> add(KernelFunction.SCSI_EH_HOST_RESET);
      case OFFLINE -> add(KernelFunction.SCSI_EH_OFFLINE_SDEVS);
      case ASLEEP, WOKEN, SENSE, LADDER, ABORT, TUR, SETTLING, AUTOPSY, LINK_RESET, LINK_PAUSE,
          REVALIDATE, DISABLED, FLUSH, RESTART -> {}
    }
  }
}
