package unjam.kernel.lld;

import java.util.List;
import unjam.kernel.midlayer.ScsiCmnd;

/**
 * What libata found when it looked at what had failed (drivers/ata/libata-eh.c:
 * ata_eh_link_autopsy).
 *
 * @param qcs the commands in its hands, in order of their tags
 * @param linkLost the link itself reported a change
 * @param deviceError a device said that a command failed
 * @param unexplained and did not tell which
 */
record AtaAutopsy(
    List<Qc> qcs, boolean linkLost, boolean deviceError, boolean unexplained) {

  /** ata.h: ATA_EH_RESET, soft or hard. */
  private static final int RESET = 6;
  /** A reset and a look whether somebody else is there now. */
  private static final int RESET_AND_PROBE = 0xe;

  AtaAutopsy {
    qcs = List.copyOf(qcs);
  }

  /** What is wrong with one command. */
  enum Error {
    /** Nothing of its own: the others' trouble took it along. */
    NONE,
    TIMEOUT,
    MEDIA,
    DEVICE,
    ATA_BUS
  }

  /** A command of libata's own (struct ata_queued_cmd). */
  record Qc(ScsiCmnd scmd, boolean ncq, Error error) {

    /** Whether another try is worth it (libata-eh.c: ata_eh_worth_retry). */
    boolean worthRetry() {
      return error != Error.MEDIA;
    }
  }

  boolean any(Error error) {
    return qcs.stream().anyMatch(qc -> qc.error() == error);
  }

  /** The link is to be reset. */
  boolean resets() {
    return linkLost || any(Error.TIMEOUT);
  }

  int action() {
    return linkLost ? RESET_AND_PROBE : resets() ? RESET : 0;
  }

  /** What stands after "exception Emask": errors that belong to no command. */
  int linkMask() {
    return linkLost ? 0x10 : unexplained ? 0x1 : 0;
  }

  /** In a word or two. */
  String words() {
    if (linkLost) {
      return "link lost";
    }
    return any(Error.TIMEOUT) ? "timeout" : any(Error.MEDIA) ? "media error" : "device error";
  }
}
