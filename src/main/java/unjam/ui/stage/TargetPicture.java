package unjam.ui.stage;

import java.util.List;

/**
 * The other machine in a few lines.
 *
 * @param title its name and what it is
 * @param session the sessions with it, and how they are
 * @param lost a session is not as it should be
 * @param lines its threads and what its backstores keep
 */
record TargetPicture(String title, String session, boolean lost, List<Line> lines) {

  /** There is no other machine. */
  static final TargetPicture NONE = new TargetPicture("", "", false, List.of());

  TargetPicture {
    lines = List.copyOf(lines);
  }

  boolean exists() {
    return !title.isEmpty();
  }

  /**
   * A thread, or what a backstore keeps.
   *
   * @param letter the letter of its state, or empty
   * @param name of the thread or the disk
   * @param function where it sleeps, innermost; empty if that says nothing
   * @param what in words: whom it waits for
   * @param since for how long
   * @param stuck nobody can wake it
   */
  record Line(
      String letter, String name, String function, String what, String since, boolean stuck) {}
}
