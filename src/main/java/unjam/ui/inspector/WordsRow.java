package unjam.ui.inspector;

/**
 * A line of the run in words.
 *
 * @param text what it says
 * @param heading whether it says what the next lines are about
 * @param seq the event to stand at to see it, or -1
 * @param nanos its instant in nanoseconds, or -1
 * @param now whether the playhead stands at it, or after it and before the next
 */
record WordsRow(String text, boolean heading, int seq, long nanos, boolean now) {

  boolean hasPlace() {
    return seq >= 0;
  }

  WordsRow lit() {
    return new WordsRow(text, heading, seq, nanos, true);
  }
}
