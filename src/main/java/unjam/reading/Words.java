package unjam.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.engine.SimTime;
import unjam.scsi.Cdb;
import unjam.scsi.EhHook;
import unjam.scsi.FailFast;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.ReturnValue;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.ShostState;

/** Fields of facts as short words of the kernel's language; the same in every locale. */
public final class Words {

  private Words() {}

  /**
   * One field.
   *
   * @param field its name in snake case: the unit of a number stands there
   */
  public static String of(String field, Object value) {
    return switch (value) {
      case Long nanos when isTime(field) -> nanos < 0 ? "-" : SimTime.ofNanos(nanos).toString();
      case Optional<?> maybe -> maybe.map(each -> of(field, each)).orElse("-");
      case List<?> list ->
          list.stream().map(each -> of(field, each)).collect(Collectors.joining(" "));
      case Cdb cdb -> cdb.opcode().name();
      case ScsiResult result -> result(result);
      case SenseData sense -> sense.text();
      case ReturnValue answer -> answer.text();
      case EhHook hook -> hook.field();
      case IoOp op -> op.word();
      case IoMode mode -> mode.word();
      case Knob knob -> knob.shortName();
      case SdevState state -> state.sysfs();
      case ShostState state -> state.sysfs();
      case FailFast failFast -> failFast(failFast);
      default -> value.toString();
    };
  }

  private static boolean isTime(String field) {
    return field.endsWith("nanos") || field.equals("deadline") || field.equals("expires_at");
  }

  /** {@code DID_TIME_OUT}, {@code DID_OK CHECK_CONDITION}: what a result says. */
  public static String result(ScsiResult result) {
    String status = "status 0x" + Integer.toHexString(result.status());
    for (SamStatus each : SamStatus.values()) {
      if (result.is(each)) {
        status = each.name();
      }
    }
    return result.host().name() + " " + status;
  }

  private static String failFast(FailFast failFast) {
    StringBuilder bits = new StringBuilder();
    bits.append(failFast.dev() ? " dev" : "");
    bits.append(failFast.transport() ? " transport" : "");
    bits.append(failFast.driver() ? " driver" : "");
    return bits.isEmpty() ? "none" : bits.substring(1).toLowerCase(Locale.ROOT);
  }
}
