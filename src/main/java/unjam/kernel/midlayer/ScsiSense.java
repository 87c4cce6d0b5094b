package unjam.kernel.midlayer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.kernel.core.Kernel;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.LogLevel;
import unjam.scsi.MlStatus;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.CallFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/**
 * Verdicts: what a result means, whether it may be retried (drivers/scsi/scsi_error.c:
 * scsi_decide_disposition, scsi_check_sense, scsi_noretry_cmd).
 */
public final class ScsiSense {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final QueueDepth depth;

  public ScsiSense(Kernel kernel, ScsiLogging log) {
    this.kernel = kernel;
    this.log = log;
    this.depth = new QueueDepth(kernel);
  }

  /** scsi_error.c: scsi_decide_disposition. */
  public Disposition decideDisposition(ScsiCmnd scmd) {
    int call = note(KernelFunction.SCSI_DECIDE_DISPOSITION, scmd, CallFact.Entered.INSTANCE);
    Disposition verdict = decide(scmd);
    note(
        KernelFunction.SCSI_DECIDE_DISPOSITION, scmd, new CallFact.Returned(call, verdict));
    return verdict;
  }

  private Disposition decide(ScsiCmnd scmd) {
    if (!scmd.device().online()) {
      log.error(5, scmd, "scsi_decide_disposition: device offline - report as SUCCESS");
      return Disposition.SUCCESS;
    }
    return switch (scmd.result().host()) {
      case DID_PASSTHROUGH -> {
        scmd.setResult(scmd.result().withHost(HostByte.DID_OK));
        yield Disposition.SUCCESS;
      }
      case DID_OK -> decideByStatus(scmd);
      case DID_ABORT -> {
        if (scmd.abortScheduled()) {
          scmd.setResult(scmd.result().withHost(HostByte.DID_TIME_OUT));
        }
        yield Disposition.SUCCESS;
      }
      case DID_NO_CONNECT, DID_BAD_TARGET, DID_TRANSPORT_FAILFAST, DID_RESET ->
          Disposition.SUCCESS;
      case DID_TRANSPORT_MARGINAL ->
          kernel.rules().marginalHostByte() ? Disposition.SUCCESS : Disposition.FAILED;
      case DID_IMM_RETRY -> Disposition.NEEDS_RETRY;
      case DID_REQUEUE -> Disposition.ADD_TO_MLQUEUE;
      case DID_SOFT_ERROR, DID_TRANSPORT_DISRUPTED, DID_BUS_BUSY, DID_PARITY -> maybeRetry(scmd);
      case DID_ERROR ->
          scmd.result().is(SamStatus.RESERVATION_CONFLICT)
              ? decideByStatus(scmd)
              : maybeRetry(scmd);
      case DID_TIME_OUT ->
          scmd.cdb().opcode() == Opcode.TEST_UNIT_READY || scmd.cdb().opcode() == Opcode.INQUIRY
              ? Disposition.SUCCESS
              : Disposition.FAILED;
      case DID_BAD_INTR, DID_TARGET_FAILURE, DID_NEXUS_FAILURE, DID_ALLOC_FAILURE,
          DID_MEDIUM_ERROR -> Disposition.FAILED;
    };
  }

  private Disposition decideByStatus(ScsiCmnd scmd) {
    SamStatus status = statusOf(scmd);
    if (status == null) {
      return Disposition.FAILED;
    }
    return switch (status) {
      case TASK_SET_FULL -> {
        depth.handleQueueFull(scmd);
        yield Disposition.ADD_TO_MLQUEUE;
      }
      case BUSY -> Disposition.ADD_TO_MLQUEUE;
      case GOOD -> {
        if (scmd.cdb().opcode() == Opcode.REPORT_LUNS) {
          scmd.host().forgetLunChange(scmd.device().at());
        }
        depth.handleQueueRampUp(scmd);
        if (kernel.rules().commandDurationLimits() && scmd.sense().isPresent()) {
          checkSense(scmd);
        }
        yield Disposition.SUCCESS;
      }
      case COMMAND_TERMINATED, CONDITION_MET, INTERMEDIATE, INTERMEDIATE_CONDITION_MET,
          ACA_ACTIVE -> Disposition.SUCCESS;
      case TASK_ABORTED -> maybeRetry(scmd);
      case CHECK_CONDITION -> {
        Disposition verdict = checkSense(scmd);
        yield verdict == Disposition.NEEDS_RETRY ? maybeRetry(scmd) : verdict;
      }
      case RESERVATION_CONFLICT -> {
        log.print(LogLevel.KERN_INFO, scmd.device(), "reservation conflict");
        scmd.setResult(scmd.result().withMl(MlStatus.RESV_CONFLICT));
        yield Disposition.SUCCESS;
      }
    };
  }

  private static @Nullable SamStatus statusOf(ScsiCmnd scmd) {
    for (SamStatus status : SamStatus.values()) {
      if (scmd.result().is(status)) {
        return status;
      }
    }
    return null;
  }

  /** The counter goes up even when fail-fast then says no. */
  private Disposition maybeRetry(ScsiCmnd scmd) {
    return retryAllowed(scmd) && !noRetry(scmd) ? Disposition.NEEDS_RETRY : Disposition.SUCCESS;
  }

  /** scsi_error.c: scsi_cmd_retry_allowed. Asking costs one of the allowed retries. */
  public boolean retryAllowed(ScsiCmnd scmd) {
    if (scmd.allowed() == ScsiCmnd.RETRIES_NO_LIMIT) {
      return true;
    }
    scmd.setRetries(scmd.retries() + 1);
    return scmd.retries() <= scmd.allowed();
  }

  /** scsi_error.c: scsi_noretry_cmd. */
  public boolean noRetry(ScsiCmnd scmd) {
    boolean no = forbidsRetry(scmd);
    note(KernelFunction.SCSI_NORETRY_CMD, scmd, new MidLayerFact.NoRetryAsked(no));
    return no;
  }

  private static boolean forbidsRetry(ScsiCmnd scmd) {
    boolean byType = scmd.request().failFastDev() || scmd.request().passthrough();
    return switch (scmd.result().host()) {
      case DID_TIME_OUT -> byType;
      case DID_BUS_BUSY -> scmd.request().failFast().transport();
      case DID_PARITY -> scmd.request().failFastDev();
      case DID_SOFT_ERROR -> scmd.request().failFast().driver();
      case DID_ERROR ->
          !scmd.result().is(SamStatus.RESERVATION_CONFLICT) && scmd.request().failFast().driver();
      case DID_OK, DID_NO_CONNECT, DID_BAD_TARGET, DID_ABORT, DID_RESET, DID_BAD_INTR,
          DID_PASSTHROUGH, DID_IMM_RETRY, DID_REQUEUE, DID_TRANSPORT_DISRUPTED,
          DID_TRANSPORT_FAILFAST, DID_TARGET_FAILURE, DID_NEXUS_FAILURE, DID_ALLOC_FAILURE,
          DID_MEDIUM_ERROR, DID_TRANSPORT_MARGINAL ->
          scmd.result().ml() == MlStatus.DL_TIMEOUT
              || scmd.result().is(SamStatus.CHECK_CONDITION) && byType;
    };
  }

  /** scsi_error.c: scsi_check_sense. */
  public Disposition checkSense(ScsiCmnd scmd) {
    Optional<SenseData> sense = scmd.sense();
    Disposition verdict = Disposition.FAILED;
    if (sense.isPresent()) {
      if (sense.get().key() == SenseKey.UNIT_ATTENTION) {
        reportUnitAttention(scmd.device(), sense.get());
      }
      verdict = SenseTable.judge(kernel.rules(), scmd, sense.get());
    }
    note(
        KernelFunction.SCSI_CHECK_SENSE, scmd, new MidLayerFact.SenseChecked(verdict, sense));
    return verdict;
  }

  /**
   * The lines that an administrator sees about unit attentions (scsi_error.c: scsi_report_sense).
   */
  private void reportUnitAttention(ScsiDevice sdev, SenseData sense) {
    if (sense.asc() == 0x3f && sense.ascq() == 0x0e) {
      sdev.host().expectLunChange(sdev.at());
    }
    String line = lineAbout(sense);
    if (!line.isEmpty()) {
      log.print(LogLevel.KERN_WARNING, sdev, line);
    }
  }

  private String lineAbout(SenseData sense) {
    return switch (sense.asc() << 8 | sense.ascq()) {
      case 0x3f03 -> "Inquiry data has changed";
      case 0x3f0e ->
          indication("LUN assignments on this target have changed. The Linux SCSI layer does not "
              + "automatically remap LUN assignments.");
      case 0x3807 ->
          "Warning! Received an indication that the LUN reached a thin provisioning soft "
              + "threshold.";
      case 0x2a01 -> "Mode parameters changed";
      case 0x2a06 -> "Asymmetric access state changed";
      case 0x2a09 -> "Capacity data has changed";
      default ->
          switch (sense.asc()) {
            case 0x29 -> "Power-on or device reset occurred";
            case 0x2a -> "Parameters changed";
            case 0x3f ->
                indication("operating parameters on this target have changed. The Linux SCSI "
                    + "layer does not automatically adjust these parameters.");
            default -> "";
          };
    };
  }

  private String indication(String what) {
    return kernel.rules().saysIndicationReceived()
        ? "Warning! Received an indication that the " + what
        : Character.toUpperCase(what.charAt(0)) + what.substring(1);
  }

  /** scsi_error.c: scsi_eh_completed_normally. */
  public Disposition ehCompletedNormally(ScsiCmnd scmd) {
    if (scmd.result().host() == HostByte.DID_RESET) {
      return checkSense(scmd);
    }
    if (scmd.result().host() != HostByte.DID_OK) {
      return Disposition.FAILED;
    }
    SamStatus status = statusOf(scmd);
    if (status == null) {
      return Disposition.FAILED;
    }
    return switch (status) {
      case GOOD -> {
        depth.handleQueueRampUp(scmd);
        if (kernel.rules().commandDurationLimits() && scmd.sense().isPresent()) {
          checkSense(scmd);
        }
        yield Disposition.SUCCESS;
      }
      case COMMAND_TERMINATED, CONDITION_MET, INTERMEDIATE, INTERMEDIATE_CONDITION_MET ->
          Disposition.SUCCESS;
      case CHECK_CONDITION -> checkSense(scmd);
      case RESERVATION_CONFLICT ->
          scmd.cdb().opcode() == Opcode.TEST_UNIT_READY
              ? Disposition.SUCCESS
              : Disposition.FAILED;
      case TASK_SET_FULL -> {
        depth.handleQueueFull(scmd);
        yield Disposition.NEEDS_RETRY;
      }
      case BUSY -> Disposition.NEEDS_RETRY;
      case ACA_ACTIVE, TASK_ABORTED -> Disposition.FAILED;
    };
  }

  private int note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    return kernel.note(
        in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
