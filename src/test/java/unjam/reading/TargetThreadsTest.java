package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.reading.ProcessLine.State;
import unjam.trace.Trace;

/** The other machine's process list is the one that was once found there. */
class TargetThreadsTest {

  private static final Trace TRACE =
      Simulation.run(Catalog.ofClassPath().scenario("iscsi-seed").orElseThrow()).trace();
  private static final Timeline TIMELINE = Timeline.of(TRACE);
  private static final ProcessTable TABLE = ProcessTable.of(TRACE);

  private static List<ProcessLine> remote(long seconds) {
    return TABLE.at(TIMELINE.at(seconds * 1_000_000_000L), false).stream()
        .filter(line -> line.kind().isRemote())
        .toList();
  }

  private static ProcessLine thread(long seconds, String name) {
    return remote(seconds).stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whileTheBackstoreIsFrozenThreeThreadsAreInD() {
    assertThat(remote(75)).filteredOn(line -> line.state() == State.D)
        .extracting(ProcessLine::name)
        .containsExactlyInAnyOrder("iscsi_np", "kworker/0:1+events", "iscsi_trx");
    assertThat(remote(30)).noneMatch(line -> line.state() == State.D);
    assertThat(remote(90)).noneMatch(line -> line.state() == State.D);
  }

  @Test
  void theirStacksAreThoseThatWereFound() {
    assertThat(thread(75, "kworker/0:1+events").stack())
        .containsExactly(
            "target_put_cmd_and_wait", "core_tmr_abort_task", "target_tmr_work",
            "process_one_work", "worker_thread", "kthread", "ret_from_fork");
    assertThat(thread(75, "iscsi_np").stack())
        .containsExactly(
            "iscsi_check_for_session_reinstatement", "iscsi_target_do_login",
            "iscsi_target_start_negotiation", "iscsi_target_login_thread", "kthread",
            "ret_from_fork");
    assertThat(thread(75, "iscsi_trx").stack())
        .startsWith(
            "__transport_wait_for_tasks", "transport_generic_free_cmd", "iscsit_free_cmd",
            "iscsit_close_connection", "iscsit_take_action_for_connection_exit");
  }

  @Test
  void withoutAnotherMachineNobodyRunsThere() {
    Trace local =
        Simulation.run(Catalog.ofClassPath().scenario("healthy").orElseThrow()).trace();
    assertThat(ProcessTable.of(local).at(Timeline.of(local).at(0), false))
        .noneMatch(line -> line.kind().isRemote());
  }
}
