package unjam.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.HostByte;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.BlockFact;
import unjam.trace.Trace;

/** How each kind of fault is put somewhere when nobody says more. */
public final class FaultPalette {

  private static final long SLOW = 2 * SimTime.NANOS_PER_SECOND;
  private static final long AFTER_THE_TIMEOUT = 5 * SimTime.NANOS_PER_SECOND;
  private static final long USUAL_TIMEOUT = 30;

  /** So many times a busy disk turns commands away: long enough to be seen, and it ends. */
  private static final int BUSY_TIMES = 40;

  private static final int FULL_TIMES = 3;
  private static final int NOT_READY_TIMES = 3;
  private static final int REFUSED_TIMES = 10;
  private static final int SECTOR = 512;
  private static final LbaRange SOME_BLOCKS = new LbaRange(0, 7);

  /** So far ahead the next read is looked for. */
  private static final int EVENTS_AHEAD = 200_000;

  private FaultPalette() {}

  /** What can go wrong in a place: a callback that its driver does not have cannot fail. */
  public static List<FaultKind> offered(StackState state, Scope scope) {
    List<HostView> hosts =
        state.hosts().stream()
            .filter(
                host ->
                    state.devices().stream()
                        .anyMatch(
                            each -> each.host() == host.number() && scope.covers(each.at())))
            .toList();
    return Stream.of(FaultKind.values())
        .filter(
            kind ->
                kind.hook().isEmpty()
                    || hosts.stream()
                        .allMatch(host -> host.hooks().contains(kind.hook().get())))
        .filter(
            kind ->
                kind != FaultKind.LINK_CUT || hosts.stream().allMatch(FaultPalette::isWired))
        .toList();
  }

  /** It has a link that can be cut: one that its transport or libata watches. */
  private static boolean isWired(HostView host) {
    return !host.ports().isEmpty() || host.strategy().equals("ata_scsi_error");
  }

  /**
   * A fault as it is offered first.
   *
   * @param kind what goes wrong
   * @param frame when it is to begin
   * @param scope where
   */
  public static FaultDraft draft(FaultKind kind, Frame frame, Scope scope) {
    return new FaultDraft(
        kind,
        scope,
        OptionalInt.empty(),
        kind == FaultKind.MEDIUM_ERROR
            ? Optional.of(blocksOfNextRead(frame, scope))
            : Optional.empty(),
        0,
        count(kind),
        span(kind, frame.state(), scope),
        sense(kind),
        HostByte.DID_ERROR,
        SamStatus.GOOD,
        MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY,
        Optional.empty());
  }

  private static OptionalInt count(FaultKind kind) {
    return switch (kind) {
      case IGNORE, UNIT_ATTENTION, LATE, RESULT, ABORT_FAILS, LUN_RESET_FAILS,
          TARGET_RESET_FAILS, BUS_RESET_FAILS, HOST_RESET_FAILS ->
          OptionalInt.of(1);
      case BUSY -> OptionalInt.of(BUSY_TIMES);
      case TASK_SET_FULL -> OptionalInt.of(FULL_TIMES);
      case NOT_READY -> OptionalInt.of(NOT_READY_TIMES);
      case REFUSE -> OptionalInt.of(REFUSED_TIMES);
      case SLOW, MEDIUM_ERROR, SILENT, LINK_CUT -> OptionalInt.empty();
    };
  }

  private static long span(FaultKind kind, StackState state, Scope scope) {
    return switch (kind) {
      case SLOW -> SLOW;
      case LATE -> timeout(state, scope) + AFTER_THE_TIMEOUT;
      case ABORT_FAILS, LUN_RESET_FAILS, TARGET_RESET_FAILS, BUS_RESET_FAILS,
          HOST_RESET_FAILS -> SimTime.NANOS_PER_SECOND;
      case IGNORE, MEDIUM_ERROR, BUSY, UNIT_ATTENTION, SILENT, LINK_CUT, NOT_READY,
          TASK_SET_FULL, RESULT, REFUSE -> 0;
    };
  }

  /** Power on, reset, or bus device reset occurred; the unit is in process of becoming ready. */
  private static Optional<SenseData> sense(FaultKind kind) {
    return switch (kind) {
      case UNIT_ATTENTION -> Optional.of(SenseData.of(SenseKey.UNIT_ATTENTION, 0x29, 0));
      case NOT_READY -> Optional.of(SenseData.of(SenseKey.NOT_READY, 4, 1));
      case IGNORE, SLOW, MEDIUM_ERROR, BUSY, SILENT, LINK_CUT, LATE, TASK_SET_FULL, RESULT, REFUSE,
          ABORT_FAILS, LUN_RESET_FAILS, TARGET_RESET_FAILS, BUS_RESET_FAILS,
          HOST_RESET_FAILS -> Optional.empty();
    };
  }

  /** The longest time that a command in this place is allowed, in nanoseconds. */
  private static long timeout(StackState state, Scope scope) {
    long seconds =
        state.devices().stream()
            .filter(each -> scope.covers(each.at()))
            .mapToLong(each -> seconds(each.knobs().get(Knob.TIMEOUT)))
            .max()
            .orElse(USUAL_TIMEOUT);
    return seconds * SimTime.NANOS_PER_SECOND;
  }

  private static long seconds(@Nullable String text) {
    boolean number = text != null && text.matches("[0-9]{1,6}");
    return number ? Long.parseLong(text) : USUAL_TIMEOUT;
  }

  /**
   * The blocks that will be read next if nothing is changed: nothing is, until somebody reads them.
   */
  private static LbaRange blocksOfNextRead(Frame frame, Scope scope) {
    Trace trace = frame.trace();
    List<DeviceView> devices =
        frame.state().devices().stream().filter(each -> scope.covers(each.at())).toList();
    int from = frame.at().seq() + 1;
    int last = Math.min(trace.size(), from + EVENTS_AHEAD);
    for (int seq = from; seq < last; seq++) {
      if (trace.fact(seq) instanceof BlockFact.RequestAllocated request
          && request.op() == IoOp.READ && request.bytes() > 0) {
        int index = trace.device(seq);
        Optional<DeviceView> device =
            devices.stream().filter(each -> each.index() == index).findFirst();
        if (device.isPresent()) {
          return blocks(request, device.get().blockSize());
        }
      }
    }
    return SOME_BLOCKS;
  }

  private static LbaRange blocks(BlockFact.RequestAllocated request, int blockSize) {
    long first = request.sector() * SECTOR / blockSize;
    return new LbaRange(first, first + Math.max(1, request.bytes() / blockSize) - 1);
  }
}
