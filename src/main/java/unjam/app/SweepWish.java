package unjam.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import unjam.scsi.Knob;

/**
 * A sweep as somebody has written it into the form; nothing of it has been checked.
 *
 * @param axes one or two settings, each with its values
 * @param seeds how many seeds each combination gets
 */
public record SweepWish(List<Range> axes, String seeds) {

  /** The settings that a sweep is about; those asked for most first. */
  public static final List<Knob> KNOBS = PolicyBoard.KNOBS;

  private static final Map<Knob, String> USUAL =
      new EnumMap<>(
          Map.of(
              Knob.TIMEOUT, "5, 10, 20, 30, 60",
              Knob.EH_TIMEOUT, "1, 3, 5, 10, 20",
              Knob.MAX_RETRIES, "0, 1, 2, 3, 5",
              Knob.EH_DEADLINE, "off, 5, 10, 20, 60",
              Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, "1, 2, 3, 5",
              Knob.ALLOW_RESTART, "0, 1",
              Knob.QUEUE_DEPTH, "1, 4, 16, 32",
              Knob.RECOVERY_TMO, "1, 5, 30, 60, 120",
              Knob.FAST_IO_FAIL_TMO, "off, 1, 5, 15",
              Knob.DEV_LOSS_TMO, "30, 60, 120, 600"));

  /** What the form shows first. */
  public static final SweepWish FIRST =
      new SweepWish(List.of(Range.usual(Knob.TIMEOUT), Range.usual(Knob.MAX_RETRIES)), "1");

  public SweepWish {
    axes = List.copyOf(axes);
  }

  /**
   * A setting and the values that it is to take.
   *
   * @param knob which
   * @param values with commas or blanks between them
   */
  public record Range(Knob knob, String values) {

    /** With values that are worth a try. */
    public static Range usual(Knob knob) {
      return new Range(knob, SweepWish.usual(knob));
    }
  }

  /** Values of a setting that are worth a try; empty if only its owner knows. */
  public static String usual(Knob knob) {
    return USUAL.getOrDefault(knob, "");
  }
}
