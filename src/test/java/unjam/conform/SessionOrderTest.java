package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.conform.Altered.of;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scenario.Scenario;

/** A run of iSCSI is held to what both machines of the recording did. */
class SessionOrderTest {

  private final Recording recording = Goldens.recording("iscsi/6.12/A1-defaults-repl3");
  private final Scenario scenario = Goldens.scenario(recording);
  private final Observed perfect = Goldens.perfectRun(recording.golden());

  /** A run made of what was recorded lacks what was optional there, so rule 3 is left out. */
  private List<Divergence> compare(Observed run) {
    return Comparison.of(scenario, recording.golden(), run).stream()
        .filter(each -> each.rule() != 3)
        .toList();
  }

  @Test
  void whatWasRecordedHolds() {
    assertThat(compare(perfect)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "core_tmr_abort_task, target-tmr-work",
    "target_put_cmd_and_wait, target-tmr-work",
    "iscsit_close_connection, target-rx and target-tx",
    "iscsit_close_session, target-rx and target-tx",
    "iscsit_stop_session, target-login",
    "iscsi_conn_bind, iscsid",
    "__iscsi_block_session, block-session-work",
    "session_recovery_timedout, recovery-timeout-work",
    "__iscsi_unblock_session, unblock-session-work"
  })
  void aStepThatIsMissingIsFoundInItsThread(String landmark, String context) {
    List<Divergence> found = compare(new Altered(perfect).without(of("", landmark)));
    assertThat(found).singleElement()
        .returns(2, Divergence::rule)
        .returns(context, Divergence::where);
  }

  @Test
  void whoFailsTheDevicesMustSayWhatTheyBecome() {
    Observed other =
        new Altered(perfect).landmark(
            each -> each.key("new").equals("TRANSPORT_OFFLINE")
                && each.name().equals("scsi_target_unblock"),
            each -> each.with("new", "RUNNING"));
    assertThat(compare(other)).extracting(Divergence::rule).contains(2);
  }

  @Test
  void aConnectionErrorHasANumber() {
    Observed other =
        new Altered(perfect).landmark(
            of("", "iscsi_conn_error_event"), each -> each.with("err", "1022"));
    assertThat(compare(other)).extracting(Divergence::where).contains("abort-work of host -1");
  }

  @Test
  void anotherReasonForMoreTimeIsFound() {
    Observed other =
        new Altered(perfect).landmark(
            of("slow", "iscsi_eh_cmd_timed_out"), each -> each.with("reason", "progress"));
    assertThat(compare(other).getFirst())
        .returns(1, Divergence::rule)
        .returns("slow", Divergence::where);
  }
}
