package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import unjam.app.Narration.Sentence;
import unjam.app.SweepCheck.Checked;
import unjam.catalog.Catalog;
import unjam.engine.LimitExceeded;

/** Runs sweeps away from whoever asks, on several threads, and answers with actions. */
public final class SweepService {

  /** Nobody could see more answers than this come in one after the other. */
  private static final int MOST_ANSWERS = 200;

  private final Catalog catalog;
  private final Executor worker;
  private final int threads;
  private final Consumer<Action> answer;

  /** Written by whoever asks, read by the runs now and then: the sweep that is wanted. */
  private volatile int wanted;

  /**
   * @param catalog what scenarios are read with
   * @param worker on which a sweep waits for its runs
   * @param threads how many of these go on at the same time, at least 1
   * @param answer takes the answers, from whatever thread
   */
  public SweepService(Catalog catalog, Executor worker, int threads, Consumer<Action> answer) {
    this.catalog = catalog;
    this.worker = worker;
    this.threads = threads;
    this.answer = answer;
  }

  /** Does what a reducer wants to have done, as far as it is a sweep. */
  public void perform(Effect effect) {
    if (effect instanceof Effect.Sweep asked) {
      wanted = asked.request();
      worker.execute(() -> sweep(asked));
    } else if (effect instanceof Effect.StopSweep) {
      wanted = -1;
    }
  }

  private void sweep(Effect.Sweep asked) {
    if (asked.request() != wanted) {
      return;
    }
    switch (SweepCheck.of(catalog, asked.scenario(), asked.wish())) {
      case Checked.Bad(List<SweepFlaw> flaws) ->
          say(new SweepStep.Refused(asked.request(), flaws));
      case Checked.Good(Sweep.Plan plan) -> {
        say(new SweepStep.Planned(asked.request(), plan));
        run(asked.request(), plan);
      }
    }
  }

  private void run(int request, Sweep.Plan plan) {
    try {
      Batch batch = new Batch(request, Math.max(1, plan.runs() / MOST_ANSWERS));
      List<Sweep.Result> all =
          Sweep.run(plan, threads, batch::take, () -> request != wanted);
      if (request == wanted) {
        say(new SweepStep.Ended(request, all));
      }
    } catch (LimitExceeded tooLong) {
      refuse(request, "sweep.flaw.limit", String.valueOf(tooLong.getMessage()));
    } catch (RuntimeException bug) {
      // A mistake of ours stops this sweep only.
      refuse(request, "sweep.flaw.bug", String.valueOf(bug));
    }
  }

  private void refuse(int request, String key, String why) {
    say(
        new SweepStep.Refused(
            request, List.of(new SweepFlaw(SweepFlaw.Field.WHOLE, Sentence.of(key, why)))));
  }

  private void say(SweepStep step) {
    answer.accept(new Action.Sweeping(step));
  }

  /** Collects results until there are enough of them to be worth an answer. */
  private final class Batch {
    private final int request;
    private final int size;
    private final List<Sweep.Result> waiting = new ArrayList<>();

    Batch(int request, int size) {
      this.request = request;
      this.size = size;
    }

    synchronized void take(Sweep.Result result) {
      waiting.add(result);
      if (waiting.size() >= size) {
        say(new SweepStep.Went(request, waiting));
        waiting.clear();
      }
    }
  }
}
