package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.app.Rungs.Reason;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.kernel.Simulation;
import unjam.scenario.DriverMatrix.Column;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scsi.EhHook;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** What if a driver had one callback less, or one more? */
class RungsTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static Optional<LldProfile> driver(String name) {
    return CATALOG.driver(name, Catalog.DEFAULT_KERNEL);
  }

  private static Machine.Host host(String driver) {
    return host(driver(driver).orElseThrow());
  }

  private static Machine.Host host(LldProfile driver) {
    return new Machine.Host(0, driver, Optional.empty(), List.of());
  }

  private static LldProfile toggled(Machine.Host host, Column column) {
    return ((Rungs.Other) Rungs.toggled(host, driver(host.driver().name()), column)).driver();
  }

  private static Reason refused(Machine.Host host, Column column) {
    return ((Rungs.Refused) Rungs.toggled(host, driver(host.driver().name()), column)).why();
  }

  @Test
  void whatIsTakenAwayComesBackAsItWas() {
    LldProfile without = toggled(host("mpt3sas"), Column.TARGET_RESET);
    assertThat(without.hooks()).doesNotContainKey(EhHook.EH_TARGET_RESET_HANDLER).hasSize(3);
    assertThat(toggled(host(without), Column.TARGET_RESET))
        .isEqualTo(driver("mpt3sas").orElseThrow());

    LldProfile silent = toggled(host("virtio_scsi"), Column.TIMED_OUT);
    assertThat(silent.ehTimedOut()).isEqualTo(LldProfile.TimedOut.NONE);
    assertThat(toggled(host(silent), Column.TIMED_OUT))
        .isEqualTo(driver("virtio_scsi").orElseThrow());
  }

  @Test
  void whatADriverNeverHadWorksAtOnce() {
    assertThat(toggled(host("mpt3sas"), Column.BUS_RESET).hooks())
        .containsEntry(EhHook.EH_BUS_RESET_HANDLER, LldProfile.Hook.INSTANT);
  }

  @Test
  void whatCannotBeIsRefusedForItsOwnReason() {
    assertThat(refused(host("ahci"), Column.HOST_RESET)).isEqualTo(Reason.NEVER_ASKED);
    assertThat(refused(host("mpt3sas"), Column.STRATEGY)).isEqualTo(Reason.STRATEGY);
    assertThat(refused(host("mpt3sas"), Column.TRANSPORT)).isEqualTo(Reason.TRANSPORT);
    assertThat(refused(host("mpt3sas"), Column.TIMED_OUT)).isEqualTo(Reason.NO_ANSWER);
    assertThat(refused(host("iscsi_tcp"), Column.BUS_RESET)).isEqualTo(Reason.SESSION);
    Machine.Host hurried =
        new Machine.Host(0, driver("mpt3sas").orElseThrow(), Optional.of(10), List.of());
    assertThat(refused(hurried, Column.HOST_RESET)).isEqualTo(Reason.DEADLINE);
  }

  /** Whatever a click makes of a driver can be written, read back and run to its end. */
  @Test
  void everyClickOnEveryDriverMakesAScenarioThatRuns() {
    List<String> made = new ArrayList<>();
    for (String name : CATALOG.drivers()) {
      for (Column column : Column.values()) {
        if (Rungs.toggled(host(name), driver(name), column)
            instanceof Rungs.Other(LldProfile other)) {
          Scenario now = Topology.withDriver(lost(name), 0, other);
          String text = new ScenarioWriter(CATALOG).write(now);
          assertThat(new ScenarioReader(CATALOG).readText("t", text, List.of()).orThrow())
              .isEqualTo(now);
          assertThat(Simulation.run(now).trace().size()).isGreaterThan(20);
          made.add(name + " " + column);
        }
      }
    }
    assertThat(made).hasSizeGreaterThan(45);
  }

  @Test
  void aSessionWhoseTimeoutsNobodyJudgesIsNotAskedAboutThem() {
    Scenario now =
        Topology.withDriver(lost("lpfc"), 0, toggled(host("lpfc"), Column.TIMED_OUT));
    assertThat(asked(Simulation.run(lost("lpfc")).trace())).isTrue();
    assertThat(asked(Simulation.run(now).trace())).isFalse();
  }

  /** What is said about a callback that was taken away is idle, and no mistake. */
  @Test
  void aFaultOfACallbackThatIsTakenAwayStays() {
    Scenario now =
        new ScenarioReader(CATALOG)
            .readText(
                "t",
                """
                name: t
                title: A read is lost
                until: 300s
                machine:
                  hosts:
                    - driver: mpt3sas
                      template: {eh_target_reset_handler: none}
                      disks: [{at: 0:0:0:0}]
                faults:
                  - {id: no, on: 0:0:0:0, fail: {hook: eh_target_reset_handler}}
                  - {id: lost, on: 0:0:0:0, mute: {}, cured_by: eh_target_reset_handler}
                """,
                List.of())
            .orThrow();
    assertThat(now.faults()).hasSize(2);
  }

  private static boolean asked(Trace trace) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.event(i).function() == KernelFunction.FC_EH_TIMED_OUT) {
        return true;
      }
    }
    return false;
  }

  @Test
  void withoutTargetResetTheLadderClimbsPastIt() {
    Scenario before = lost("mpt3sas");
    Scenario after =
        Topology.withDriver(before, 0, toggled(host("mpt3sas"), Column.TARGET_RESET));
    assertThat(hooks(before)).contains(EhHook.EH_TARGET_RESET_HANDLER);
    assertThat(hooks(after))
        .doesNotContain(EhHook.EH_TARGET_RESET_HANDLER)
        .contains(EhHook.EH_HOST_RESET_HANDLER);
  }

  private static List<EhHook> hooks(Scenario scenario) {
    Trace trace = Simulation.run(scenario).trace();
    List<EhHook> hooks = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.event(i).fact() instanceof EhFact.HookCalled called) {
        hooks.add(called.hook());
      }
    }
    return hooks;
  }

  /** One read is lost, and nothing helps but the last rung. */
  private static Scenario lost(String driver) {
    return new ScenarioReader(CATALOG)
        .readText(
            "t",
            """
            name: t
            title: A read is lost
            until: 300s
            machine:
              hosts:
                - {driver: %s, disks: [{at: 0:0:0:0, timeout: 5s, eh_timeout: 5s}]}
            workload:
              - {label: a, device: 0:0:0:0, op: read, length: 4KiB, repeat: 3, gap: 1s}
            faults:
              - {id: lost, on: 0:0:0:0, mute: {}, opcode: READ_10, until: 100s}
            """.formatted(driver),
            List.of())
        .orThrow();
  }
}
