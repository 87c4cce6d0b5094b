package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.projection.EhCall;
import unjam.projection.EhStep;
import unjam.projection.HostView;
import unjam.projection.IoLog;
import unjam.projection.StackState;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.StageLook;
import unjam.ui.stage.StagePicture.Caption;
import unjam.ui.stage.StagePicture.EhAsks;
import unjam.ui.stage.StagePicture.StopName;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the stage's picture from a frame. */
final class StageReader {

  /** The field of scsi_host_template that a station is named after; it is no traced function. */
  static final String QUEUECOMMAND = "queuecommand";

  /** A silence of this length is worth a word. */
  private static final long SILENCE = SimTime.NANOS_PER_SECOND;

  private final Frame frame;
  private final StackState state;
  private final Focus focus;
  private final boolean selected;
  private final int hovered;
  private final StageLook look;
  private final Texts texts;
  private final Census census;
  private final LanePlan plan;

  /**
   * @param selected a person follows the command in focus
   * @param hovered the command under the pointer, or -1
   */
  StageReader(
      Frame frame, Focus focus, boolean selected, int hovered, StageLook look, Texts texts) {
    this.frame = frame;
    this.focus = focus;
    this.selected = selected;
    this.hovered = hovered;
    this.look = look;
    this.texts = texts;
    state = frame.state();
    census = new Census(state);
    List<Integer> subjects = new ArrayList<>(List.of(focus.device()));
    asked().ifPresent(call -> subjects.add(call.device()));
    plan = LanePlan.of(state, census, subjects);
  }

  StagePicture picture(String driverFunction) {
    int asked =
        asked().filter(call -> call.step() != EhStep.HOST_RESET).map(EhCall::device).orElse(-1);
    LaneReader lines = new LaneReader(frame, census, look, texts);
    List<StagePicture.Lane> lanes =
        plan.lines().stream()
            .map(line -> lines.lane(line, asked, selected ? focus.device() : -1))
            .toList();
    GateReader gates = new GateReader(frame, census, texts);
    List<StagePicture.Gate> shown =
        state.hosts().stream()
            .filter(host -> lanes.stream().anyMatch(each -> each.host() == host.number()))
            .map(host -> gates.gate(host, look))
            .toList();
    Traffic traffic = Traffic.of(frame, plan, census, focus, selected, hovered);
    return new StagePicture(
        look, state.devices().size(), lanes, traffic.tokens(), traffic.crowds(), shown,
        running(), names(driverFunction), ehAsks(), applications(), answers(), drivers());
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

  private String drivers() {
    return state.hosts().stream()
        .map(HostView::driver)
        .distinct()
        .limit(2)
        .collect(Collectors.joining(" "));
  }

  private Optional<StagePicture.Running> running() {
    boolean onTheLadder = state.context().kind() == ExecContext.Kind.SCSI_EH;
    if (!frame.somebodyRuns() || onTheLadder) {
      return Optional.empty();
    }
    String name = texts.of("runner." + state.context().kind().word());
    return Stop.of(state.function())
        .map(stop -> new StagePicture.Running(stop, Runner.of(state.context()), name));
  }

  private List<StopName> names(String driverFunction) {
    List<StopName> names = new ArrayList<>();
    for (Stop stop : Stop.values()) {
      String name =
          switch (stop) {
            case QUEUECOMMAND -> QUEUECOMMAND;
            case DRIVER -> driverFunction;
            case DISK, ANSWERED -> "";
            case SUBMIT, QUEUE, GATE, START, DISPATCH, DONE, COMPLETE, DECIDE, FINISH, END,
                UPDATE ->
                functionAt(stop).map(each -> each.nameIn(frame.kernel())).orElse("");
          };
      if (!name.isEmpty()) {
        String note = stop == Stop.START ? texts.of("stop.start.note") : "";
        names.add(new StopName(stop, name, note));
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

  /** What an error handler has called last and waits for. */
  private Optional<EhCall> asked() {
    return state.hosts().stream()
        .flatMap(
            host ->
                host.eh().calls().isEmpty()
                    ? Stream.empty()
                    : Stream.of(host.eh().calls().getLast()))
        .filter(call -> call.step() != EhStep.SETTLING)
        .filter(call -> state.device(call.device()).isPresent())
        .findFirst();
  }

  /**
   * What the error handler has under way to a disk: its own command, or a callback of the driver.
   */
  private Optional<EhAsks> ehAsks() {
    return asked()
        .map(
            call ->
                new EhAsks(
                    plan.laneOf(call.device()), call.device(), sent(call.step()),
                    call.step() != EhStep.HOST_RESET));
  }

  private static String sent(EhStep step) {
    return switch (step) {
      case TUR -> "TUR";
      case SENSE -> "SENSE";
      case START_UNIT -> "START";
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET -> "RESET";
      case LINK_RESET -> "LINK RESET";
      case ASLEEP, WOKEN, LADDER, SETTLING, AUTOPSY, LINK_PAUSE, REVALIDATE, DISABLED, OFFLINE,
          FLUSH, RESTART -> "";
    };
  }

  private Caption applications() {
    long waiting =
        state.devices().stream().filter(each -> census.isAwaited(each.index())).count();
    boolean all = waiting > 0 && waiting == state.devices().size();
    if (look.presenter()) {
      return caption(
          all
              ? List.of("stage.applications.all.short")
              : List.of("stage.applications.note", "stage.applications.note.short"),
          List.of());
    }
    return all
        ? caption(
            List.of("stage.applications.all", "stage.applications.all.short"),
            List.of("stage.applications.all.note", "stage.applications.all.note.short"))
        : caption(
            List.of("stage.applications"),
            List.of("stage.applications.note", "stage.applications.note.short"));
  }

  private Caption caption(List<String> heads, List<String> notes) {
    return new Caption(
        heads.stream().map(each -> texts.of(each)).toList(),
        notes.stream().map(each -> texts.of(each)).toList());
  }

  private Caption answers() {
    int well = 0;
    int failed = 0;
    for (DeviceView device : state.devices()) {
      well += frame.run().answers().well(device.index(), frame.nanos());
      failed += frame.run().answers().failed(device.index(), frame.nanos());
    }
    boolean each = look.queues() && !look.presenter();
    return new Caption(
        List.of(each ? texts.of("stage.answered") : texts.of("stage.answered.sum", well)),
        List.of(answersNote(failed)));
  }

  private String answersNote(int failed) {
    if (failed > 0) {
      return texts.of("stage.failed", failed);
    }
    IoLog log = frame.run().timeline().ios();
    int ended = log.endedCount(frame.nanos());
    if (ended == 0) {
      return texts.of("stage.answered.none");
    }
    long last = log.ended(ended - 1).end();
    return frame.nanos() - last > SILENCE
        ? texts.of("stage.answered.since", TimeText.instant(last))
        : texts.of("stage.failed.none");
  }
}
