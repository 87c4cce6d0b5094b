package unjam.conform;

import java.util.List;
import unjam.catalog.Problem;
import unjam.scenario.Scenario;

/** What became of the attempt to put up a recorded situation in the simulator. */
sealed interface Situation {

  /**
   * It stands.
   *
   * @param notes what had to be taken from elsewhere than the setup, one sentence each
   */
  record PutUp(Scenario scenario, List<String> notes) implements Situation {
    public PutUp {
      notes = List.copyOf(notes);
    }
  }

  /** Its setup has values that cannot be understood; at least one problem. */
  record Unreadable(List<Problem> problems) implements Situation {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }

  /** It is understood, but the simulator cannot play it; at least one reason, each a line. */
  record NotPutUp(List<String> reasons) implements Situation {
    public NotPutUp {
      reasons = List.copyOf(reasons);
    }
  }
}
