package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.kernel.Simulation;
import unjam.scenario.Above;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scsi.Hctl;

/** What lies above disks comes and goes. */
class StackingTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final Hctl FIRST = new Hctl(0, 0, 0, 0);
  private static final Hctl SECOND = new Hctl(0, 0, 1, 0);

  private static Scenario scenario(String name) {
    return CATALOG.scenario(name).orElseThrow();
  }

  private static Scenario twoDisks() {
    return Topology.withDisk(scenario("late-answer"), 0);
  }

  private static List<String> problems(Scenario scenario) {
    return new ScenarioReader(CATALOG)
        .readText("t", new ScenarioWriter(CATALOG).write(scenario), List.of())
        .problems().stream()
        .map(Problem::message)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Stacking.Kind.class)
  void whateverIsMadeOfTwoDisksCanBeReadAndRun(Stacking.Kind kind) {
    Scenario more = Stacking.with(twoDisks(), kind, List.of(FIRST, SECOND));
    assertThat(more.above()).hasSize(1);
    assertThat(problems(more)).isEmpty();
    assertThat(Simulation.run(more).trace().ioNames())
        .contains("reader-" + more.above().getFirst().name());
  }

  @Test
  void whatIsImpossibleIsSaidByTheReader() {
    Scenario lone =
        Stacking.with(twoDisks(), Stacking.Kind.RAID1, List.of(FIRST));
    assertThat(problems(lone))
        .contains("legs: there are 1 disks; 2 to 2 make sense");
    Scenario once =
        Stacking.with(twoDisks(), Stacking.Kind.RAID1, List.of(FIRST, SECOND));
    assertThat(problems(Stacking.with(once, Stacking.Kind.EXT4, List.of(FIRST))))
        .contains("on: 0:0:0:0 is taken already; a disk has one place only");
    assertThat(problems(Stacking.with(twoDisks(), Stacking.Kind.STORE, List.of())))
        .isNotEmpty();
  }

  @Test
  void whatIsTakenAwayTakesItsApplicationsWithIt() {
    Scenario before = scenario("raid1-failfast");
    Scenario after = Stacking.without(before, "md0");
    assertThat(after.above()).isEmpty();
    assertThat(after.workload()).isEmpty();
    assertThat(problems(after)).isEmpty();
  }

  @Test
  void aMirrorAndAMapHaveTheirSettings() {
    Scenario patient = Stacking.withFailFast(scenario("raid1-failfast"), "md0", false);
    assertThat(patient.above().getFirst())
        .isInstanceOfSatisfying(Above.Raid1.class, raid -> assertThat(raid.failFast()).isFalse());
    Scenario map = scenario("multipath-two-paths");
    String name = map.above().getFirst().name();
    assertThat(Stacking.withNoPath(map, name, Above.NoPath.QUEUE).above().getFirst())
        .isInstanceOfSatisfying(
            Above.Multipath.class,
            each -> assertThat(each.noPath()).isEqualTo(Above.NoPath.QUEUE));
  }

  /** A disk or a reader more changes nothing of what lies above. */
  @Test
  void layersStayWhenAMachineGrows() {
    Scenario before = scenario("raid1-failfast");
    assertThat(Topology.withDisk(before, 0).above()).isEqualTo(before.above());
    Scenario more = Topology.withReader(Topology.withDisk(before, 0), new Hctl(0, 0, 1, 0));
    assertThat(more.above()).isEqualTo(before.above());
    assertThat(problems(more)).isEmpty();
  }

  @Test
  void aDiskThatGoesTakesAMirrorWithIt() {
    Scenario before = Topology.withDisk(scenario("raid1-failfast"), 0);
    Scenario after = Topology.withoutDisk(before, FIRST);
    assertThat(after.above()).isEmpty();
    assertThat(after.workload()).extracting(Stream::above).allMatch(each -> each.isEmpty());
    assertThat(problems(after)).isEmpty();
  }
}
