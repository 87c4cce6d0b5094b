package unjam.app;

import java.util.List;
import unjam.analysis.CostFigure;

/** Something that happens to a sweep. */
public sealed interface SweepStep {

  /** A person wants it; one that runs already is stopped. */
  record Start(SweepWish wish) implements SweepStep {}

  /** A person does not want to wait for the rest. */
  record Stop() implements SweepStep {}

  /** A person wants to see this figure of each run. */
  record Show(CostFigure figure) implements SweepStep {}

  /** What was asked for makes sense and is run from now on. */
  record Planned(int request, Sweep.Plan plan) implements SweepStep {}

  /** Some more runs are done. */
  record Went(int request, List<Sweep.Result> results) implements SweepStep {
    public Went {
      results = List.copyOf(results);
    }
  }

  /** All are done; these are they, in the order of the plan. */
  record Ended(int request, List<Sweep.Result> results) implements SweepStep {
    public Ended {
      results = List.copyOf(results);
    }
  }

  /** It cannot be. */
  record Refused(int request, List<SweepFlaw> flaws) implements SweepStep {
    public Refused {
      flaws = List.copyOf(flaws);
    }
  }
}
