package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scsi.Hctl;
import unjam.scsi.ServiceTime;

/** Settings of a command line: KEY=VALUE laid over a file. */
class OverridesTest {

  private static final ScenarioReader READER = new ScenarioReader(Catalog.ofClassPath());

  private static final String TWO_DISKS =
      """
      name: t
      title: T
      until: 10s
      machine:
        hosts:
          - driver: scsi_debug
            disks: [{at: 0:0:0:0, timeout: 20s}, {at: 0:0:1:0, name: sdq}]
      workload:
        - {label: r1, device: 0:0:0:0}
      """;

  @Test
  void aPathReachesAnyKeyWhetherItIsThereOrNot() {
    Scenario scenario = with("seed=7", "until=20s", "limits.events=99", "workload.0.repeat=5");
    assertThat(scenario.seed()).isEqualTo(7);
    assertThat(scenario.until()).isEqualTo(SimTime.ofSeconds(20));
    assertThat(scenario.limits().maxEvents()).isEqualTo(99);
    assertThat(scenario.workload().getFirst().repeat()).isEqualTo(5);
  }

  @Test
  void anItemOfAListIsFoundByItsNumberNameOrLabel() {
    Scenario scenario =
        with(
            "machine.hosts.0.disks.0.timeout=5s",
            "machine.hosts.0.disks.sdq.timeout=6s",
            "workload.r1.threads=3");
    assertThat(disk(scenario, "0:0:0:0").timeoutSeconds()).isEqualTo(5);
    assertThat(disk(scenario, "0:0:1:0").timeoutSeconds()).isEqualTo(6);
    assertThat(scenario.workload().getFirst().threads()).isEqualTo(3);
  }

  @Test
  void aValueIsYaml() {
    Scenario scenario = with("machine.hosts.0.disks.0.service={uniform: [1ms, 2ms]}");
    assertThat(disk(scenario, "0:0:0:0").service())
        .isEqualTo(new ServiceTime.Uniform(1_000_000, 2_000_000));
  }

  @Test
  void aKnobIsSetForAllThatHaveIt() {
    Scenario scenario =
        with("device/timeout=5", "scsi_host/eh_deadline=10", "scsi_disk/allow_restart=1");
    for (Disk disk : scenario.machine().hosts().getFirst().disks()) {
      assertThat(disk.timeoutSeconds()).isEqualTo(5);
      assertThat(disk.allowRestart()).isTrue();
    }
    assertThat(scenario.machine().hosts().getFirst().ehDeadline()).isEqualTo(Optional.of(10));
  }

  @Test
  void theLaterSettingWins() {
    assertThat(with("seed=1", "seed=2").seed()).isEqualTo(2);
    assertThat(disk(with("queue/io_timeout=7000", "device/timeout=8"), "0:0:0:0").timeoutSeconds())
        .isEqualTo(8);
  }

  @Test
  void aPolicyYieldsToWhatIsWrittenThere() {
    Scenario scenario = with("policy=fail-fast");
    assertThat(disk(scenario, "0:0:0:0").timeoutSeconds()).isEqualTo(20);
    assertThat(disk(scenario, "0:0:1:0").timeoutSeconds()).isEqualTo(7);
    assertThat(disk(scenario, "0:0:1:0").maxRetries()).isZero();
  }

  @Test
  void aWrongSettingIsNamedByItself() {
    assertThat(
            problems(
                "seed", "colour=red", "seed=x", "until=", "device/timout=5", "device/timeout=5s",
                "scsi_host/eh_deadline=-3", "machine.hosts.7.driver=x", "workload.r2.repeat=5",
                "title.x=1", "seed=[", "a..b=1", "scsi_disk/max_retries=6"))
        .containsExactly(
            "--set a..b=1: a key is words with single dots between them",
            "--set colour=red: unknown key \"colour\" in scenario; known keys: above, faults,"
                + " interventions, kernel, limits, machine, name, policy, seed, title, until,"
                + " workload",
            "--set device/timeout=5s: device/timeout takes whole seconds without a unit, found"
                + " \"5s\"",
            "--set device/timout=5: there is no knob \"device/timout\"; did you mean"
                + " \"device/timeout\"?",
            "--set machine.hosts.7.driver=x: machine.hosts has no item \"7\"; it has 0 to 0",
            "--set scsi_disk/max_retries=6: max_retries: 6 is out of range; write -1 to 5",
            "--set scsi_host/eh_deadline=-3: scsi_host/eh_deadline takes off, or whole seconds"
                + " without a unit, found \"-3\"",
            "--set seed: a setting is KEY=VALUE, for example seed=7 or device/timeout=5",
            "--set seed=[: this is not YAML: expected the node content, but found '<stream end>'"
                + " (while parsing a flow node)",
            "--set seed=x: seed: write a whole number in decimal, found \"x\"",
            "--set title.x=1: title is the single value \"T\" and has no key \"x\"",
            "--set until=: until has no value; write one, or leave the key out",
            "--set workload.r2.repeat=5: workload has no item \"r2\"; it has 0 to 0, named r1");
  }

  @Test
  void settingsWorkOnAnyScenarioThatWasWritten() {
    Scenario scenario = with();
    String text = new ScenarioWriter(Catalog.ofClassPath()).write(scenario);
    assertThat(READER.readText("again", text, List.of("seed=7")).orThrow())
        .isEqualTo(scenario.withSeed(7));
  }

  private static Scenario with(String... settings) {
    return READER.readText("t.yaml", TWO_DISKS, List.of(settings)).orThrow();
  }

  private static List<String> problems(String... settings) {
    return READER.readText("t.yaml", TWO_DISKS, List.of(settings)).problems().stream()
        .map(Problem::text)
        .toList();
  }

  private static Disk disk(Scenario scenario, String at) {
    return scenario.machine().disk(Hctl.parse(at)).orElseThrow();
  }
}
