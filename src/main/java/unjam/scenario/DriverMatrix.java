package unjam.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;

/**
 * Which driver can do what when a command is lost: drivers below each other, what the mid-layer may
 * ask of them beside each other, in the order in which it asks.
 *
 * @param rows one for each driver, in the order given
 */
public record DriverMatrix(List<Row> rows) {

  public DriverMatrix {
    rows = List.copyOf(rows);
  }

  /** What the mid-layer may ask for. */
  public enum Column {
    /** Before anything else: {@code eh_timed_out}. */
    TIMED_OUT,
    ABORT,
    LUN_RESET,
    TARGET_RESET,
    BUS_RESET,
    HOST_RESET,
    /** Who does it all: {@code eh_strategy_handler}. */
    STRATEGY,
    /** The transport class with a say of its own. */
    TRANSPORT
  }

  /** How a driver answers. */
  public enum Answer {
    /** There is no such callback: an instant FAILED. */
    MISSING,
    /** There is one. */
    PRESENT,
    /** There is one, and the firmware knows nothing of it: FAILED. */
    UNSUPPORTED,
    /** The mid-layer never asks, because the driver recovers by itself. */
    NEVER_ASKED
  }

  /**
   * One cell.
   *
   * @param answer whether it is there
   * @param detail in the words of a driver's file, empty if there is nothing to say
   */
  public record Cell(Answer answer, String detail) {}

  /**
   * One driver.
   *
   * @param driver its name
   * @param cells one for each column
   */
  public record Row(String driver, Map<Column, Cell> cells) {
    public Row {
      EnumMap<Column, Cell> copy = new EnumMap<>(Column.class);
      copy.putAll(cells);
      cells = Collections.unmodifiableMap(copy);
    }

    public Cell cell(Column column) {
      return cells.getOrDefault(column, new Cell(Answer.MISSING, ""));
    }
  }

  /** The matrix of these drivers. */
  public static DriverMatrix of(List<LldProfile> drivers) {
    List<Row> rows = new ArrayList<>();
    for (LldProfile driver : drivers) {
      EnumMap<Column, Cell> cells = new EnumMap<>(Column.class);
      for (Column column : Column.values()) {
        cells.put(column, cell(driver, column));
      }
      rows.add(new Row(driver.name(), cells));
    }
    return new DriverMatrix(rows);
  }

  private static Cell cell(LldProfile driver, Column column) {
    return switch (column) {
      case TIMED_OUT ->
          word(driver.ehTimedOut() == LldProfile.TimedOut.NONE, driver.ehTimedOut());
      case ABORT -> callback(driver, EhHook.EH_ABORT_HANDLER);
      case LUN_RESET -> callback(driver, EhHook.EH_DEVICE_RESET_HANDLER);
      case TARGET_RESET -> callback(driver, EhHook.EH_TARGET_RESET_HANDLER);
      case BUS_RESET -> callback(driver, EhHook.EH_BUS_RESET_HANDLER);
      case HOST_RESET -> callback(driver, EhHook.EH_HOST_RESET_HANDLER);
      case STRATEGY ->
          word(
              driver.ehStrategy() == LldProfile.Strategy.SCSI_UNJAM_HOST, driver.ehStrategy());
      case TRANSPORT ->
          word(driver.transport() == LldProfile.Transport.NONE, driver.transport());
    };
  }

  private static Cell word(boolean none, Enum<?> value) {
    return none
        ? new Cell(Answer.MISSING, "")
        : new Cell(Answer.PRESENT, value.name().toLowerCase(Locale.ROOT));
  }

  private static Cell callback(LldProfile driver, EhHook hook) {
    LldProfile.Hook cost = driver.hooks().get(hook);
    if (cost == null) {
      boolean own = driver.ehStrategy() != LldProfile.Strategy.SCSI_UNJAM_HOST;
      return new Cell(own ? Answer.NEVER_ASKED : Answer.MISSING, "");
    }
    if (!cost.supported()) {
      return new Cell(Answer.UNSUPPORTED, "");
    }
    String takes = cost.takes().nanos() == 0 ? "" : cost.takes().toString();
    String comma = takes.isEmpty() ? "" : ", ";
    return new Cell(
        Answer.PRESENT,
        limit(driver, hook).map(limit -> takes + comma + "at most " + limit).orElse(takes));
  }

  /**
   * How long a callback waits for an answer at most; empty if it asks nobody, or waits for ever.
   * What an iSCSI target does not answer in time costs the session, and the reset of a target then
   * waits for a new one (drivers/scsi/libiscsi.c: iscsi_eh_abort, iscsi_eh_device_reset,
   * iscsi_eh_recover_target).
   */
  public static Optional<SimTime> limit(LldProfile driver, EhHook hook) {
    Optional<SimTime> own = Optional.ofNullable(driver.hooks().get(hook))
        .flatMap(LldProfile.Hook::tmTimeout);
    if (driver.transport() != LldProfile.Transport.ISCSI) {
      return own;
    }
    return switch (hook) {
      case EH_ABORT_HANDLER -> span(driver, DriverSetting.ABORT_TMO);
      case EH_DEVICE_RESET_HANDLER -> span(driver, DriverSetting.LU_RESET_TMO);
      case EH_TARGET_RESET_HANDLER ->
          span(driver, DriverSetting.TGT_RESET_TMO)
              .flatMap(asked -> span(driver, DriverSetting.RECOVERY_TMO).map(asked::plus));
      case EH_BUS_RESET_HANDLER, EH_HOST_RESET_HANDLER -> own;
    };
  }

  private static Optional<SimTime> span(LldProfile driver, DriverSetting setting) {
    return Optional.ofNullable(driver.settings().get(setting));
  }
}
