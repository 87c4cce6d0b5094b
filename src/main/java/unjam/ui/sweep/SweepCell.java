package unjam.ui.sweep;

import java.util.List;

/**
 * A combination of settings and what it cost, as it is drawn.
 *
 * @param index its place in the plan
 * @param values one for each setting
 * @param runs how many of its seeds have been run
 * @param low the figure's least value over the seeds
 * @param middle the figure's median
 * @param high the figure's greatest value
 * @param text the median as it is written, empty if nothing is known
 * @param spread the least and the greatest value as they are written, empty if they are the same
 * @param own whether these are the settings of the run that is worked on
 * @param spoken all of it in words
 */
record SweepCell(
    int index,
    List<String> values,
    int runs,
    long low,
    long middle,
    long high,
    String text,
    String spread,
    boolean own,
    String spoken) {

  boolean isKnown() {
    return runs > 0;
  }
}
