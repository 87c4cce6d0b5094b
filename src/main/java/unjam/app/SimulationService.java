package unjam.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import unjam.catalog.Catalog;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/**
 * Runs scenarios away from whoever asks, and answers with actions. A run that nobody waits for any
 * more is stopped.
 */
public final class SimulationService {

  private final Catalog catalog;
  private final Executor worker;
  private final Consumer<Action> answer;

  /** Written by whoever asks, read by the worker now and then: the run that is wanted. */
  private volatile int wanted;

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

  /** Does what a reducer wants to have done. */
  public void perform(Effect effect) {
    switch (effect) {
      case Effect.Run run -> {
        wanted = run.request();
        worker.execute(() -> run(run));
      }
    }
  }

  private void run(Effect.Run asked) {
    if (asked.request() != wanted) {
      return;
    }
    Optional<Scenario> scenario = catalog.scenario(asked.scenario());
    if (scenario.isEmpty()) {
      answer.accept(new Action.RunFailed(asked.request(), asked.scenario()));
      return;
    }
    try {
      Simulation.Run run =
          Simulation.run(scenario.get(), "", () -> asked.request() != wanted);
      if (!run.cancelled()) {
        answer.accept(new Action.RunFinished(asked.request(), open(scenario.get(), run.trace())));
      }
    } catch (LimitExceeded tooLong) {
      answer.accept(new Action.RunFailed(asked.request(), tooLong.getMessage()));
    }
  }

  private static OpenRun open(Scenario scenario, Trace trace) {
    return OpenRun.of(scenario.title(), trace);
  }

  /**
   * Runs a scenario of the catalog and indexes it, on the caller's thread.
   *
   * @return empty if the catalog does not have it
   */
  public static Optional<OpenRun> openNow(Catalog catalog, String name) {
    return catalog.scenario(name).map(each -> open(each, Simulation.run(each).trace()));
  }
}
