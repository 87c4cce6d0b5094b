package unjam.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;

/**
 * Runs scenarios away from whoever asks, and answers with actions. A run that nobody waits for any
 * more is stopped.
 */
public final class SimulationService {

  private static final String FAIL_FAST = "fail-fast";
  private static final String DEFAULT = "default";

  private final Catalog catalog;
  private final Executor worker;
  private final Consumer<Action> answer;

  /** Written by whoever asks, read by the worker now and then: the run that is wanted. */
  private volatile int wanted;

  /** A run that has not been asked for yet, null if there is none. */
  private @Nullable Ahead ahead;

  private record Ahead(String scenario, CompletableFuture<Optional<OpenRun>> run) {}

  /**
   * @param catalog where scenarios come from
   * @param worker what runs them: {@link #ownThread()} in the application
   * @param answer takes the answers, on the worker's thread
   */
  public SimulationService(Catalog catalog, Executor worker, Consumer<Action> answer) {
    this.catalog = catalog;
    this.worker = worker;
    this.answer = answer;
  }

  /** One thread that does not keep the application alive. */
  public static ExecutorService ownThread() {
    return Executors.newSingleThreadExecutor(
        task -> Thread.ofPlatform().daemon().name("simulation").unstarted(task));
  }

  /** Does what a reducer wants to have done, as far as it is a run. */
  public void perform(Effect effect) {
    switch (effect) {
      case Effect.Run run -> later(run.request(), () -> named(run));
      case Effect.RunFile run -> later(run.request(), () -> inFile(run));
      case Effect.Rerun run ->
          later(
              run.request(),
              () ->
                  run(run.request(), run.scenario())
                      .ifPresent(
                          done -> answer.accept(new Action.Reran(run.request(), done))));
      case Effect.RunRival rival -> worker.execute(() -> rival(rival));
      case Effect.RunVariant variant -> worker.execute(() -> variant(variant));
      case Effect.Study study -> worker.execute(() -> study(study));
      case Effect.Sweep sweep -> {}
      case Effect.StopSweep stop -> {}
      case Effect.Lesson lesson -> {}
      case Effect.Save save -> {}
      case Effect.KeepPolicy keep -> {}
    }
  }

  /** It is another run of what is open, so it does not make that one stale. */
  private void rival(Effect.RunRival asked) {
    if (asked.request() != wanted) {
      return;
    }
    boolean fast = isUnder(asked.scenario(), FAIL_FAST);
    String policy = fast ? DEFAULT : FAIL_FAST;
    String own =
        fast ? FAIL_FAST
            : catalog.policies().stream()
                .filter(each -> isUnder(asked.scenario(), each))
                .findFirst()
                .orElse("");
    under(asked.scenario(), policy).ifPresent(other -> rival(asked, other, policy, own));
  }

  private void rival(
      Effect.RunRival asked, Variants.Under other, String policy, String own) {
    run(asked.request(), other.scenario())
        .ifPresent(
            run -> {
              answer.accept(
                  new Action.RivalRan(
                      asked.request(),
                      new Rival(Rival.Kind.POLICY, policy, own, run.studied())));
              if (!other.refused().isEmpty()) {
                answer.accept(new Action.Complain(other.refused()));
              }
            });
  }

  private void variant(Effect.RunVariant asked) {
    switch (Variants.of(catalog, asked.scenario(), asked.settings())) {
      case Read.Bad<Scenario>(List<Problem> problems) ->
          answer.accept(new Action.RunFailed(asked.request(), problems));
      case Read.Good<Scenario>(Scenario scenario) ->
          run(asked.request(), scenario)
              .ifPresent(
                  run ->
                      answer.accept(
                          new Action.RivalRan(
                              asked.request(),
                              new Rival(
                                  Rival.Kind.SETTING, String.join(", ", asked.settings()), "",
                                  run.studied()))));
    }
  }

  private boolean isUnder(Scenario scenario, String policy) {
    return under(scenario, policy)
        .filter(each -> each.scenario().equals(scenario))
        .isPresent();
  }

  private Optional<Variants.Under> under(Scenario scenario, String policy) {
    return catalog.policy(policy).map(each -> Variants.under(catalog, scenario, each));
  }

  private void study(Effect.Study asked) {
    Findings.of(asked.run(), () -> asked.request() != wanted)
        .ifPresent(found -> answer.accept(new Action.Studied(asked.request(), found)));
  }

  /**
   * Makes a run that somebody is going to ask for first, so that it is there by then. If it cannot
   * be made, whoever asks for it is told.
   */
  public void prepare(String scenario) {
    ahead =
        new Ahead(
            scenario,
            CompletableFuture.supplyAsync(() -> openNow(catalog, scenario), worker)
                .exceptionally(mistake -> Optional.empty()));
  }

  private void later(int request, Runnable run) {
    wanted = request;
    worker.execute(
        () -> {
          if (request == wanted) {
            run.run();
          }
        });
  }

  private void named(Effect.Run asked) {
    Optional<OpenRun> made = takeAhead(asked.scenario());
    if (made.isPresent()) {
      answer.accept(new Action.RunFinished(asked.request(), made.get()));
      return;
    }
    Optional<Scenario> scenario = catalog.scenario(asked.scenario());
    if (scenario.isEmpty()) {
      refuse(
          asked.request(), asked.scenario(),
          "is no scenario of the catalog; "
              + catalog.scenarioLike(asked.scenario(), List.of()));
      return;
    }
    run(asked.request(), scenario.get())
        .ifPresent(done -> answer.accept(new Action.RunFinished(asked.request(), done)));
  }

  /** It was put on the same thread's list of work before, so it is done by now. */
  private Optional<OpenRun> takeAhead(String scenario) {
    Ahead made = ahead;
    ahead = null;
    return made != null && made.scenario().equals(scenario)
        ? made.run().getNow(Optional.empty())
        : Optional.empty();
  }

  private void inFile(Effect.RunFile asked) {
    switch (new ScenarioReader(catalog).readFile(asked.file())) {
      case Read.Bad<Scenario>(List<Problem> problems) ->
          answer.accept(new Action.RunFailed(asked.request(), problems));
      case Read.Good<Scenario>(Scenario scenario) ->
          run(asked.request(), scenario)
              .ifPresent(
                  done ->
                      answer.accept(
                          new Action.RunFinished(
                              asked.request(), done, Optional.of(asked.file()))));
    }
  }

  /** Empty if it was refused, or if nobody waits for it any more. */
  private Optional<OpenRun> run(int request, Scenario scenario) {
    try {
      Simulation.Run run = Simulation.run(scenario, "", () -> request != wanted);
      return run.cancelled() ? Optional.empty() : Optional.of(OpenRun.of(scenario, run.trace()));
    } catch (LimitExceeded tooLong) {
      refuse(request, scenario.name(), String.valueOf(tooLong.getMessage()));
    } catch (RuntimeException bug) {
      // One of the two places where anything is caught: a mistake of ours stops that run only.
      refuse(
          request, scenario.name(),
          "this is a mistake in Unjam, not in the scenario; to see it again: seed "
              + scenario.seed() + ", Linux " + scenario.kernel().version() + ": " + bug);
    }
    return Optional.empty();
  }

  private void refuse(int request, String what, String why) {
    answer.accept(new Action.RunFailed(request, List.of(new Problem(what, 0, 0, why))));
  }

  /**
   * Runs a scenario of the catalog and indexes it, on the caller's thread.
   *
   * @return empty if the catalog does not have it
   */
  public static Optional<OpenRun> openNow(Catalog catalog, String name) {
    return catalog.scenario(name).map(SimulationService::openNow);
  }

  /** Runs a scenario and indexes it, on the caller's thread. */
  public static OpenRun openNow(Scenario scenario) {
    return OpenRun.of(scenario, Simulation.run(scenario).trace());
  }
}
