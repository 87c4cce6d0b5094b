package unjam.ui.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.app.Rungs;
import unjam.scenario.DriverMatrix;
import unjam.scenario.DriverMatrix.Answer;
import unjam.scenario.DriverMatrix.Column;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.ui.drivers.DriversPicture.Cell;
import unjam.ui.drivers.DriversPicture.Line;
import unjam.ui.text.Texts;

/** Reads the matrix from a scenario and the catalog's drivers. */
final class DriversReading {

  private final Scenario scenario;
  private final List<LldProfile> catalog;
  private final int chosen;
  private final Texts texts;

  /**
   * @param catalog the drivers as the scenario's kernel has them
   * @param chosen number of the host that another driver would go to
   */
  DriversReading(Scenario scenario, List<LldProfile> catalog, int chosen, Texts texts) {
    this.scenario = scenario;
    this.catalog = catalog;
    this.chosen = chosen;
    this.texts = texts;
  }

  DriversPicture picture() {
    List<Line> hosts = scenario.machine().hosts().stream().map(this::host).toList();
    List<Line> drivers = catalog.stream().map(this::driver).toList();
    return new DriversPicture(says(), texts.of("drivers.note"), "", hosts, drivers);
  }

  /** The kernel's field that a column is about. */
  static String field(Column column) {
    return switch (column) {
      case TIMED_OUT -> "eh_timed_out";
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET ->
          Rungs.hook(column).orElseThrow().field();
      case STRATEGY -> "eh_strategy_handler";
      case TRANSPORT -> "transportt";
    };
  }

  private Optional<LldProfile> catalogs(LldProfile driver) {
    return catalog.stream().filter(each -> each.name().equals(driver.name())).findFirst();
  }

  private String says() {
    List<String> sentences =
        scenario.machine().hosts().stream()
            .map(this::difference)
            .flatMap(Optional::stream)
            .toList();
    return sentences.isEmpty()
        ? texts.of("drivers.says.same", scenario.kernel().version())
        : String.join(" ", sentences);
  }

  private Optional<String> difference(Machine.Host host) {
    List<String> without = new ArrayList<>();
    List<String> with = new ArrayList<>();
    DriverMatrix.Row now = row(host.driver());
    for (Column column : Column.values()) {
      boolean here = isThere(now, column);
      boolean there = catalogs(host.driver()).filter(each -> isThere(row(each), column))
          .isPresent();
      if (here != there) {
        (here ? with : without).add("`" + field(column) + "`");
      }
    }
    if (catalogs(host.driver()).isEmpty() || without.isEmpty() && with.isEmpty()) {
      return Optional.empty();
    }
    String who = "`host" + host.number() + "`";
    String what = "`" + host.driver().name() + "`";
    String less = String.join(texts.of("list.and_more"), without);
    String more = String.join(texts.of("list.and_more"), with);
    return Optional.of(
        without.isEmpty()
            ? texts.of("drivers.says.with", who, what, more)
            : with.isEmpty()
                ? texts.of("drivers.says.without", who, what, less)
                : texts.of("drivers.says.both", who, what, less, more));
  }

  private static boolean isThere(DriverMatrix.Row row, Column column) {
    return switch (row.cell(column).answer()) {
      case PRESENT, UNSUPPORTED -> true;
      case MISSING, NEVER_ASKED -> false;
    };
  }

  private static DriverMatrix.Row row(LldProfile driver) {
    return DriverMatrix.of(List.of(driver)).rows().getFirst();
  }

  private Line host(Machine.Host host) {
    LldProfile driver = host.driver();
    Optional<LldProfile> own = catalogs(driver);
    List<Cell> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      Answer now = row(driver).cell(column).answer();
      boolean other =
          own.filter(each -> row(each).cell(column).answer() != now).isPresent();
      cells.add(cell(driver, column, other, tip(host, own, column)));
    }
    return new Line(
        host.number(), "host" + host.number(), driver.name(), host.number() == chosen, "",
        cells);
  }

  private String tip(Machine.Host host, Optional<LldProfile> own, Column column) {
    String field = field(column);
    return switch (Rungs.toggled(host, own, column)) {
      case Rungs.Refused(Rungs.Reason why) -> refusal(texts, why, host.number());
      case Rungs.Other(LldProfile next) ->
          isThere(row(next), column)
              ? own.filter(each -> isThere(row(each), column)).isPresent()
                  ? texts.of("drivers.tip.back", field)
                  : texts.of("drivers.tip.add", host.driver().name(), field)
              : texts.of("drivers.tip.remove", field);
    };
  }

  /** Why a wish cannot be. */
  static String refusal(Texts texts, Rungs.Reason why, int host) {
    return texts.of("drivers.refused." + why.name().toLowerCase(Locale.ROOT), "host" + host);
  }

  private Line driver(LldProfile driver) {
    List<String> hosts =
        scenario.machine().hosts().stream()
            .filter(each -> each.driver().name().equals(driver.name()))
            .map(each -> "host" + each.number())
            .toList();
    List<Cell> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      cells.add(cell(driver, column, false, ""));
    }
    String who =
        hosts.size() > 2
            ? texts.of("drivers.hosts", hosts.size())
            : String.join(" ", hosts);
    return new Line(-1, driver.name(), who, false, give(driver), cells);
  }

  private String give(LldProfile driver) {
    LldProfile now = scenario.machine().hosts().get(chosen).driver();
    return now.equals(driver)
        ? ""
        : texts.of(
            now.name().equals(driver.name()) ? "drivers.restore" : "drivers.give",
            "host" + chosen);
  }

  private Cell cell(LldProfile driver, Column column, boolean other, String tip) {
    DriverMatrix.Cell cell = row(driver).cell(column);
    return switch (cell.answer()) {
      case MISSING ->
          new Cell(column, cell.answer(), texts.of(missing(column)), "", false, other, tip);
      case UNSUPPORTED ->
          new Cell(column, cell.answer(), texts.of("drivers.fails"), "", false, other, tip);
      case NEVER_ASKED ->
          new Cell(column, cell.answer(), texts.of("drivers.not_asked"), "", false, other, tip);
      case PRESENT -> present(driver, column, other, tip);
    };
  }

  private static String missing(Column column) {
    return switch (column) {
      case STRATEGY -> "drivers.ladder";
      case TIMED_OUT, TRANSPORT -> "drivers.none";
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET -> "drivers.missing";
    };
  }

  /** A session's callbacks cost whatever their target takes to answer. */
  private String takes(LldProfile driver, LldProfile.Hook hook) {
    if (hook.takes().nanos() > 0) {
      return hook.takes().toString();
    }
    return texts.of(
        driver.transport() == LldProfile.Transport.ISCSI
            ? "drivers.when_answered"
            : "drivers.at_once");
  }

  private Cell present(LldProfile driver, Column column, boolean other, String tip) {
    return Rungs.hook(column)
        .map(hook -> driver.hooks().get(hook))
        .map(
            hook ->
                new Cell(
                    column, Answer.PRESENT, takes(driver, hook),
                    Rungs.hook(column)
                        .flatMap(each -> DriverMatrix.limit(driver, each))
                        .map(limit -> texts.of("drivers.at_most", limit))
                        .orElse(""),
                    false, other, tip))
        .orElseGet(
            () ->
                new Cell(
                    column, Answer.PRESENT, row(driver).cell(column).detail(), "", true, other,
                    tip));
  }
}
