package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.analysis.CostFigure;
import unjam.scenario.Scenario;

/**
 * A sweep as far as it has come; immutable.
 *
 * @param request its number; answers to an earlier one are stale
 * @param stand how far it is
 * @param wish what was asked for
 * @param base the scenario that it was asked for, null if nothing was
 * @param plan what is run, null if nothing is
 * @param results what is known, while it runs in no particular order
 * @param flaws why nothing is run
 * @param figure what is shown of each run
 */
public record Survey(
    int request,
    Stand stand,
    SweepWish wish,
    @Nullable Scenario base,
    Sweep.@Nullable Plan plan,
    List<Sweep.Result> results,
    List<SweepFlaw> flaws,
    CostFigure figure) {

  /** Nothing has been asked for. */
  public static final Survey NONE =
      new Survey(
          0, Stand.NOTHING, SweepWish.FIRST, null, null, List.of(), List.of(),
          CostFigure.LONGEST);

  public Survey {
    results = List.copyOf(results);
    flaws = List.copyOf(flaws);
  }

  /** How far a sweep is. */
  public enum Stand {
    NOTHING,
    RUNNING,
    /** Somebody has stopped it. */
    STOPPED,
    /** It could not be begun, or it could not be finished. */
    REFUSED,
    DONE
  }

  /** What is run or has been run. */
  public Optional<Sweep.Plan> planned() {
    return Optional.ofNullable(plan);
  }

  public boolean isRunning() {
    return stand == Stand.RUNNING;
  }

  /** Whether it is about this scenario, and not about what the scenario was before a change. */
  public boolean isAbout(Scenario scenario) {
    return scenario.equals(base);
  }

  Survey asked(SweepWish asked, Scenario scenario) {
    return new Survey(
        request + 1, Stand.RUNNING, asked, scenario, null, List.of(), List.of(), figure);
  }

  Survey with(Sweep.Plan made) {
    return new Survey(request, stand, wish, base, made, results, flaws, figure);
  }

  Survey with(CostFigure shown) {
    return new Survey(request, stand, wish, base, plan, results, flaws, shown);
  }

  Survey with(List<Sweep.Result> more) {
    List<Sweep.Result> all = new ArrayList<>(results);
    all.addAll(more);
    return new Survey(request, stand, wish, base, plan, all, flaws, figure);
  }

  Survey ended(List<Sweep.Result> all) {
    return new Survey(request, Stand.DONE, wish, base, plan, all, flaws, figure);
  }

  Survey refused(List<SweepFlaw> why) {
    return new Survey(request, Stand.REFUSED, wish, base, plan, results, why, figure);
  }

  /** What is still on its way is stale; what has come stays. */
  Survey stopped() {
    return new Survey(
        request + 1, Stand.STOPPED, wish, base, plan, results, flaws, figure);
  }

  /** Another scenario is open: nothing is known about it, but what one wants to know stays. */
  Survey elsewhere() {
    return new Survey(
        request + 1, Stand.NOTHING, wish, null, null, List.of(), List.of(), figure);
  }
}
