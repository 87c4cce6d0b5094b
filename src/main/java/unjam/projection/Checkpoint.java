package unjam.projection;

/**
 * A state from which a fold can go on.
 *
 * @param state what is alive
 * @param untold ids of commands that have ended while their application still waits; not to be
 *     changed
 */
record Checkpoint(StackState state, IntList untold) {
  static final Checkpoint START = new Checkpoint(StackState.EMPTY, new IntList());
}
