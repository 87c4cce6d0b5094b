package unjam.ui.sweep;

import java.util.List;

/**
 * Everything that is known about one combination.
 *
 * @param cell its place in the plan, -1 for none
 * @param settings as the command line takes them
 * @param names the settings' names with their values
 * @param seeds what the figures are made of
 * @param lines every figure
 * @param opens whether it can be opened
 */
record SweepDetail(
    int cell, List<String> settings, List<String> names, String seeds, List<Line> lines,
    boolean opens) {

  static final SweepDetail NONE =
      new SweepDetail(-1, List.of(), List.of(), "", List.of(), false);

  SweepDetail {
    settings = List.copyOf(settings);
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /**
   * A figure.
   *
   * @param id of the node
   * @param name what is counted
   * @param value its median
   * @param shown whether it is the one on the map
   */
  record Line(String id, String name, String value, boolean shown) {}
}
