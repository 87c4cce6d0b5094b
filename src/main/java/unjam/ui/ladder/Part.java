package unjam.ui.ladder;

import unjam.analysis.Rung;

/** What aside of the path can be pointed at and asked about. */
sealed interface Part {

  /** A step on the way to the thread, by its number. */
  record Step(int index) implements Part {}

  /** A rung of the ladder. */
  record OfLadder(Rung rung) implements Part {}

  /** The error handler's thread. */
  record Thread() implements Part {}

  /** A command in its hands, by its id. */
  record Held(int command) implements Part {}
}
