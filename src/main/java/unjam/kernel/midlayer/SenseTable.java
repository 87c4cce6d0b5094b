package unjam.kernel.midlayer;

import unjam.scenario.KernelRules;
import unjam.scsi.Disposition;
import unjam.scsi.MlStatus;
import unjam.scsi.Opcode;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;

/** The table of sense data, first match wins (drivers/scsi/scsi_error.c: scsi_check_sense). */
final class SenseTable {

  private SenseTable() {}

  static Disposition judge(KernelRules rules, ScsiCmnd scmd, SenseData sense) {
    if (sense.deferred()) {
      return Disposition.NEEDS_RETRY;
    }
    if (scmd.cdb().opcode() == Opcode.TEST_UNIT_READY && !scmd.sentByErrorHandler()) {
      return Disposition.SUCCESS;
    }
    return switch (sense.key()) {
      case NO_SENSE, RECOVERED_ERROR, VENDOR_SPECIFIC, EQUAL -> Disposition.SUCCESS;
      case ABORTED_COMMAND -> abortedCommand(rules, scmd, sense);
      case NOT_READY, UNIT_ATTENTION -> notReady(scmd, sense);
      case DATA_PROTECT ->
          verdict(
              scmd,
              sense.is(SenseKey.DATA_PROTECT, 0x27, 0x07)
                  ? MlStatus.NOSPC
                  : MlStatus.TGT_FAILURE);
      case COPY_ABORTED, VOLUME_OVERFLOW, MISCOMPARE, BLANK_CHECK, HARDWARE_ERROR ->
          verdict(scmd, MlStatus.TGT_FAILURE);
      case MEDIUM_ERROR ->
          switch (sense.asc()) {
            case 0x11, 0x13, 0x14 -> verdict(scmd, MlStatus.MED_ERROR);
            default -> Disposition.NEEDS_RETRY;
          };
      case ILLEGAL_REQUEST ->
          switch (sense.asc()) {
            case 0x20, 0x21, 0x22, 0x24, 0x26, 0x27 -> verdict(scmd, MlStatus.TGT_FAILURE);
            default -> Disposition.SUCCESS;
          };
      case COMPLETED ->
          rules.commandDurationLimits() && sense.asc() == 0x55 && sense.ascq() == 0x0a
              ? durationLimit(scmd)
              : Disposition.SUCCESS;
    };
  }

  private static Disposition abortedCommand(KernelRules rules, ScsiCmnd scmd, SenseData sense) {
    if (sense.asc() == 0x10) {
      return Disposition.SUCCESS;
    }
    boolean limit = sense.asc() == 0x2e && sense.ascq() >= 0x01 && sense.ascq() <= 0x03;
    return rules.commandDurationLimits() && limit ? durationLimit(scmd) : Disposition.NEEDS_RETRY;
  }

  private static Disposition notReady(ScsiCmnd scmd, SenseData sense) {
    ScsiDevice sdev = scmd.device();
    boolean mediumChange = sense.asc() == 0x28 && sense.ascq() == 0x00;
    if (sdev.expectingCcUa && !mediumChange) {
      sdev.expectingCcUa = false;
      return Disposition.NEEDS_RETRY;
    }
    if (sense.asc() == 0x3f
        && sense.ascq() == 0x0e
        && sdev.host().expectsLunChange(sdev.at())) {
      return Disposition.NEEDS_RETRY;
    }
    if (sense.asc() == 0x04 && sense.ascq() == 0x01) {
      return Disposition.NEEDS_RETRY;
    }
    if (sdev.allowRestart() && sense.asc() == 0x04 && sense.ascq() == 0x02) {
      return Disposition.FAILED;
    }
    return Disposition.SUCCESS;
  }

  private static Disposition verdict(ScsiCmnd scmd, MlStatus status) {
    scmd.setResult(scmd.result().withMl(status));
    return Disposition.SUCCESS;
  }

  private static Disposition durationLimit(ScsiCmnd scmd) {
    scmd.request().forbidRetry();
    return verdict(scmd, MlStatus.DL_TIMEOUT);
  }
}
