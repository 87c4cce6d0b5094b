package unjam.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.trace.KernelFunction;

/**
 * The stations of the way down and up again, in the order in which a healthy command passes them.
 * Several kernel functions share a station; the first one gives it its name.
 */
public enum Stop {
  SUBMIT(
      Side.DOWN, 146, false, KernelFunction.BLK_MQ_SUBMIT_BIO, KernelFunction.BLK_EXECUTE_RQ,
      KernelFunction.BLK_INSERT_FLUSH, KernelFunction.SCSI_EXECUTE_CMD),
  /** A request is taken from its queue; those that may not go down wait below, at the gate. */
  QUEUE(
      Side.DOWN, 171, false, KernelFunction.BLK_MQ_DISPATCH_RQ_LIST,
      KernelFunction.BLK_MQ_GET_DRIVER_TAG, KernelFunction.SCSI_MQ_GET_BUDGET,
      KernelFunction.BLK_MQ_REQUEUE_REQUEST, KernelFunction.SCSI_QUEUE_INSERT,
      KernelFunction.SCSI_MQ_REQUEUE_CMD),
  GATE(
      Side.DOWN, 258, true, KernelFunction.SCSI_QUEUE_RQ, KernelFunction.SCSI_DEVICE_STATE_CHECK,
      KernelFunction.SCSI_HOST_QUEUE_READY, KernelFunction.SCSI_PREPARE_CMD),
  START(
      Side.DOWN, 299, true, KernelFunction.BLK_MQ_START_REQUEST, KernelFunction.BLK_ADD_TIMER),
  DISPATCH(Side.DOWN, 339, true, KernelFunction.SCSI_DISPATCH_CMD),
  QUEUECOMMAND(Side.DOWN, 392, true, KernelFunction.QUEUECOMMAND_BUSY),
  DISK(Side.DISK, 0, false),
  DRIVER(Side.UP, 403, true, KernelFunction.DRIVER_IRQ),
  DONE(
      Side.UP, 380, true, KernelFunction.SCSI_DONE, KernelFunction.BLK_MQ_COMPLETE_REQUEST,
      KernelFunction.BLK_MQ_RAISE_SOFTIRQ),
  COMPLETE(Side.UP, 337, true, KernelFunction.SCSI_COMPLETE, KernelFunction.BLK_DONE_SOFTIRQ),
  DECIDE(
      Side.UP, 301, true, KernelFunction.SCSI_DECIDE_DISPOSITION, KernelFunction.SCSI_CHECK_SENSE,
      KernelFunction.SCSI_NORETRY_CMD, KernelFunction.SCSI_HANDLE_QUEUE_FULL),
  FINISH(
      Side.UP, 265, true, KernelFunction.SCSI_FINISH_COMMAND, KernelFunction.SD_DONE,
      KernelFunction.SCSI_IO_COMPLETION, KernelFunction.SCSI_IO_COMPLETION_ACTION),
  END(Side.UP, 205, false, KernelFunction.SCSI_END_REQUEST),
  UPDATE(
      Side.UP, 161, false, KernelFunction.BLK_UPDATE_REQUEST, KernelFunction.BIO_ENDIO),
  ANSWERED(Side.UP, 150, false);

  /** Which part of the line. */
  enum Side {
    DOWN,
    DISK,
    UP
  }

  private static final Map<KernelFunction, Stop> BY_FUNCTION = byFunction();

  private final Side side;
  private final double drawn;
  private final boolean shared;
  private final List<KernelFunction> functions;

  Stop(Side side, double drawn, boolean shared, KernelFunction... functions) {
    this.side = side;
    this.drawn = drawn;
    this.shared = shared;
    this.functions = List.of(functions);
  }

  private static Map<KernelFunction, Stop> byFunction() {
    Map<KernelFunction, Stop> stops = new EnumMap<>(KernelFunction.class);
    for (Stop stop : values()) {
      stop.functions.forEach(each -> stops.put(each, stop));
    }
    return stops;
  }

  /** The station of a function; empty for what happens aside of the path. */
  static Optional<Stop> of(KernelFunction function) {
    return Optional.ofNullable(BY_FUNCTION.get(function));
  }

  Side side() {
    return side;
  }

  /** Height in the drawing that the stage is taken from. */
  double drawn() {
    return drawn;
  }

  /** All disks of a host go through the same one. */
  boolean shared() {
    return shared;
  }

  /** A mark on the line shows it. */
  boolean isDrawn() {
    return this != GATE && this != DISK && this != ANSWERED;
  }

  /** All functions that share it. */
  List<KernelFunction> functions() {
    return functions;
  }

  /** The function that gives the station its name, if one does. */
  Optional<KernelFunction> function() {
    return functions.stream().findFirst();
  }
}
