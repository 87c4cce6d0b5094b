package unjam.kernel.midlayer;

import java.util.Optional;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.IoOp;
import unjam.scsi.LogFacility;
import unjam.scsi.LogLevel;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/**
 * The disk driver: CDBs, good bytes, and the rule about media that time out (drivers/scsi/sd.c).
 */
public final class Sd {

  /**
   * A flush may take this many times a read's timeout (drivers/scsi/sd.h:
   * SD_FLUSH_TIMEOUT_MULTIPLIER).
   */
  private static final int FLUSH_TIMEOUT_MULTIPLIER = 2;

  private final Kernel kernel;
  private final ScsiLogging log;
  private final DeviceStates states;

  public Sd(Kernel kernel, ScsiLogging log, DeviceStates states) {
    this.kernel = kernel;
    this.log = log;
    this.states = states;
  }

  /** sd.c: sd_init_command. */
  BlkStatus initCommand(Request request) {
    ScsiCmnd scmd = request.scmd();
    ScsiDevice sdev = scmd.device();
    note(KernelFunction.SD_INIT_COMMAND, scmd, CallFact.Entered.INSTANCE);
    if (request.isFlush()) {
      request.setTimeoutJiffies(sdev.rqTimeout() * FLUSH_TIMEOUT_MULTIPLIER);
      scmd.setCdb(Cdb.SYNCHRONIZE_CACHE);
    } else {
      if (!sdev.online() || sdev.changed) {
        log.print(LogLevel.KERN_ERR, scmd, "device offline or changed");
        return BlkStatus.IOERR;
      }
      scmd.setCdb(readWrite(request, sdev));
      logReadWrite(request);
    }
    scmd.setAllowed(sdev.maxRetries);
    return BlkStatus.OK;
  }

  private void logReadWrite(Request request) {
    long sectors = request.bytes() / 512;
    if (kernel.logs(LogFacility.HLQUEUE, 1)) {
      log.print(
          LogLevel.KERN_INFO,
          request.scmd(),
          "sd_setup_read_write_cmnd: block=" + request.sector() + ", count=" + sectors);
    }
    if (kernel.logs(LogFacility.HLQUEUE, 2)) {
      log.print(
          LogLevel.KERN_INFO,
          request.scmd(),
          (request.op() == IoOp.WRITE ? "writing " : "reading ")
              + request.scmd().cdb().blocks() + "/" + sectors + " 512 byte blocks.");
    }
  }

  private static Cdb readWrite(Request request, ScsiDevice sdev) {
    int blockSize = sdev.config().blockSize();
    long lba = request.sector() * 512 / blockSize;
    long blocks = request.bytes() / blockSize;
    boolean write = request.op() == IoOp.WRITE;
    Opcode opcode;
    long capacity = sdev.config().sizeBytes() / blockSize;
    if (capacity > 0xffff_ffffL || blocks > 0xffff) {
      opcode = write ? Opcode.WRITE_16 : Opcode.READ_16;
    } else if (sdev.useTenForReadWrite || lba > 0x1f_ffff || blocks > 0xff) {
      opcode = write ? Opcode.WRITE_10 : Opcode.READ_10;
    } else {
      opcode = write ? Opcode.WRITE_6 : Opcode.READ_6;
    }
    return new Cdb(opcode, lba, blocks);
  }

  /**
   * Counts the good bytes of a completed command; a command that gets here clears the medium's
   * timeout count (sd.c: sd_done).
   */
  int done(ScsiCmnd scmd) {
    int good = scmd.result().isZero() ? scmd.request().bytes() : 0;
    Optional<SenseData> sense = scmd.sense();
    boolean judged =
        scmd.result().is(SamStatus.CHECK_CONDITION)
            && sense.isPresent()
            && (!sense.get().deferred() || kernel.rules().flushSetsDriverTimeout());
    scmd.device().mediumAccessTimedOut = 0;
    if (judged) {
      good = goodBytes(scmd, sense.get());
    }
    note(KernelFunction.SD_DONE, scmd, new MidLayerFact.SdDone(good));
    if (kernel.logs(LogFacility.HLCOMPLETE, 1)) {
      log.print(
          LogLevel.KERN_INFO,
          scmd,
          "sd_done: completed " + good + " of " + scmd.request().bytes() + " bytes");
    }
    return good;
  }

  private static int goodBytes(ScsiCmnd scmd, SenseData sense) {
    return switch (sense.key()) {
      case HARDWARE_ERROR, MEDIUM_ERROR -> completedBytes(scmd, sense);
      case RECOVERED_ERROR -> scmd.request().bytes();
      case NO_SENSE -> {
        scmd.setResult(ScsiResult.GOOD);
        scmd.setSense(null);
        yield 0;
      }
      case ABORTED_COMMAND, ILLEGAL_REQUEST ->
          sense.asc() == 0x10 ? completedBytes(scmd, sense) : 0;
      case NOT_READY, UNIT_ATTENTION, DATA_PROTECT, BLANK_CHECK, VENDOR_SPECIFIC, COPY_ABORTED,
          EQUAL, VOLUME_OVERFLOW, MISCOMPARE, COMPLETED -> 0;
    };
  }

  /** What lies before the block that the sense data names (sd.c: sd_completed_bytes). */
  private static int completedBytes(ScsiCmnd scmd, SenseData sense) {
    long bad = sense.information();
    Cdb cdb = scmd.cdb();
    if (bad < cdb.lba() || bad >= cdb.lba() + cdb.blocks()) {
      return 0;
    }
    return (int) ((bad - cdb.lba()) * scmd.device().config().blockSize());
  }

  /** A new pass of the error handler may count this command again, once (sd.c: sd_eh_reset). */
  public void ehReset(ScsiCmnd scmd) {
    scmd.device().ignoreMediumAccessErrors = false;
    note(KernelFunction.SD_EH_RESET, scmd, new EhFact.MediumGateReset());
  }

  /**
   * A rung worked and the device says it is ready, yet its medium timed out: after the second time
   * the disk is given up (sd.c: sd_eh_action).
   */
  public Disposition ehAction(ScsiCmnd scmd, Disposition verdict) {
    ScsiDevice sdev = scmd.device();
    boolean counts =
        sdev.online()
            && scmd.cdb().opcode().accessesMedium()
            && scmd.result().host() == HostByte.DID_TIME_OUT
            && verdict == Disposition.SUCCESS;
    if (counts && !sdev.ignoreMediumAccessErrors) {
      sdev.mediumAccessTimedOut++;
      sdev.ignoreMediumAccessErrors = true;
    }
    note(
        KernelFunction.SD_EH_ACTION,
        scmd,
        new EhFact.EhAction(verdict, verdict, sdev.mediumAccessTimedOut));
    if (counts && sdev.mediumAccessTimedOut >= sdev.maxMediumAccessTimeouts) {
      log.print(
          LogLevel.KERN_ERR, scmd, "Medium access timeout failure. Offlining disk!");
      states.set(sdev, SdevState.SDEV_OFFLINE);
      return Disposition.SUCCESS;
    }
    return verdict;
  }

  private void note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    kernel.note(in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
