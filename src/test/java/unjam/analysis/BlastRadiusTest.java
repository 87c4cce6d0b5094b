package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.BlastRadius.Level;
import unjam.analysis.BlastRadius.Part;
import unjam.analysis.BlastRadius.Reason;
import unjam.analysis.BlastRadius.Standing;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;

/** Who is hurt by a fault of its own, and who only by a rule. */
class BlastRadiusTest {

  private static final long SECOND = 1_000_000_000L;
  private static final OpenRun TWO_HOSTS = open("two-hosts");
  private static final OpenRun ISCSI = open("iscsi-seed");

  private static OpenRun open(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private static BlastRadius at(OpenRun run, long nanos) {
    return BlastReader.of(run.timeline(), run.passes()).at(run.timeline().at(nanos));
  }

  private static Reason reason(BlastRadius radius, Level level, String name) {
    return part(radius, level, name).reason();
  }

  private static Part part(BlastRadius radius, Level level, String name) {
    return radius.of(level).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beforeAnythingIsWrongNobodyIsHurt() {
    assertThat(at(Runs.opening(), SECOND).parts())
        .allSatisfy(
            each -> {
              assertThat(each.reason()).isEqualTo(Reason.NONE);
              assertThat(each.sinceNanos()).isEqualTo(-1);
            });
  }

  /** While the command still runs, its disk hurts nobody but who asked it. */
  @Test
  void aSilentDiskHurtsItsOwnApplicationFirst() {
    BlastRadius radius = at(Runs.opening(), 20 * SECOND);
    assertThat(reason(radius, Level.LUN, "sda")).isEqualTo(Reason.SILENT);
    assertThat(part(radius, Level.LUN, "sda").sinceNanos()).isBetween(2 * SECOND, 3 * SECOND);
    assertThat(reason(radius, Level.LUN, "sdb")).isEqualTo(Reason.NONE);
    assertThat(reason(radius, Level.HOST, "host0")).isIn(Reason.NONE, Reason.PARTLY);
    assertThat(reason(radius, Level.SERVICE, "app-a")).isEqualTo(Reason.WAITS_FOR_FAULT);
    assertThat(reason(radius, Level.SERVICE, "app-b")).isEqualTo(Reason.NONE);
  }

  /** The recovery of the host holds two disks that nothing is wrong with. */
  @Test
  void aRecoveryHurtsHealthyDisksByRule() {
    BlastRadius radius = at(Runs.opening(), 75 * SECOND);
    long shut = part(radius, Level.HOST, "host0").sinceNanos();
    assertThat(reason(radius, Level.HOST, "host0")).isEqualTo(Reason.RECOVERY);
    assertThat(reason(radius, Level.LUN, "sda")).isEqualTo(Reason.SILENT);
    assertThat(reason(radius, Level.LUN, "sdb")).isEqualTo(Reason.HOST_IN_RECOVERY);
    assertThat(part(radius, Level.LUN, "sdb").sinceNanos()).isEqualTo(shut);
    assertThat(reason(radius, Level.SERVICE, "app-b")).isEqualTo(Reason.WAITS_FOR_RULE);
    assertThat(reason(radius, Level.NODE, "")).isEqualTo(Reason.ALL);
    assertThat(radius.count(Level.LUN, Standing.BY_RULE)).isEqualTo(2);
    assertThat(radius.count(Level.LUN, Standing.BY_FAULT)).isEqualTo(1);
  }

  @Test
  void aRecoveryDoesNotReachAnotherHost() {
    EhPass pass = TWO_HOSTS.passes().all().getFirst();
    BlastRadius radius = at(TWO_HOSTS, (pass.shut() + pass.open()) / 2);
    assertThat(reason(radius, Level.HOST, "host0")).isEqualTo(Reason.RECOVERY);
    assertThat(reason(radius, Level.HOST, "host1")).isEqualTo(Reason.NONE);
    assertThat(reason(radius, Level.LUN, "sdb")).isEqualTo(Reason.HOST_IN_RECOVERY);
    assertThat(reason(radius, Level.LUN, "sdc")).isEqualTo(Reason.NONE);
    assertThat(reason(radius, Level.NODE, "")).isEqualTo(Reason.PARTLY);
  }

  /** Every LUN of a session goes with it, and only one of them is to blame. */
  @Test
  void aLostSessionTakesAllItsLuns() {
    BlastRadius radius = at(ISCSI, 75 * SECOND);
    assertThat(reason(radius, Level.SESSION, "session1")).isEqualTo(Reason.LOST);
    assertThat(reason(radius, Level.LUN, "sda")).isEqualTo(Reason.SILENT);
    assertThat(reason(radius, Level.LUN, "sdb")).isEqualTo(Reason.TRANSPORT_OFFLINE);
    assertThat(part(radius, Level.LUN, "sda").sinceNanos())
        .isLessThan(part(radius, Level.LUN, "sdb").sinceNanos());
  }

  @Test
  void theInsideOfEveryPartIsFurtherIn() {
    for (OpenRun run : List.of(TWO_HOSTS, ISCSI)) {
      BlastRadius radius = at(run, 20 * SECOND);
      for (Part part : radius.parts()) {
        assertThat(part.inside())
            .allSatisfy(
                each ->
                    assertThat(radius.parts().get(each).level()).isLessThan(part.level()));
      }
      assertThat(radius.of(Level.NODE)).hasSize(1);
    }
    assertThat(at(TWO_HOSTS, 0).of(Level.SESSION)).isEmpty();
  }
}
