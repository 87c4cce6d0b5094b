package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recovery actions of a simulated run, in the words of a recording's {@code ladder}. */
final class LadderSeen {

  private static final String OFFLINE = "OFFLINE";

  private LadderSeen() {}

  static List<Observed.Rung> of(
      List<Landmark> landmarks, List<Observed.StateChange> changes) {
    List<Observed.Rung> ladder = new ArrayList<>();
    int change = 0;
    for (Landmark each : landmarks) {
      if (each.name().equals("scsi_device_set_state")) {
        offline(each, changes.get(change++)).ifPresent(ladder::add);
      } else {
        String rung = rung(each.name());
        if (!rung.isEmpty()) {
          ladder.add(new Observed.Rung(each.millis(), each.context(), rung, each.key("ret"),
              each.io(), each.device(), each.key("of")));
        }
      }
    }
    return ladder;
  }

  /** The rung that a landmark is, or an empty text. */
  static String rung(String landmark) {
    return switch (landmark) {
      case "eh_abort_handler" -> "abort";
      case "eh_device_reset_handler" -> "lun-reset";
      case "eh_target_reset_handler" -> "target-reset";
      case "eh_bus_reset_handler" -> "bus-reset";
      case "eh_host_reset_handler" -> "host-reset";
      case "iscsi_eh_session_reset" -> "session-reset";
      case "scsi_eh_tur" -> "test-unit-ready";
      case "scsi_eh_try_stu" -> "start-unit";
      default -> "";
    };
  }

  /** The landmark that a rung is read from. */
  static String landmark(String rung) {
    return switch (rung) {
      case "abort" -> "eh_abort_handler";
      case "lun-reset" -> "eh_device_reset_handler";
      case "target-reset" -> "eh_target_reset_handler";
      case "bus-reset" -> "eh_bus_reset_handler";
      case "host-reset" -> "eh_host_reset_handler";
      case "session-reset" -> "iscsi_eh_session_reset";
      case "test-unit-ready" -> "scsi_eh_tur";
      case "start-unit" -> "scsi_eh_try_stu";
      case "offline" -> "scsi_device_set_state";
      default -> "";
    };
  }

  /** A device set offline by the error handler is its last rung; by anybody else it is none. */
  private static Optional<Observed.Rung> offline(Landmark at, Observed.StateChange change) {
    if (!change.next().equals(OFFLINE) || !change.context().startsWith("scsi_eh_")) {
      return Optional.empty();
    }
    return Optional.of(new Observed.Rung(at.millis(), at.context(), "offline",
        change.legal() ? "done" : "EINVAL", "", at.device(), ""));
  }
}
