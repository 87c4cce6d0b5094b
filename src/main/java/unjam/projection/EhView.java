package unjam.projection;

import java.util.List;

/**
 * A host's error-handler thread. Instants in nanoseconds, -1 for none.
 *
 * @param step what it does at the moment
 * @param rung the rung of the ladder this belongs to: START_UNIT, a reset, OFFLINE, or ASLEEP for
 *     none
 * @param device index of the device it is busy with, or -1
 * @param command id of the command it works with, or -1
 * @param sinceNanos since when it does this
 * @param untilNanos when the step's own timeout or pause ends, or -1
 * @param calls what it has called and waits for, outermost first
 */
public record EhView(
    EhStep step,
    EhStep rung,
    int device,
    int command,
    long sinceNanos,
    long untilNanos,
    List<EhCall> calls) {
  public static final EhView ASLEEP =
      new EhView(EhStep.ASLEEP, EhStep.ASLEEP, -1, -1, 0, -1, List.of());

  /** The same on another rung. */
  EhView on(EhStep other) {
    return new EhView(step, other, device, command, sinceNanos, untilNanos, calls);
  }

  /** The thread has something to do. */
  public boolean awake() {
    return step != EhStep.ASLEEP;
  }
}
