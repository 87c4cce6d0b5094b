package unjam.ui.sweep;

import java.util.List;
import java.util.Map;
import unjam.analysis.CostFigure;
import unjam.app.SweepFlaw;
import unjam.app.SweepWish;

/**
 * What the view of a sweep shows.
 *
 * @param says what one sees
 * @param note what else is to be known about it
 * @param running whether runs are going on
 * @param done how many runs are done
 * @param runs how many there will be, 0 if nothing is planned
 * @param rowKnob the setting whose values stand at the left, empty if only one varies
 * @param rows its values, or one that is empty
 * @param columnKnob the setting whose values stand in a row
 * @param columns its values
 * @param cells every combination, row by row
 * @param least the least value that is known
 * @param most the greatest value that is known
 * @param scale the two as they are written
 * @param figure what is shown of each run
 * @param wish what was asked for
 * @param flaws what is wrong with it
 * @param opens whether a combination can be opened
 */
record SweepPicture(
    String says,
    String note,
    boolean running,
    int done,
    int runs,
    String rowKnob,
    List<String> rows,
    String columnKnob,
    List<String> columns,
    List<SweepCell> cells,
    long least,
    long most,
    Scale scale,
    CostFigure figure,
    SweepWish wish,
    Map<SweepFlaw.Field, String> flaws,
    boolean opens) {

  /** Steps of the ramp from the least to the greatest value. */
  static final int LEVELS = 7;

  static final SweepPicture EMPTY =
      new SweepPicture(
          "", "", false, 0, 0, "", List.of(""), "", List.of(), List.of(), 0, 0,
          new Scale("", "", ""), CostFigure.LONGEST, SweepWish.FIRST, Map.of(), false);

  SweepPicture {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
    flaws = Map.copyOf(flaws);
  }

  /**
   * Values at the ends of the scale as they are written.
   *
   * @param least the least value
   * @param half half of the greatest
   * @param most the greatest value
   */
  record Scale(String least, String half, String most) {}

  /** Two settings make a map, one makes a curve. */
  boolean isMap() {
    return !rowKnob.isEmpty();
  }

  boolean isKnown() {
    return cells.stream().anyMatch(SweepCell::isKnown);
  }

  boolean hasSpread() {
    return cells.stream().anyMatch(each -> !each.spread().isEmpty());
  }

  /** How dark a cell is, from 0 to {@link #LEVELS} - 1. */
  int level(SweepCell cell) {
    if (most <= least) {
      return 0;
    }
    double part = (double) (cell.middle() - least) / (most - least);
    return (int) Math.min(LEVELS - 1, part * LEVELS);
  }
}
