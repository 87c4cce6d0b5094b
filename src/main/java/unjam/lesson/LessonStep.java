package unjam.lesson;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a lesson.
 *
 * @param id its name in the lesson's texts
 * @param part where in the lesson it is
 * @param run the run it plays in
 * @param at where the playhead is put; empty to leave it
 * @param blind nothing after that instant can be seen until the answer is given
 * @param mirror only what an administrator sees; the stage and the time line are hidden
 * @param allow what the learner may use
 * @param focus the disk that is picked out, or nothing
 * @param show what is opened beside the words; empty to leave it
 * @param why reasons that are offered with a prediction
 * @param task what is asked
 * @param line where it stands in the lesson's file
 */
public record LessonStep(
    String id,
    Part part,
    String run,
    Optional<FactQuery> at,
    boolean blind,
    boolean mirror,
    Set<Control> allow,
    String focus,
    Optional<Shown> show,
    Optional<Why> why,
    Task task,
    int line) {

  public LessonStep {
    allow = Set.copyOf(allow);
  }

  /** The run is at first seen no further than the playhead. */
  public boolean cut() {
    return blind || mirror;
  }

  /**
   * Reasons of which one is right.
   *
   * @param reasons their names in the lesson's texts
   * @param right the one that is right
   */
  public record Why(List<String> reasons, String right) {
    public Why {
      reasons = List.copyOf(reasons);
    }
  }
}
