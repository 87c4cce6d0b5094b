package unjam.ui.drivers;

import java.util.List;
import unjam.app.Rungs;
import unjam.scenario.DriverMatrix.Answer;
import unjam.scenario.DriverMatrix.Column;

/**
 * What the matrix shows.
 *
 * @param says how the hosts' drivers differ from those of the catalog
 * @param note what a missing callback means
 * @param refusal why the last wish cannot be, empty if it was done
 * @param hosts the open scenario's hosts; their cells can be changed
 * @param drivers those of the catalog
 */
record DriversPicture(
    String says, String note, String refusal, List<Line> hosts, List<Line> drivers) {

  static final DriversPicture EMPTY = new DriversPicture("", "", "", List.of(), List.of());

  DriversPicture {
    hosts = List.copyOf(hosts);
    drivers = List.copyOf(drivers);
  }

  /** With another refusal. */
  DriversPicture refusing(String why) {
    return new DriversPicture(says, note, why, hosts, drivers);
  }

  /**
   * A host with its driver, or a driver.
   *
   * @param host its number, -1 for a driver of the catalog
   * @param name host0, or the driver's name
   * @param about the host's driver, or the hosts that have this one
   * @param chosen whether it is the host that another driver would go to
   * @param give says that the chosen host can have this driver; empty if it has it
   * @param cells one for each column
   */
  record Line(
      int host, String name, String about, boolean chosen, String give, List<Cell> cells) {
    Line {
      cells = List.copyOf(cells);
    }

    boolean isHost() {
      return host >= 0;
    }
  }

  /** How a cell looks. */
  enum Mark {
    HAS,
    LACKS,
    FAILS,
    /** Nothing to have an opinion about. */
    QUIET
  }

  /**
   * One answer.
   *
   * @param first what it takes, or its name; empty if there is nothing to say
   * @param second how long it waits at most
   * @param machine whether the first is a name of the machine's
   * @param other whether the catalog's driver answers otherwise
   * @param tip what a click does, or why there is none
   */
  record Cell(
      Column column,
      Answer answer,
      String first,
      String second,
      boolean machine,
      boolean other,
      String tip) {

    Mark mark() {
      return switch (answer) {
        case PRESENT -> Mark.HAS;
        case UNSUPPORTED -> Mark.FAILS;
        case NEVER_ASKED -> Mark.QUIET;
        case MISSING -> Rungs.hook(column).isPresent() ? Mark.LACKS : Mark.QUIET;
      };
    }
  }
}
