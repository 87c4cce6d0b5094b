package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.kernel.Simulation;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scsi.Hctl;

/** Machines that are a little larger or smaller. */
class TopologyTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static Scenario scenario() {
    return CATALOG.scenario("seed-slow-disk").orElseThrow();
  }

  private static List<String> disks(Scenario scenario) {
    return scenario.machine().hosts().stream()
        .flatMap(each -> each.disks().stream())
        .map(each -> each.name() + " " + each.at())
        .toList();
  }

  /** Whatever comes out can be written, read back and run. */
  private static void isWhole(Scenario changed) {
    String text = new ScenarioWriter(CATALOG).write(changed);
    assertThat(new ScenarioReader(CATALOG).readText("t", text, List.of()).orThrow())
        .isEqualTo(changed);
    assertThat(Simulation.run(changed).trace().size()).isPositive();
  }

  @Test
  void aDiskComesWithTheNextNameOnATargetOfItsOwn() {
    Scenario more = Topology.withDisk(scenario(), 0);
    assertThat(disks(more))
        .containsExactly("sda 0:0:0:0", "sdb 0:0:1:0", "sdc 0:0:2:0", "sdd 0:0:3:0");
    isWhole(more);
  }

  @Test
  void aHostComesWithADiskLikeTheFirst() {
    Scenario more = Topology.withHost(scenario());
    assertThat(disks(more)).endsWith("sdd 1:0:0:0");
    assertThat(more.machine().hosts().get(1).driver())
        .isEqualTo(more.machine().hosts().get(0).driver());
    isWhole(more);
  }

  @Test
  void namesGoOnBeyondZ() {
    Scenario many = scenario();
    for (int i = 0; i < 25; i++) {
      many = Topology.withDisk(many, 0);
    }
    assertThat(many.machine().hosts().getFirst().disks())
        .extracting(Disk::name)
        .contains("sdz", "sdaa", "sdab")
        .doesNotHaveDuplicates();
  }

  @Test
  void readersHaveNamesOfTheirOwn() {
    Hctl sdb = new Hctl(0, 0, 1, 0);
    Scenario more = Topology.withReader(Topology.withReader(scenario(), sdb), sdb);
    assertThat(more.workload()).extracting(Stream::label).endsWith("reader-1", "reader-2");
    isWhole(more);
  }

  @Test
  void whatHungOnADiskGoesWithIt() {
    Scenario less = Topology.withoutDisk(scenario(), new Hctl(0, 0, 0, 0));
    assertThat(disks(less)).containsExactly("sdb 0:0:1:0", "sdc 0:0:2:0");
    assertThat(less.workload()).extracting(Stream::label).containsExactly("app-b", "app-c");
    assertThat(less.faults()).extracting(FaultRule::id).isEmpty();
    isWhole(less);
  }

  @Test
  void theLastDiskOfAHostStaysAndAHostThatIsNotThereIsTold() {
    Scenario one = CATALOG.scenario("zombie-disk").orElseThrow();
    assertThat(Topology.withoutDisk(one, new Hctl(0, 0, 0, 0))).isEqualTo(one);
    assertThatThrownBy(() -> Topology.withDisk(one, 7)).hasMessage("there is no host7");
  }

  @Test
  void anotherDriverHasOtherRungs() {
    Scenario other =
        Topology.withDriver(scenario(), 0, CATALOG.driver("scsi_debug", "6.12").orElseThrow());
    assertThat(other.machine().hosts().getFirst().driver().name()).isEqualTo("scsi_debug");
    isWhole(other);
  }
}
