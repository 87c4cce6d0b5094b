package unjam.app;

import java.util.Optional;
import unjam.scenario.Scenario;

/**
 * What a window opens with.
 *
 * @param scenario as it was read when it was asked for
 * @param file where it is kept, empty for one of the catalog
 */
public record Opening(Scenario scenario, Optional<String> file) {

  /** What opens it. */
  public Action action() {
    return file.<Action>map(Action.OpenFile::new)
        .orElseGet(() -> new Action.Open(scenario.name()));
  }
}
