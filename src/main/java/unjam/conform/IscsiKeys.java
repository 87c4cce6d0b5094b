package unjam.conform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unjam.trace.IscsiFact;
import unjam.trace.TargetFact;

/** The key fields of the landmarks of a session and of its target. */
final class IscsiKeys {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private IscsiKeys() {}

  /** The key fields of a fact that is a landmark, or empty for a fact that is none. */
  static Optional<Map<String, String>> of(IscsiFact fact) {
    return switch (fact) {
      // A function that sends something says whether it could.
      case IscsiFact.TmfSent sent ->
          fields(
              "tmf", sent.function().name(),
              "timeout_s", Long.toString(sent.timeoutNanos() / NANOS_PER_SECOND),
              "ret", "OK");
      case IscsiFact.ConnError error ->
          fields("err", Integer.toString(error.error().number()));
      case IscsiFact.DevicesUnblocked unblocked ->
          fields("new", unblocked.next().shortName());
      // Recordings leave out what is asked regularly.
      case IscsiFact.NopSent sent -> sent.forLateCommand() ? fields() : Optional.empty();
      case IscsiFact.TaskQueued _, IscsiFact.TmfTimedOut _, IscsiFact.TmfAnswered _,
          IscsiFact.ConnStopped _, IscsiFact.TasksFailed _, IscsiFact.SessionBlocked _,
          IscsiFact.RecoveryTimedOut _, IscsiFact.WaitersTold _, IscsiFact.SessionResetBegan _,
          IscsiFact.ConnBound _, IscsiFact.ConnStarted _, IscsiFact.SessionUnblocked _ ->
          fields();
      case IscsiFact.SessionAdded _, IscsiFact.TaskSent _, IscsiFact.NopAnswered _,
          IscsiFact.PingTimedOut _ -> Optional.empty();
    };
  }

  static Optional<Map<String, String>> of(TargetFact fact) {
    return switch (fact) {
      case TargetFact.CommandReceived _, TargetFact.BackstoreAsked _,
          TargetFact.BioSubmitted _, TargetFact.TmfReceived _, TargetFact.TmrWorkBegan _,
          TargetFact.TaskLookedUp _, TargetFact.ConnectionClosing _,
          TargetFact.SessionClosed _, TargetFact.LoginBegan _,
          TargetFact.SessionStopAsked _ -> fields();
      case TargetFact.WaitBegan began -> switch (began.thread()) {
        case TMR_WORKER -> fields();
        case ISCSI_NP, ISCSI_TRX, ISCSI_TTX -> Optional.empty();
      };
      case TargetFact.PortalOpened _, TargetFact.ConnectionOpened _, TargetFact.BioEnded _,
          TargetFact.TmrAnswered _, TargetFact.WaitEnded _, TargetFact.NopReceived _,
          TargetFact.LoginFailed _, TargetFact.LoginsWaiting _ -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Optional.of(fields);
  }
}
