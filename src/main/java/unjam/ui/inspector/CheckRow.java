package unjam.ui.inspector;

import java.util.List;
import unjam.analysis.Invariant;

/**
 * One statement that holds in every run, and how it stands with it.
 *
 * @param invariant which
 * @param verdict how it stands
 * @param statement what is to hold
 * @param details how often that was looked at, and where the kernel makes it so; empty when shut
 * @param found what was found instead; empty if it holds
 * @param facts the events that contradict each other; none if it holds
 */
record CheckRow(
    Invariant invariant,
    Verdict verdict,
    String statement,
    String details,
    String found,
    List<FactLink> facts) {

  CheckRow {
    facts = List.copyOf(facts);
  }

  /** How it stands with a statement at an instant. */
  enum Verdict {
    /** There was something to look at, and it was as it should be. */
    HOLDS,
    /** There was nothing to look at yet. */
    SILENT,
    BROKEN
  }

  /**
   * An event to go to.
   *
   * @param seq the event
   * @param text when it was, and in which function
   */
  record FactLink(int seq, String text) {}
}
