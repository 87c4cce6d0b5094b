package unjam.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.Rung;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.TokenShape;

/**
 * What is aside of the path at an instant, without any pixel.
 *
 * @param thread name of the error handler's thread
 * @param threadNote what it does, in words
 * @param awake it is needed
 * @param steps how it came to this, in order: timer, abort, host, thread
 * @param rungs of the ladder, the mildest first
 * @param lit what the lit rung says, if one is lit
 * @param held commands in the thread's hands
 * @param asks something of its own is under way to a disk
 * @param disks how many disks the whole stage has
 */
public record LadderPicture(
    String thread,
    String threadNote,
    boolean awake,
    List<Step> steps,
    List<RungView> rungs,
    Optional<Lit> lit,
    List<Held> held,
    boolean asks,
    int disks) {

  static final LadderPicture EMPTY =
      new LadderPicture(
          "", "", false, List.of(), List.of(), Optional.empty(), List.of(), false, 0);

  public LadderPicture {
    steps = List.copyOf(steps);
    rungs = List.copyOf(rungs);
    held = List.copyOf(held);
  }

  /** All that rails, rungs and marks depend on; words are not among it. */
  Object painted() {
    List<Object> marks = new ArrayList<>();
    steps.forEach(each -> marks.add(List.of(each.phase(), each.token())));
    rungs.forEach(each -> marks.add(List.of(each.status(), each.hits())));
    Optional<Object> box =
        lit.map(each -> List.of(each.left(), each.resetDone(), each.asked().isEmpty()));
    return List.of(marks, box, held, asks);
  }

  /** Whether a step lies before, at or after the instant. */
  public enum Phase {
    IDLE,
    NOW,
    PAST
  }

  /**
   * A step on the way from the timer to the thread.
   *
   * @param runner who does it
   * @param title in our words
   * @param function in the kernel's
   * @param when its instant, empty if it has not come
   * @param note what is to be said about it
   * @param phase where it lies
   * @param token the command that stands there, if one does
   */
  public record Step(
      Runner runner, String title, String function, String when, String note, Phase phase,
      Optional<Held> token) {}

  /** A command by its silhouette and tag. */
  public record Held(int command, TokenShape shape, String tag) {}

  /** How a rung is. */
  public enum Status {
    TO_COME,
    LIT,
    WORKED,
    FAILED,
    /** Nobody asked for it. */
    SKIPPED,
    /** The driver does not have it. */
    MISSING
  }

  /** What a rung does to a disk. */
  public enum Hit {
    SPARED,
    LOSES_COMMANDS,
    GOES_OFFLINE
  }

  /**
   * A rung.
   *
   * @param rung which
   * @param name in our words
   * @param function the driver's callback or the mid-layer's function
   * @param status how it is
   * @param note beside the name
   * @param hits what it does to each disk of the host, in order
   */
  public record RungView(
      Rung rung, String name, String function, Status status, String note, List<Hit> hits) {
    public RungView {
      hits = List.copyOf(hits);
    }
  }

  /**
   * What the lit rung says.
   *
   * @param time left, or so far
   * @param left part of its own timer that is left, 1 to 0, or -1 if nothing limits it
   * @param reset what is known of the callback
   * @param resetDone it has come back
   * @param asked what is known of the question that follows, empty if it is not asked yet
   */
  public record Lit(String time, double left, String reset, boolean resetDone, String asked) {}
}
