package unjam.ui.inspector;

import java.util.List;
import unjam.reading.LatencyHistogram.Bucket;

/**
 * What the panel with the figures shows.
 *
 * @param known whether the run has been counted through yet
 * @param disks a line for each disk
 * @param over which disk the rest is about, and over what its figures are
 * @param lines its figures
 * @param bars its latencies
 * @param marks percentiles of its latencies
 * @param note how many IOs they are
 */
record FiguresPicture(
    boolean known,
    List<DiskLine> disks,
    List<String> over,
    List<FigureLine> lines,
    Bars bars,
    List<FigureLine> marks,
    String note) {

  static final FiguresPicture UNKNOWN =
      new FiguresPicture(
          false, List.of(), List.of(), List.of(), new Bars(List.of(), List.of()), List.of(), "");

  FiguresPicture {
    disks = List.copyOf(disks);
    over = List.copyOf(over);
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /**
   * One disk over the last second, in the columns of iostat.
   *
   * @param device its index
   * @param cells its name, r/s, w/s, kB/s, await, %util
   * @param chosen the rest of the panel is about it
   */
  record DiskLine(int device, List<String> cells, boolean chosen) {
    DiskLine {
      cells = List.copyOf(cells);
    }
  }

  /** A figure by name, over the last second and since the start. */
  record FigureLine(String name, String second, String start) {}

  /**
   * The latencies as bars.
   *
   * @param past IOs that have ended by now
   * @param all those of the whole run, in the same bars and maybe more
   */
  record Bars(List<Bucket> past, List<Bucket> all) {
    Bars {
      past = List.copyOf(past);
      all = List.copyOf(all);
    }

    /** How many of a bar have ended by now. */
    int past(Bucket bar) {
      for (Bucket each : past) {
        if (each.from() == bar.from()) {
          return each.count();
        }
      }
      return 0;
    }
  }
}
