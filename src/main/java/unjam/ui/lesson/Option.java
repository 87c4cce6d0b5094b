package unjam.ui.lesson;

/**
 * Something that can be chosen.
 *
 * @param id its name in the lesson
 * @param label what it is, as Markdown
 * @param chosen whether it is
 * @param mark how that has turned out
 * @param open whether it can still be chosen
 * @param votes how many of a class are for it
 */
record Option(String id, String label, boolean chosen, Mark mark, boolean open, int votes) {

  /** How a choice has turned out. */
  enum Mark {
    /** It is not known yet. */
    NONE,
    RIGHT,
    WRONG,
    /** It would have been right. */
    MISSED
  }
}
