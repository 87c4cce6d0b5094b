package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import unjam.analysis.CostFigure;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.scenario.Scenario;

/** Many runs of one scenario. */
class SweepTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final Sweep.Axis TIMEOUT =
      new Sweep.Axis("device/timeout", List.of("5", "10", "20"));
  private static final Sweep.Axis RETRIES =
      new Sweep.Axis("scsi_disk/max_retries", List.of("0", "5"));

  private static Scenario scenario() {
    return CATALOG.scenario("lost-command").orElseThrow();
  }

  private static Sweep.Plan plan(int seeds, Sweep.Axis... axes) {
    if (Sweep.plan(CATALOG, scenario(), List.of(axes), seeds)
        instanceof Read.Good<Sweep.Plan>(Sweep.Plan plan)) {
      return plan;
    }
    throw new AssertionError("no plan");
  }

  @Test
  void everyCombinationIsRunWithEverySeedTheFirstAxisSlowest() {
    Sweep.Plan plan = plan(2, TIMEOUT, RETRIES);
    assertThat(plan.cells())
        .extracting(Sweep.Cell::values)
        .containsExactly(
            List.of("5", "0"), List.of("5", "5"), List.of("10", "0"), List.of("10", "5"),
            List.of("20", "0"), List.of("20", "5"));
    List<Sweep.Result> results = Sweep.run(plan, 1, each -> {}, () -> false);
    assertThat(results).hasSize(plan.runs()).hasSize(12);
    long seed = scenario().seed();
    assertThat(results.subList(0, 3))
        .extracting(Sweep.Result::seed)
        .containsExactly(seed, seed + 1, seed);
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Sweep.Plan plan = plan(5, TIMEOUT, RETRIES);
    List<Sweep.Result> alone = Sweep.run(plan, 1, each -> {}, () -> false);
    assertThat(Sweep.run(plan, 2, each -> {}, () -> false)).isEqualTo(alone);
    assertThat(Sweep.run(plan, 7, each -> {}, () -> false)).isEqualTo(alone);
  }

  /** The longer the timeout, the longer the wait; without retries the caller is told an error. */
  @Test
  void theTimeoutIsTheWait() {
    List<Sweep.Result> results =
        Sweep.run(plan(1, TIMEOUT, RETRIES), 2, each -> {}, () -> false);
    assertThat(results)
        .extracting(each -> CostFigure.ERRORS.of(each.cost()))
        .containsExactly(1L, 0L, 1L, 0L, 1L, 0L);
    assertThat(results)
        .extracting(each -> CostFigure.LONGEST.of(each.cost()))
        .isSorted()
        .allSatisfy(each -> assertThat(each).isGreaterThan(5_000_000_000L));
  }

  @Test
  void progressIsToldForEveryRunAndStoppingStops() {
    AtomicInteger told = new AtomicInteger();
    Sweep.Plan plan = plan(3, TIMEOUT);
    Sweep.run(plan, 2, each -> told.incrementAndGet(), () -> false);
    assertThat(told).hasValue(plan.runs());
    assertThat(Sweep.run(plan, 2, each -> {}, () -> true)).isEmpty();
  }

  @Test
  void everyValueThatMakesNoSenseIsTold() {
    Read<Sweep.Plan> read =
        Sweep.plan(
            CATALOG, scenario(),
            List.of(new Sweep.Axis("device/timeout", List.of("5", "soon", "-3"))), 1);
    assertThat(read.problems())
        .extracting(Problem::file)
        .anyMatch(each -> each.contains("soon"))
        .anyMatch(each -> each.contains("-3"));
  }
}
