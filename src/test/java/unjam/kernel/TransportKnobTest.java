package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.engine.SimTime;
import unjam.projection.Timeline;
import unjam.reading.SysfsFile;
import unjam.reading.SysfsTree;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.DriverSetting;
import unjam.scsi.Errno;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.IoFact;
import unjam.trace.MachineFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** The spans of a session and of a remote port, written while they run. */
class TransportKnobTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final Scope SESSION = new Scope.Host(0);
  private static final Scope PORT = new Scope.Target(0, 0, 0);

  private static Trace run(String scenario, long seconds, Knob knob, String value) {
    return run(CATALOG.scenario(scenario).orElseThrow(), seconds, knob, value);
  }

  private static Trace run(Scenario scenario, long seconds, Knob knob, String value) {
    Scope scope = knob.level() == Knob.Level.TARGET ? PORT : SESSION;
    return Simulation.run(
            scenario.with(
                new Intervention.KnobWritten(
                    new When.At(SimTime.ofSeconds(seconds)), knob, scope, value)))
        .trace();
  }

  /** The second in which an application is told an error first; -1 if none is. */
  private static long told(Trace trace) {
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof IoFact.IoEnded ended && ended.errno() != Errno.OK) {
        return event.nanos() / SimTime.NANOS_PER_SECOND;
      }
    }
    return -1;
  }

  private static List<String> refused(Trace trace) {
    List<String> all = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof MachineFact.KnobRefused refused) {
        all.add(refused.errno() + " " + refused.value());
      }
    }
    return all;
  }

  /** The cable is cut at 2 s, the missed question ends the connection ten seconds later. */
  @Test
  void aShorterRecoveryTmoActsWhenItIsWrittenInTime() {
    long patient = told(Simulation.run(CATALOG.scenario("iscsi-cable-cut").orElseThrow()).trace());
    Trace hurried = run("iscsi-cable-cut", 1, Knob.RECOVERY_TMO, "5");
    assertThat(patient).isBetween(131L, 133L);
    assertThat(refused(hurried)).isEmpty();
    assertThat(told(hurried)).isEqualTo(patient - 115);
  }

  /** A session that is blocked takes nothing: its clock keeps the span it was started with. */
  @Test
  void aBlockedSessionRefusesAndKeepsItsClock() {
    Trace trace = run("iscsi-cable-cut", 60, Knob.RECOVERY_TMO, "5");
    assertThat(refused(trace)).containsExactly("EBUSY 5");
    assertThat(told(trace)).isBetween(131L, 133L);
  }

  @Test
  void aSessionThatWasGivenUpRefusesUntilItIsLoggedInAgain() {
    assertThat(refused(run("iscsi-cable-cut", 140, Knob.RECOVERY_TMO, "5")))
        .containsExactly("EBUSY 5");
    assertThat(refused(run("iscsi-cable-cut", 180, Knob.RECOVERY_TMO, "5"))).isEmpty();
  }

  @Test
  void offIsForEver() {
    assertThat(told(run("iscsi-cable-cut", 1, Knob.RECOVERY_TMO, "off"))).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"5x, EINVAL 5x", "-5, EINVAL -5", "0x5, ", "off, ", "0, "})
  void recoveryTmoTakesWhatTheKernelTakes(String value, String refusal) {
    assertThat(refused(run("iscsi-cable-cut", 1, Knob.RECOVERY_TMO, value)))
        .isEqualTo(refusal == null ? List.of() : List.of(refusal));
  }

  /** The port is blocked at 5 s; without the file it takes dev_loss_tmo, 30 s more. */
  @Test
  void fastIoFailActsWhenItIsWrittenInTimeAndNotWhileThePortIsBlocked() {
    assertThat(told(run("fc-port-gone", 1, Knob.FAST_IO_FAIL_TMO, "5"))).isEqualTo(10);
    Trace late = run("fc-port-gone", 7, Knob.FAST_IO_FAIL_TMO, "5");
    assertThat(refused(late)).containsExactly("EBUSY 5");
    assertThat(told(late)).isBetween(34L, 35L);
  }

  @Test
  void devLossTmoActsToo() {
    assertThat(told(run("fc-port-gone", 1, Knob.DEV_LOSS_TMO, "10"))).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "FAST_IO_FAIL_TMO, 30, EINVAL 30",
    "FAST_IO_FAIL_TMO, 29, ",
    "FAST_IO_FAIL_TMO, soon, EINVAL soon",
    "FAST_IO_FAIL_TMO, off, ",
    "DEV_LOSS_TMO, 601, EINVAL 601",
    "DEV_LOSS_TMO, 600, ",
    "DEV_LOSS_TMO, 0, ",
    "DEV_LOSS_TMO, 4294967296, EINVAL 4294967296",
    "DEV_LOSS_TMO, off, EINVAL off"
  })
  void aRemotePortTakesWhatTheKernelTakes(Knob knob, String value, String refusal) {
    assertThat(refused(run("fc-port-gone", 1, knob, value)))
        .isEqualTo(refusal == null ? List.of() : List.of(refusal));
  }

  @Test
  void theFilesAreWhereTheKernelHasThem() {
    SysfsTree session = sysfs("iscsi-two-sessions");
    assertThat(value(session, "/sys/class/iscsi_session/session1/recovery_tmo")).isEqualTo("3");
    assertThat(value(session, "/sys/class/iscsi_session/session2/abort_tmo")).isEqualTo("5");
    assertThat(value(session, "/sys/class/iscsi_connection/connection1:0/ping_tmo"))
        .isEqualTo("5");
    assertThat(writable(session))
        .contains("/sys/class/iscsi_session/session2/recovery_tmo")
        .noneMatch(path -> path.endsWith("/abort_tmo") || path.contains("iscsi_connection"));

    SysfsTree port = sysfs("fc-port-gone");
    assertThat(value(port, "/sys/class/fc_remote_ports/rport-0:0-1/dev_loss_tmo"))
        .isEqualTo("30");
    assertThat(value(port, "/sys/class/fc_remote_ports/rport-0:0-0/fast_io_fail_tmo"))
        .isEqualTo("off");
  }

  private static SysfsTree sysfs(String scenario) {
    Timeline timeline =
        Timeline.of(Simulation.run(CATALOG.scenario(scenario).orElseThrow()).trace());
    return SysfsTree.of(timeline.at(SimTime.NANOS_PER_SECOND), "6.12");
  }

  private static String value(SysfsTree tree, String path) {
    return tree.file(path).map(SysfsFile::value).orElse("missing");
  }

  private static List<String> writable(SysfsTree tree) {
    return tree.files().stream()
        .filter(each -> each.knob().isPresent())
        .map(SysfsFile::path)
        .toList();
  }

  /** Fail-fast shortens what a lost session costs, where there is a session. */
  @Test
  void failFastReachesTheSession() {
    Scenario scenario = read("iscsi_tcp", "policy: fail-fast");
    assertThat(scenario.machine().hosts().getFirst().driver().settings())
        .containsEntry(DriverSetting.RECOVERY_TMO, SimTime.ofSeconds(5));
    assertThat(scenario.machine().hosts().getFirst().ehDeadline()).isEmpty();
    assertThat(told(Simulation.run(scenario).trace())).isLessThan(18);
    assertThat(told(Simulation.run(read("iscsi_tcp", "seed: 1")).trace())).isGreaterThan(100);
    assertThat(read("mpt3sas", "policy: fail-fast").machine().hosts().getFirst().driver())
        .isEqualTo(CATALOG.driver("mpt3sas", Catalog.DEFAULT_KERNEL).orElseThrow());
  }

  /** What iscsid tells the kernel once is a setting of the scenario, and no file to write. */
  @Test
  void whatOnlyTheDaemonSetsIsSetBeforeTheRun() {
    Scenario scenario =
        new ScenarioReader(CATALOG)
            .readFromCatalog("iscsi-stock", List.of("iscsi_session/abort_tmo=2"))
            .orThrow();
    assertThat(value(SysfsTree.of(
            Timeline.of(Simulation.run(scenario).trace()).at(0), "6.12"),
        "/sys/class/iscsi_session/session1/abort_tmo")).isEqualTo("2");
    assertThat(
            new ScenarioReader(CATALOG)
                .readText("t", writing("iscsi_session/session1/abort_tmo"), List.of())
                .problems())
        .singleElement()
        .satisfies(
            each -> assertThat(each.message()).contains("this machine has no file"));
    assertThat(
            new ScenarioReader(CATALOG)
                .readText("t", writing("iscsi_session/session1/recovery_tmo"), List.of())
                .problems())
        .isEmpty();
  }

  private static String writing(String file) {
    return text("iscsi_tcp", "seed: 1")
        + "interventions:\n  - {at: 1s, write: {path: /sys/class/" + file + ", value: \"5\"}}\n";
  }

  private static Scenario read(String driver, String line) {
    return new ScenarioReader(CATALOG).readText("t", text(driver, line), List.of()).orThrow();
  }

  private static String text(String driver, String line) {
    return """
        name: t
        title: The cable is cut
        until: 150s
        %s
        machine:
          hosts:
            - {driver: %s, disks: [{at: 0:0:0:0}]}
        workload:
          - {label: a, device: 0:0:0:0, stride: 4KiB, repeat: 90, gap: 450ms}
        faults:
          - {id: cable, on: host 0, %s, from: 2s}
        """
        .formatted(line, driver, driver.equals("mpt3sas") ? "mute: {}" : "link_down: {}");
  }
}
