package unjam.kernel.midlayer;

import java.util.Locale;
import java.util.Optional;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Ratelimit;
import unjam.scsi.BlkStatus;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.LogFacility;
import unjam.scsi.LogLevel;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/**
 * Completion: from the driver's {@code scsi_done} to the block layer (drivers/scsi/scsi_lib.c,
 * scsi.c).
 */
public final class ScsiCompletion {

  /**
   * Pause before a request is prepared again during an ALUA transition (scsi_lib.c:
   * ALUA_TRANSITION_REPREP_DELAY).
   */
  private static final long ALUA_REPREP_MS = 1000;

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiSense sense;
  private final Sd sd;
  private final ScsiLib lib;
  private final Ratelimit failures;

  ScsiCompletion(Kernel kernel, ScsiLogging log, ScsiSense sense, Sd sd, ScsiLib lib) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.sd = sd;
    this.lib = lib;
    this.failures = new Ratelimit(kernel, "scsi_io_completion_action");
  }

  /**
   * The driver is done with a command, or with one that the error handler sent in its place;
   * whoever else has claimed the command meanwhile keeps it (scsi_lib.c: scsi_done_internal).
   */
  public void scsiDone(ScsiCmnd scmd) {
    lib.note(
        KernelFunction.SCSI_DONE,
        scmd,
        new MidLayerFact.Done(scmd.cdb(), scmd.result(), scmd.isBorrowed()));
    if (scmd.sentByErrorHandler()) {
      scsiEhDone(scmd);
      return;
    }
    if (scmd.testAndSetComplete()) {
      dropped(scmd);
      return;
    }
    scmd.request().queue().completeRequest(scmd.request(), scmd.host().template().nrHwQueues());
  }

  /**
   * Wakes the error handler, whatever command of the host it waits for (scsi_error.c:
   * scsi_eh_done).
   */
  private void scsiEhDone(ScsiCmnd scmd) {
    log.error(3, scmd, "scsi_eh_done result: " + hex(scmd.result()));
    Kernel.Wait action = scmd.host().ehAction();
    if (action == null) {
      dropped(scmd);
    } else {
      action.complete();
    }
  }

  private void dropped(ScsiCmnd scmd) {
    lib.note(KernelFunction.SCSI_DONE, scmd, new MidLayerFact.LateCompletionDropped());
  }

  private static String hex(ScsiResult result) {
    return String.format(Locale.ROOT, "%x", result.bits());
  }

  /** scsi_lib.c: scsi_complete (5.10: scsi_softirq_done). */
  void scsiComplete(ScsiCmnd scmd) {
    ScsiDevice sdev = scmd.device();
    lib.note(
        KernelFunction.SCSI_COMPLETE, scmd, new MidLayerFact.Completed(scmd.result()));
    sdev.iodoneCnt++;
    if (!scmd.result().isZero()) {
      sdev.ioerrCnt++;
    }
    Disposition verdict = sense.decideDisposition(scmd);
    if (verdict != Disposition.SUCCESS && runtimeExceeded(scmd)) {
      verdict = Disposition.SUCCESS;
    }
    log.completion(scmd, verdict);
    switch (verdict) {
      case SUCCESS -> finishCommand(scmd);
      case NEEDS_RETRY -> lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, true);
      case ADD_TO_MLQUEUE ->
          lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY, true);
      case FAILED, QUEUED, SOFT_ERROR, TIMEOUT_ERROR, SCSI_RETURN_NOT_HANDLED, FAST_IO_FAIL ->
          lib.eh().scsiEhScmdAdd(scmd);
    }
  }

  /**
   * Whether the command has lived longer than all its tries together may take; asked at completions
   * only (scsi_lib.c: scsi_cmd_runtime_exceeced).
   */
  private boolean runtimeExceeded(ScsiCmnd scmd) {
    boolean exceeded = false;
    if (scmd.allowed() != ScsiCmnd.RETRIES_NO_LIMIT) {
      long limit = (scmd.allowed() + 1) * scmd.request().timeoutJiffies() & 0xffff_ffffL;
      exceeded = scmd.jiffiesAtAlloc() + limit < kernel.jiffies();
      lib.note(
          KernelFunction.SCSI_CMD_RUNTIME_EXCEECED,
          scmd,
          new MidLayerFact.RuntimeAsked(exceeded));
      if (exceeded) {
        log.print(
            LogLevel.KERN_ERR,
            scmd,
            "timing out command, waited " + limit / kernel.hz() + "s");
      }
    }
    return exceeded;
  }

  /**
   * The command leaves the device; whatever blocked device or host is over (scsi.c:
   * scsi_finish_command).
   */
  public void finishCommand(ScsiCmnd scmd) {
    lib.note(
        KernelFunction.SCSI_FINISH_COMMAND,
        scmd,
        new MidLayerFact.Finished(scmd.result(), scmd.tellRetries()));
    lib.deviceUnbusy(scmd);
    scmd.host().hostBlocked = 0;
    scmd.device().deviceBlocked = 0;
    if (kernel.logs(LogFacility.MLCOMPLETE, 4)) {
      log.print(
          LogLevel.KERN_INFO,
          scmd.device(),
          "Notifying upper driver of completion (result " + hex(scmd.result()) + ")");
    }
    int good = scmd.request().bytes();
    if (!scmd.request().passthrough()) {
      good = sd.done(scmd);
    }
    ioCompletion(scmd, good);
  }

  /** scsi_lib.c: scsi_io_completion. */
  private void ioCompletion(ScsiCmnd scmd, int good) {
    Request request = scmd.request();
    lib.note(
        KernelFunction.SCSI_IO_COMPLETION, scmd, new MidLayerFact.IoCompletion(good));
    boolean nonZero = !scmd.result().isZero();
    BlkStatus status = BlkStatus.OK;
    if (nonZero) {
      status = statusOfNonZero(scmd);
      nonZero = !treatedAsGood(scmd);
      status = nonZero ? status : BlkStatus.OK;
    }
    if (kernel.logs(LogFacility.HLCOMPLETE, 1)) {
      log.print(
          LogLevel.KERN_INFO,
          scmd,
          request.bytes() / 512 + " sectors total, " + good + " bytes done.");
    }
    if (request.bytes() > 0 || status == BlkStatus.OK) {
      if (!endRequest(scmd, status, good)) {
        return;
      }
    }
    if (status != BlkStatus.OK && sense.noRetry(scmd)) {
      endRequest(scmd, status, request.bytes());
      return;
    }
    if (nonZero) {
      action(scmd);
    } else {
      lib.requeueForPrep(scmd, 0);
    }
  }

  /**
   * Passthrough and flush take their status from the result at once (scsi_lib.c:
   * scsi_io_completion_nz_result).
   */
  private BlkStatus statusOfNonZero(ScsiCmnd scmd) {
    boolean current = scmd.sense().map(data -> !data.deferred()).orElse(true);
    boolean atOnce = scmd.request().passthrough() || scmd.request().bytes() == 0;
    return atOnce && current ? blkStatus(scmd.result()) : BlkStatus.OK;
  }

  private boolean treatedAsGood(ScsiCmnd scmd) {
    boolean recovered =
        scmd.sense().map(data -> data.key() == SenseKey.RECOVERED_ERROR).orElse(false);
    if (recovered) {
      boolean ataInformation = scmd.sense().get().asc() == 0 && scmd.sense().get().ascq() == 0x1d;
      if (!ataInformation && !scmd.request().quiet()) {
        log.sense(scmd);
      }
      return true;
    }
    return scmd.result().status() != 0 && scmd.result().statusIsGood();
  }

  /** scsi_lib.c: scsi_result_to_blk_status. */
  private BlkStatus blkStatus(ScsiResult result) {
    return switch (result.ml()) {
      case RESV_CONFLICT -> BlkStatus.RESV_CONFLICT;
      case NOSPC -> BlkStatus.NOSPC;
      case MED_ERROR -> BlkStatus.MEDIUM;
      case TGT_FAILURE -> BlkStatus.TARGET;
      case DL_TIMEOUT -> BlkStatus.DURATION_LIMIT;
      case OK ->
          switch (result.host()) {
            case DID_OK -> {
              boolean good = result.statusIsGood() && result.driver() == 0;
              yield good ? BlkStatus.OK : BlkStatus.IOERR;
            }
            case DID_TRANSPORT_FAILFAST -> BlkStatus.TRANSPORT;
            case DID_TRANSPORT_MARGINAL ->
                kernel.rules().marginalHostByte() ? BlkStatus.TRANSPORT : BlkStatus.IOERR;
            case DID_NO_CONNECT, DID_BUS_BUSY, DID_TIME_OUT, DID_BAD_TARGET, DID_ABORT, DID_PARITY,
                DID_ERROR, DID_RESET, DID_BAD_INTR, DID_PASSTHROUGH, DID_SOFT_ERROR, DID_IMM_RETRY,
                DID_REQUEUE, DID_TRANSPORT_DISRUPTED, DID_TARGET_FAILURE, DID_NEXUS_FAILURE,
                DID_ALLOC_FAILURE, DID_MEDIUM_ERROR -> BlkStatus.IOERR;
          };
    };
  }

  private enum Action {
    FAIL,
    REPREP,
    DELAYED_REPREP,
    RETRY,
    DELAYED_RETRY
  }

  /** scsi_lib.c: scsi_io_completion_action. */
  private void action(ScsiCmnd scmd) {
    lib.note(KernelFunction.SCSI_IO_COMPLETION_ACTION, scmd, CallFact.Entered.INSTANCE);
    BlkStatus status = blkStatus(scmd.result());
    Action action = Action.FAIL;
    Optional<SenseData> data = scmd.sense().filter(found -> !found.deferred());
    if (scmd.result().host() == HostByte.DID_RESET) {
      action = Action.RETRY;
    } else if (data.isPresent()) {
      action = actionFor(scmd, data.get());
      status = statusFor(data.get(), status);
    }
    if (action != Action.FAIL && runtimeExceeded(scmd)) {
      action = Action.FAIL;
    }
    switch (action) {
      case FAIL -> {
        printFailure(scmd);
        if (endRequest(scmd, status, scmd.request().bytes())) {
          lib.requeueForPrep(scmd, 0);
        }
      }
      case REPREP -> lib.requeueForPrep(scmd, 0);
      case DELAYED_REPREP -> lib.requeueForPrep(scmd, ALUA_REPREP_MS);
      case RETRY -> lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, false);
      case DELAYED_RETRY -> lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY, false);
    }
  }

  private Action actionFor(ScsiCmnd scmd, SenseData data) {
    ScsiDevice sdev = scmd.device();
    return switch (data.key()) {
      case UNIT_ATTENTION -> {
        if (sdev.config().removable()) {
          sdev.changed = true;
          yield Action.FAIL;
        }
        yield Action.RETRY;
      }
      case ILLEGAL_REQUEST -> {
        Opcode opcode = scmd.cdb().opcode();
        boolean ten = opcode == Opcode.READ_10 || opcode == Opcode.WRITE_10;
        if (sdev.useTenForReadWrite && data.asc() == 0x20 && data.ascq() == 0 && ten) {
          sdev.useTenForReadWrite = false;
          yield Action.REPREP;
        }
        yield Action.FAIL;
      }
      case NOT_READY -> data.asc() == 0x04 ? notReady(data.ascq()) : Action.FAIL;
      case NO_SENSE, RECOVERED_ERROR, MEDIUM_ERROR, HARDWARE_ERROR, DATA_PROTECT, BLANK_CHECK,
          VENDOR_SPECIFIC, COPY_ABORTED, ABORTED_COMMAND, EQUAL, VOLUME_OVERFLOW, MISCOMPARE,
          COMPLETED -> Action.FAIL;
    };
  }

  private Action notReady(int ascq) {
    return switch (ascq) {
      case 0x01, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x11, 0x14, 0x1a, 0x1b, 0x1d ->
          Action.DELAYED_RETRY;
      case 0x0a ->
          kernel.rules().aluaTransitionReprepares() ? Action.DELAYED_REPREP : Action.FAIL;
      case 0x24 -> kernel.rules().depopulationRetried() ? Action.DELAYED_RETRY : Action.FAIL;
      default -> Action.FAIL;
    };
  }

  private static BlkStatus statusFor(SenseData data, BlkStatus otherwise) {
    return switch (data.key()) {
      case ILLEGAL_REQUEST ->
          switch (data.asc()) {
            case 0x10 -> BlkStatus.PROTECTION;
            case 0x20, 0x24 -> BlkStatus.TARGET;
            default -> otherwise;
          };
      case ABORTED_COMMAND -> data.asc() == 0x10 ? BlkStatus.PROTECTION : otherwise;
      case DATA_PROTECT -> {
        boolean zones =
            data.asc() == 0x0c && data.ascq() == 0x12
                || data.asc() == 0x55 && (data.ascq() == 0x0e || data.ascq() == 0x0f);
        yield zones ? BlkStatus.ZONE_OPEN_RESOURCE : otherwise;
      }
      case NO_SENSE, RECOVERED_ERROR, NOT_READY, MEDIUM_ERROR, HARDWARE_ERROR, UNIT_ATTENTION,
          BLANK_CHECK, VENDOR_SPECIFIC, COPY_ABORTED, EQUAL, VOLUME_OVERFLOW, MISCOMPARE,
          COMPLETED -> otherwise;
    };
  }

  private void printFailure(ScsiCmnd scmd) {
    if (scmd.request().quiet() || kernel.logLevel(LogFacility.MLCOMPLETE) > 0) {
      return;
    }
    failures.print(
        () -> {
          log.result(scmd, "", Disposition.FAILED);
          log.senseOfFailure(scmd);
          log.command(scmd);
        });
  }

  /**
   * Tells the block layer of bytes; answers whether something is left (scsi_lib.c:
   * scsi_end_request).
   */
  private boolean endRequest(ScsiCmnd scmd, BlkStatus status, int bytes) {
    Request request = scmd.request();
    boolean last = bytes >= request.bytes();
    lib.note(
        KernelFunction.SCSI_END_REQUEST,
        scmd,
        new BlockFact.RequestEnded(status, bytes, last));
    boolean left = request.queue().endBytes(request, status, bytes);
    if (!left) {
      lib.runQueueAsync(scmd.device());
    }
    return left;
  }
}
