package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhCall;
import unjam.projection.EhStep;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.text.Texts;

/** Reads the stage's picture from a frame. */
final class StageReader {

  /** The field of scsi_host_template that a station is named after; it is no traced function. */
  private static final String QUEUECOMMAND = "queuecommand";

  private final Frame frame;
  private final StackState state;
  private final Focus focus;
  private final boolean selected;
  private final Texts texts;

  StageReader(Frame frame, Focus focus, boolean selected, Texts texts) {
    this.frame = frame;
    this.focus = focus;
    this.selected = selected;
    this.texts = texts;
    state = frame.state();
  }

  StagePicture picture(String driverFunction) {
    List<StagePicture.Lane> lanes = state.devices().stream().map(this::lane).toList();
    List<StagePicture.Gate> gates = state.hosts().stream().map(this::gate).toList();
    return new StagePicture(
        lanes, new Places(frame, focus, selected).all(), gates, running(), names(driverFunction),
        ehAsks());
  }

  /** The driver's function through which interrupts come up: the last one before scsi_done. */
  static String driverFunction(Trace trace) {
    String name = "";
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof MidLayerFact.DriverRan ran) {
        name = ran.function();
      } else if (trace.fact(seq) instanceof MidLayerFact.Done && !name.isEmpty()) {
        return name;
      }
    }
    return name;
  }

  private StagePicture.Lane lane(DeviceView device) {
    boolean waits = state.ios().stream().anyMatch(io -> io.device() == device.index());
    Health health = Health.of(state, device);
    return new StagePicture.Lane(
        device.host(),
        device.disk(),
        device.at().toString(),
        health,
        note(device, health),
        waits ? "D" : "S",
        frame.run().answers().well(device.index(), frame.nanos()),
        frame.run().answers().failed(device.index(), frame.nanos()),
        isSubject(device, health));
  }

  private boolean isSubject(DeviceView device, Health health) {
    boolean asked =
        ehAsks()
            .filter(each -> each.toDisk() && state.devices().get(each.lane()) == device)
            .isPresent();
    return asked || selected && focus.device() == device.index();
  }

  private String note(DeviceView device, Health health) {
    return switch (health) {
      case OFFLINE -> texts.of("disk.offline");
      case UNPLUGGED -> texts.of("disk.unplugged");
      case BLOCKED -> texts.of("disk.blocked");
      case IN_RECOVERY -> texts.of("disk.in_recovery");
      case STUCK -> texts.of("disk.stuck");
      case RUNNING -> running(device);
    };
  }

  private String running(DeviceView device) {
    Optional<CommandView> silent =
        state.commands().stream()
            .filter(each -> each.device() == device.index())
            .filter(each -> Focus.isSilent(state, each))
            .findFirst();
    if (silent.isPresent()) {
      long seconds = (state.nanos() - silent.get().startedNanos()) / 1_000_000_000L;
      return texts.of("disk.silent", Long.toString(seconds));
    }
    return texts.of(state.inFlight(device.index()).isEmpty() ? "disk.idle" : "disk.working");
  }

  private StagePicture.Gate gate(HostView host) {
    boolean shut = host.state().inRecovery();
    long waiting =
        shut
            ? state.devices().stream()
                .filter(each -> each.host() == host.number())
                .mapToLong(each -> state.queued(each.index()).size())
                .sum()
            : 0;
    return new StagePicture.Gate(
        host.number(),
        shut,
        texts.of(
            shut ? "gate.shut" : "gate.open", "host" + host.number(), host.state().shortName()),
        waiting == 0 ? "" : texts.of("gate.waiting", waiting),
        waiting == 0 ? "" : texts.of("gate.waiting.note"));
  }

  private Optional<StagePicture.Running> running() {
    boolean onTheLadder = state.context().kind() == ExecContext.Kind.SCSI_EH;
    if (!frame.somebodyRuns() || onTheLadder) {
      return Optional.empty();
    }
    Runner runner = Runner.of(state.context());
    return Stop.of(state.function())
        .filter(stop -> stop != Stop.QUEUE)
        .map(
            stop ->
                new StagePicture.Running(
                    stop, runner, texts.of("runner." + state.context().kind().word())));
  }

  private List<StagePicture.StopName> names(String driverFunction) {
    List<StagePicture.StopName> names = new ArrayList<>();
    for (Stop stop : Stop.values()) {
      String name =
          switch (stop) {
            case QUEUECOMMAND -> QUEUECOMMAND;
            case DRIVER -> driverFunction;
            case QUEUE, DISK, ANSWERED -> "";
            case SUBMIT, GATE, START, DISPATCH, DONE, COMPLETE, DECIDE, FINISH, END ->
                functionAt(stop).map(each -> each.nameIn(frame.kernel())).orElse("");
          };
      if (!name.isEmpty()) {
        String note = stop == Stop.START ? texts.of("stop.start.note") : "";
        names.add(new StagePicture.StopName(stop, name, note));
      }
    }
    return names;
  }

  /** Of the functions that share a station the one that runs, else the one it is named after. */
  private Optional<KernelFunction> functionAt(Stop stop) {
    boolean runs =
        frame.somebodyRuns() && Stop.of(state.function()).filter(at -> at == stop).isPresent();
    return runs ? Optional.of(state.function()) : stop.function();
  }

  /**
   * What the error handler has under way to a disk: its own command, or a callback of the driver.
   */
  private Optional<StagePicture.EhAsks> ehAsks() {
    for (HostView host : state.hosts()) {
      if (!host.eh().calls().isEmpty()) {
        EhCall call = host.eh().calls().getLast();
        int lane = Places.laneOf(state, call.device());
        if (lane >= 0) {
          String sent =
              switch (call.step()) {
                case TUR -> "TUR";
                case SENSE -> "SENSE";
                case START_UNIT -> "START";
                case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET -> "RESET";
                case ASLEEP, WOKEN, LADDER, SETTLING, OFFLINE, FLUSH, RESTART -> "";
              };
          return Optional.of(
              new StagePicture.EhAsks(lane, sent, call.step() != EhStep.HOST_RESET));
        }
      }
    }
    return Optional.empty();
  }
}
