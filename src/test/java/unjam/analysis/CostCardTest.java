package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.app.Variants;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;
import unjam.scsi.EhHook;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;

/** What runs cost, and where two of them part. */
class CostCardTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static OpenRun run(String scenario) {
    return SimulationService.openNow(CATALOG, scenario).orElseThrow();
  }

  private static OpenRun run(String scenario, String... settings) {
    Scenario as = CATALOG.scenario(scenario).orElseThrow();
    if (Variants.of(CATALOG, as, List.of(settings)) instanceof Read.Good<Scenario>(Scenario s)) {
      return OpenRun.of(s, Simulation.run(s).trace());
    }
    throw new AssertionError("cannot be set: " + List.of(settings));
  }

  private static CostCard cost(OpenRun run) {
    return CostReader.of(run.timeline(), run.passes());
  }

  /** Two healthy disks are dragged along, and no application is told anything. */
  @Test
  void theOpeningStoryHurtsTwoHealthyDisksAndTellsNobody() {
    CostCard cost = cost(run("seed-slow-disk"));
    assertThat(cost.errors()).isZero();
    assertThat(cost.unanswered()).isZero();
    assertThat(cost.longest()).isBetween(100 * SECOND, 120 * SECOND);
    assertThat(cost.stops()).isEqualTo(1);
    assertThat(cost.hurt()).extracting(CostCard.Hurt::device).containsExactly(1, 2);
    assertThat(cost.hurtNanos()).isLessThanOrEqualTo(2 * cost.stopped());
    assertThat(cost.offline()).isEmpty();
  }

  /** Every disk of the session waits for one that is slow. */
  @Test
  void aSessionThatIsBlockedHurtsItsOtherDisks() {
    CostCard cost = cost(run("iscsi-stock"));
    assertThat(cost.hurt()).extracting(CostCard.Hurt::device).containsExactly(1);
    assertThat(cost.hurtNanos()).isGreaterThan(100 * SECOND);
  }

  /** The same disk under fail fast: errors instead of waits, and late answers nobody waits for. */
  @Test
  void failingFastTradesWaitsForErrors() {
    CostCard slow = cost(run("seed-slow-disk"));
    CostCard fast =
        cost(run("seed-slow-disk", "device/timeout=7", "scsi_disk/max_retries=0"));
    assertThat(fast.longest()).isLessThan(slow.longest() / 5);
    assertThat(fast.errors()).isPositive();
    assertThat(fast.hurt()).isEmpty();
    assertThat(fast.lateAnswers()).isGreaterThan(slow.lateAnswers());
  }

  @Test
  void aDiskThatIsGivenUpIsOfflineAtTheEnd() {
    CostCard cost = cost(run("zombie-disk"));
    assertThat(cost.offline()).containsExactly(0);
    assertThat(cost.errors()).as("of the read, and of who cannot even open it").isEqualTo(2);
    assertThat(cost.longest()).isEqualTo(cost.total()).isEqualTo(cost.p99());
  }

  @ParameterizedTest
  @ValueSource(strings = {"healthy", "growing-slow"})
  void whereNothingIsGivenUpNothingIsRepaired(String scenario) {
    CostCard cost = cost(run(scenario));
    if (cost.timeouts() == 0) {
      assertThat(cost.repair()).isZero();
      assertThat(cost.stops()).isZero();
    }
    assertThat(cost.p99()).isLessThanOrEqualTo(cost.longest());
  }

  /** Three reads have their data from another copy; two answers came that nobody waited for. */
  @Test
  void whatIsServedElsewhereIsCounted() {
    CostCard cost = cost(run("replicated-hedged"));
    assertThat(cost.elsewhere()).isEqualTo(3);
    assertThat(cost.errors()).isZero();
    assertThat(cost.longest()).isLessThan(SECOND / 4);
    assertThat(cost.lateAnswers()).isGreaterThanOrEqualTo(3);
    assertThat(cost(run("seed-slow-disk")).elsewhere()).isZero();
  }

  @Test
  void aRunIsLikeItself() {
    assertThat(Divergence.of(run("zombie-disk").trace(), run("zombie-disk").trace())).isEmpty();
  }

  /** A healthy disk does not notice how long it may take. */
  @Test
  void aSettingThatIsNeverAskedMakesNoDifference() {
    assertThat(
            Divergence.of(
                run("healthy").trace(), run("healthy", "scsi_disk/max_retries=0").trace()))
        .isEmpty();
  }

  /** One of five retries is allowed, one of none is not; up to there both are one run. */
  @Test
  void retriesPartWhereTheyAreAskedFor() {
    OpenRun five = run("lost-command");
    OpenRun none = run("lost-command", "scsi_disk/max_retries=0");
    Optional<Divergence> parting = Divergence.of(five.trace(), none.trace());
    assertThat(parting).isPresent();
    assertThat(parting.get().nanos()).isGreaterThan(30 * SECOND);
    assertThat(none.trace().function(parting.get().right()))
        .isNotEqualTo(KernelFunction.BLK_MQ_SUBMIT_BIO);
    assertThat(five.trace().nanos(parting.get().left())).isEqualTo(parting.get().nanos());
  }

  /** The earlier timer is the first difference. */
  @Test
  void timeoutsPartWhenTheFirstTimerIsSet() {
    OpenRun thirty = run("lost-command");
    OpenRun seven = run("lost-command", "device/timeout=7");
    assertThat(Divergence.of(thirty.trace(), seven.trace()))
        .hasValueSatisfying(
            each -> assertThat(each.nanos()).isGreaterThan(SECOND).isLessThan(9 * SECOND));
  }

  /** Nobody has taken it back: the target has the read until its backstore answers. */
  @Test
  void aTargetStillOwnsWhatTheInitiatorHasGivenUp() {
    CostCard cost = cost(run("iscsi-seed"));
    assertThat(cost.owned()).isEqualTo(1);
    assertThat(cost.ownedNanos()).isBetween(7 * SECOND, 9 * SECOND);
    assertThat(cost.lateBytes()).isEqualTo(4096);
  }

  /** The store has its data after 200 ms; the disk has the read until its abort or its answer. */
  @Test
  void aReadThatWasServedElsewhereIsStillOwnedBelow() {
    CostCard cost = cost(run("replicated-hedged"));
    assertThat(cost.owned()).isGreaterThanOrEqualTo(3);
    assertThat(cost.ownedNanos()).isGreaterThan(30 * SECOND);
    assertThat(cost.lateBytes()).isPositive();
  }

  /** An abort that works is the end of it: nothing is owned, however soon the error is told. */
  @Test
  void aConfirmedAbortLeavesNothingBehind() {
    CostCard cost = cost(run("lost-command-fail-fast"));
    assertThat(cost.errors()).isEqualTo(1);
    assertThat(cost.owned()).isZero();
    assertThat(cost(run("healthy")).owned()).isZero();
  }

  /** Nothing ever confirmed that the disk has let go: it owns the buffer until the end. */
  @Test
  void whereEveryResetFailedTheDriverOwnsItForEver() {
    OpenRun run = run("every-reset-fails");
    CostCard cost = cost(run);
    assertThat(cost.owned()).isEqualTo(1);
    assertThat(cost.ownedNanos()).isGreaterThan(run.trace().endNanos() - cost.longest() - SECOND);
  }

  /**
   * Two TEST UNIT READYs' aborts, the command's own abort and two rungs: five functions that nobody
   * answers cost five resets of the adapter, beside the three that the ladder asks for
   * (drivers/scsi/mpt3sas/mpt3sas_scsih.c: mpt3sas_scsih_issue_tm).
   */
  @Test
  void resetsThatADriverMakesByItselfAreCounted() {
    OpenRun run = run("sas-mute-firmware");
    long byItself =
        run.trace().events().stream()
            .filter(each -> each.function() == KernelFunction.MPT3SAS_BASE_HARD_RESET_HANDLER)
            .filter(each -> each.fact() instanceof EhFact.AdapterReset)
            .count();
    long asked =
        run.trace().events().stream()
            .filter(
                each ->
                    each.fact() instanceof EhFact.HookCalled called
                        && called.hook() != EhHook.EH_ABORT_HANDLER)
            .count();

    assertThat(byItself).isEqualTo(5);
    assertThat(cost(run).resets()).isEqualTo((int) (byItself + asked));
  }
}
