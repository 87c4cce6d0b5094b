package unjam.projection;

import java.util.List;

/**
 * A state from which a fold can go on.
 *
 * @param state what is alive
 * @param untold ids of commands that have ended while their application still waits
 */
record Checkpoint(StackState state, List<Integer> untold) {
  static final Checkpoint START = new Checkpoint(StackState.EMPTY, List.of());
}
