package unjam.app;

import java.util.Optional;
import java.util.OptionalInt;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.scsi.ServiceTime;

/**
 * A fault that somebody is about to put somewhere; what its kind has no use for is ignored.
 *
 * @param kind what goes wrong
 * @param scope where
 * @param opcode operation code that it picks, empty for any
 * @param lbas blocks that it picks, empty for any
 * @param skip matching commands that pass unharmed first
 * @param count matching commands it then hits, empty for ever
 * @param spanNanos the delay, or how long a callback works before it fails; not negative
 * @param sense what the target says
 * @param host host byte of a result
 * @param status status byte of a result
 * @param refusal answer of {@code queuecommand}
 * @param curedBy the recovery callback whose success ends it, if any
 */
public record FaultDraft(
    FaultKind kind,
    Scope scope,
    OptionalInt opcode,
    Optional<LbaRange> lbas,
    int skip,
    OptionalInt count,
    long spanNanos,
    Optional<SenseData> sense,
    HostByte host,
    SamStatus status,
    MlqueueReturn refusal,
    Optional<EhHook> curedBy) {

  /** What goes wrong, in the words of the model. */
  Fault fault() {
    return switch (kind) {
      case IGNORE, SILENT -> new Fault.Mute();
      case SLOW -> new Fault.Slow(new ServiceTime.Fixed(spanNanos));
      case LATE -> new Fault.AnswersAfter(spanNanos);
      case MEDIUM_ERROR -> new Fault.MediumError();
      case LINK_CUT -> new Fault.LinkDown();
      case BUSY -> answer(SamStatus.BUSY);
      case TASK_SET_FULL -> answer(SamStatus.TASK_SET_FULL);
      case UNIT_ATTENTION, NOT_READY -> answer(SamStatus.CHECK_CONDITION);
      case RESULT -> new Fault.Result(host, status, sense, Fault.Delivery.HARD_IRQ);
      case REFUSE -> new Fault.QueuecommandReturns(refusal);
      case ABORT_FAILS, LUN_RESET_FAILS, TARGET_RESET_FAILS, BUS_RESET_FAILS, HOST_RESET_FAILS ->
          new Fault.HookFails(kind.hook().orElseThrow(), spanNanos);
    };
  }

  private Fault answer(SamStatus told) {
    return new Fault.Result(
        HostByte.DID_OK, told, kind.hasSense() ? sense : Optional.empty(),
        Fault.Delivery.HARD_IRQ);
  }

  /** The rule that it makes, under a name. */
  FaultRule rule(String id) {
    return new FaultRule(
        id, fault(), scope, opcode, lbas, skip, count, Optional.empty(), Optional.empty(),
        curedBy);
  }
}
