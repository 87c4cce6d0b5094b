package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.Token;

/**
 * What the panel shows about one command; all in words.
 *
 * @param head which one
 * @param holdings who has had it
 * @param briefly how many had it briefly, and how long all together; empty if all are shown
 * @param idle in which part of its life no processor worked on it
 * @param idleNote what that means
 * @param fields what the kernel knows of it
 * @param standing where it stands
 * @param why what led there, the last first
 * @param life everything that happens to it
 * @param now the place in {@code life} at which it is, or -1
 */
record CommandPicture(
    Head head,
    List<Holding> holdings,
    String briefly,
    String idle,
    String idleNote,
    List<FieldLine> fields,
    Standing standing,
    List<WhyLine> why,
    List<LifeLine> life,
    int now) {

  static final CommandPicture EMPTY =
      new CommandPicture(
          new Head(-1, Optional.empty(), "", "", "", false, -1), List.of(), "", "", "", List.of(),
          new Standing("", List.of()), List.of(), List.of(), -1);

  /** There is a command at all, and it has been born. */
  boolean isAlive() {
    return !holdings.isEmpty();
  }

  /**
   * Which command.
   *
   * @param command its id, or -1 for none
   * @param token its silhouette, around the origin
   * @param title what it asks, and its tag
   * @param note which disk, where, how long
   * @param state its state in words
   * @param followed a person has chosen it
   * @param birth instant of its birth in nanoseconds if that lies ahead, else -1
   */
  record Head(
      int command, Optional<Token> token, String title, String note, String state,
      boolean followed, long birth) {}

  /**
   * Who has had it.
   *
   * @param id of the row
   * @param runner who runs, empty where no processor does
   * @param title who
   * @param where in which function
   * @param mono the latter is a word of the kernel's
   * @param time how long
   * @param bars from where to where, as parts of its life
   * @param idle no processor works on it
   * @param now it has it
   * @param brief it had it for so short a time that its bar could hardly be seen
   */
  record Holding(
      String id, Optional<Runner> runner, String title, String where, boolean mono, String time,
      List<Bar> bars, boolean idle, boolean now, boolean brief) {}

  /**
   * A part of its life, from 0 to 1.
   *
   * @param from its beginning
   * @param to its end
   * @param whole it was had all the time, and not now and then
   */
  record Bar(double from, double to, boolean whole) {}

  /**
   * Where it stands.
   *
   * @param place in a sentence
   * @param stacks whose stacks have to do with it
   */
  record Standing(String place, List<Stack> stacks) {}

  /**
   * A stack.
   *
   * @param id of its row
   * @param runner whose
   * @param head whose, in words
   * @param functions the innermost first
   */
  record Stack(String id, Runner runner, String head, List<String> functions) {}

  /**
   * A turning point.
   *
   * @param seq the event
   * @param nanos its instant
   * @param runner who ran
   * @param function in which function
   * @param time the instant in words
   * @param sentence what happened
   * @param because how it came of the next one; empty for the last
   * @param leap the trace says so only together with the next one
   */
  record WhyLine(
      int seq, long nanos, Runner runner, String function, String time, String sentence,
      String because, boolean leap) {}

  /**
   * A line of its life.
   *
   * @param seq the event
   * @param nanos its instant
   * @param runner who ran; empty for a repetition
   * @param who the same in words, where it is another one than in the line before
   * @param function in which function
   * @param time the instant in words
   * @param sentence what happened
   */
  record LifeLine(
      int seq, long nanos, Optional<Runner> runner, String who, String function, String time,
      String sentence) {}
}
