package unjam.ui.scenario;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was done by hand, as the panel on the left shows it.
 *
 * @param rows in the order of the scenario
 */
record DeedPicture(List<DeedRow> rows) {

  static final DeedPicture EMPTY = new DeedPicture(List.of());

  DeedPicture {
    rows = List.copyOf(rows);
  }

  /**
   * One thing that was done.
   *
   * @param indices of its interventions in the scenario
   * @param nanos when, if the clock alone decides it
   * @param time the same in words
   * @param words what
   * @param writesSettings it writes to sysfs
   * @param refusal what the kernel had against it, or empty
   */
  record DeedRow(
      List<Integer> indices,
      OptionalLong nanos,
      String time,
      String words,
      boolean writesSettings,
      String refusal) {
    DeedRow {
      indices = List.copyOf(indices);
    }
  }
}
