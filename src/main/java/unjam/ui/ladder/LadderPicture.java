package unjam.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.Rung;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;

/**
 * What is aside of the path at an instant, without any pixel.
 *
 * @param look how much is shown, and how large
 * @param heads what stands above
 * @param thread name of the error handler's thread
 * @param threadNote what it does, in words
 * @param awake it is needed
 * @param steps how it came to this, in order: timer, abort, host, thread
 * @param rungs of the ladder, the mildest first
 * @param lit what the lit rung says, if one is lit
 * @param held commands in the thread's hands
 * @param asks what it has under way, past the gate
 * @param letters of the host's disks, in the order of the hits
 * @param disks how many disks the whole stage has
 */
public record LadderPicture(
    StageLook look,
    Heads heads,
    String thread,
    String threadNote,
    boolean awake,
    List<Step> steps,
    List<RungView> rungs,
    Optional<Lit> lit,
    List<Held> held,
    Optional<Asks> asks,
    List<String> letters,
    int disks) {

  static final LadderPicture EMPTY =
      new LadderPicture(
          StageLook.PLAIN, new Heads("", "", ""), "", "", false, List.of(), List.of(),
          Optional.empty(), List.of(), Optional.empty(), List.of(), 1);

  public LadderPicture {
    steps = List.copyOf(steps);
    rungs = List.copyOf(rungs);
    held = List.copyOf(held);
    letters = List.copyOf(letters);
  }

  /** The same where the path is not beside it: nothing goes over from one to the other. */
  LadderPicture alone() {
    return new LadderPicture(
        look, heads, thread, threadNote, awake, steps, rungs, lit, List.of(), Optional.empty(),
        letters, disks);
  }

  /** What a timer is set for is not told before it was guessed. */
  LadderPicture withoutTimer(String instead) {
    List<Step> shown =
        steps.stream()
            .map(
                each ->
                    each.phase() == Phase.IDLE && each.runner() == Runner.TIMER
                        ? new Step(
                            each.runner(), each.title(), each.function(), "", List.of(instead),
                            each.phase(), each.token())
                        : each)
            .toList();
    return new LadderPicture(
        look, heads, thread, threadNote, awake, shown, rungs, lit, held, asks, letters, disks);
  }

  /** All that rails, rungs and marks depend on; words are not among it. */
  Object painted() {
    List<Object> marks = new ArrayList<>();
    steps.forEach(each -> marks.add(List.of(each.phase(), each.token())));
    rungs.forEach(each -> marks.add(List.of(each.status(), each.hits())));
    Optional<Object> box =
        lit.map(each -> List.of(each.left(), each.resetDone(), each.asked().isEmpty()));
    return List.of(look, marks, box, held, asks.isPresent(), awake, disks);
  }

  /** Nothing of what leads to the error handler has happened. */
  boolean isIdle() {
    return steps.stream().allMatch(each -> each.phase() == Phase.IDLE);
  }

  /**
   * What stands above.
   *
   * @param steps above the way to the thread
   * @param ladder above the ladder
   * @param shortLadder the same where there is little room
   */
  public record Heads(String steps, String ladder, String shortLadder) {}

  /**
   * What the error handler has under way.
   *
   * @param function through which the driver is given it
   * @param note that it goes past the gate
   */
  public record Asks(String function, String note) {}

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
   * @param notes what is to be said about it, line by line
   * @param phase where it lies
   * @param token the command that stands there, if one does
   */
  public record Step(
      Runner runner, String title, String function, String when, List<String> notes, Phase phase,
      Optional<Held> token) {
    public Step {
      notes = notes.stream().filter(each -> !each.isEmpty()).toList();
    }
  }

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
   * @param hurt indexes of the devices that it hurts
   */
  public record RungView(
      Rung rung, String name, String function, Status status, String note, List<Hit> hits,
      List<Integer> hurt) {
    public RungView {
      hits = List.copyOf(hits);
      hurt = List.copyOf(hurt);
    }
  }

  /**
   * What the lit rung says.
   *
   * @param time left, or so far
   * @param left part of its own timer that is left, 1 to 0, or -1 if nothing limits it
   * @param reset what is known of the callback
   * @param resetDone it has come back
   * @param asked the question that follows, or what else is done; empty if nothing is yet
   */
  public record Lit(
      String time, double left, String reset, boolean resetDone, Optional<Asked> asked) {}

  /**
   * What is done after the callback.
   *
   * @param command in the machine's words, empty if it is none
   * @param brief the same where there is little room
   * @param note what is known of it
   */
  public record Asked(String command, String brief, String note) {}
}
