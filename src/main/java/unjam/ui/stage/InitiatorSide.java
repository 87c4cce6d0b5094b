package unjam.ui.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.analysis.SessionHistory;
import unjam.analysis.SessionHistory.Kind;
import unjam.analysis.SessionHistory.Turn;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessTable;
import unjam.scsi.SdevState;
import unjam.trace.KernelFunction;
import unjam.ui.control.CommandWords;
import unjam.ui.control.StageLook;
import unjam.ui.stage.MachinesPicture.Initiator;
import unjam.ui.stage.MachinesPicture.Passing;
import unjam.ui.stage.MachinesPicture.Said;
import unjam.ui.stage.MachinesPicture.Session;
import unjam.ui.stage.MachinesPicture.Tone;
import unjam.ui.stage.MachinesPicture.UnitGate;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the left machine: who waits, what its units and its session let pass. */
final class InitiatorSide {

  private final Frame frame;
  private final StackState state;
  private final SessionHistory history;
  private final Focus focus;
  private final StagePicture path;
  private final StageLook look;
  private final Texts texts;

  /**
   * @param path the lines of the disks
   */
  InitiatorSide(
      Frame frame, SessionHistory history, Focus focus, StagePicture path, StageLook look,
      Texts texts) {
    this.frame = frame;
    this.history = history;
    this.focus = focus;
    this.path = path;
    this.look = look;
    this.texts = texts;
    state = frame.state();
  }

  Initiator read() {
    int host = host();
    boolean climbs = state.hosts().stream().anyMatch(each -> each.eh().awake());
    List<MachinesPicture.Step> steps = new SessionSteps(history, texts).until(host, frame.nanos());
    return new Initiator(
        texts.of("machines.initiator"), path.driver(),
        List.of(applications(), units(), command(), shut(), recovery()),
        path.lanes().stream().map(this::gate).toList(),
        state.target().sessions().stream().map(this::session).toList(),
        texts.of(steps.isEmpty() ? "machines.steps.none" : "ladder.steps"), steps, climbs);
  }

  /** The host that the picture is about: one that has lost its session, or that of the focus. */
  int host() {
    return state.target().sessions().stream()
        .filter(each -> tone(each) != Tone.LOGGED_IN)
        .map(TargetView.Session::host)
        .findFirst()
        .orElseGet(
            () ->
                focus.host() >= 0 && state.target().session(focus.host()).isPresent()
                    ? focus.host()
                    : state.target().sessions().getFirst().host());
  }

  private Said applications() {
    Optional<IoView> oldest =
        state.ios().stream().min(Comparator.comparingLong(IoView::sinceNanos));
    if (oldest.isEmpty() || frame.nanos() - oldest.get().sinceNanos() < Focus.SILENT_AFTER) {
      return new Said(
          texts.of("stage.applications"),
          look.queues() ? texts.of("stage.applications.note.short") : "", false);
    }
    IoView io = oldest.get();
    String others =
        state.ios().size() == 1
            ? texts.of("machines.apps.alone")
            : texts.of("machines.apps.more", state.ios().size() - 1);
    return new Said(
        texts.of(
            "machines.apps.waits", ProcessTable.processOf(io.name()),
            TimeText.left(frame.nanos() - io.sinceNanos())),
        look.queues() ? others : "", false);
  }

  /** The state that most of the units are in, unless all run. */
  private Said units() {
    List<DeviceView> all = state.devices();
    List<DeviceView> shut =
        all.stream().filter(each -> each.state() != SdevState.SDEV_RUNNING).toList();
    if (shut.isEmpty()) {
      return new Said(texts.of("machines.units.running"), "", false);
    }
    SdevState how = shut.getFirst().state();
    long same = shut.stream().filter(each -> each.state() == how).count();
    String head =
        same == all.size()
            ? texts.of("machines.units.all", how.sysfs())
            : texts.of("machines.units.some", how.sysfs(), same, all.size());
    Optional<KernelFunction> by =
        switch (how) {
          case SDEV_BLOCK -> Optional.of(KernelFunction.ISCSI_BLOCK_SESSION);
          case SDEV_TRANSPORT_OFFLINE -> Optional.of(KernelFunction.SESSION_RECOVERY_TIMEDOUT);
          case SDEV_CREATED, SDEV_RUNNING, SDEV_CANCEL, SDEV_DEL, SDEV_QUIESCE, SDEV_OFFLINE,
              SDEV_CREATED_BLOCK -> Optional.empty();
        };
    return new Said(
        head,
        look.functions() ? by.map(each -> each.nameIn(frame.kernel())).orElse("") : "", true);
  }

  private Said command() {
    Optional<CommandView> subject =
        state.command(focus.command())
            .filter(
                each ->
                    frame.run().troubles().has(each.id())
                        && frame.nanos() - each.bornNanos() > Focus.SILENT_AFTER);
    return subject
        .map(
            each ->
                new Said(
                    new CommandWords(frame, texts).brief(each),
                    each.result().filter(result -> !result.isZero())
                        .map(result -> result.host().name())
                        .filter(result -> look.functions())
                        .orElseGet(() -> stateOf(each)),
                    each.result().filter(result -> !result.isZero()).isPresent()
                        && look.functions()))
        .orElse(Said.NOTHING);
  }

  private String stateOf(CommandView command) {
    return texts.of(
        "command.state." + state.stateOf(command).name().toLowerCase(Locale.ROOT));
  }

  private Said shut() {
    return path.gates().stream()
        .filter(StagePicture.Gate::shut)
        .findFirst()
        .or(() -> path.gates().stream().findFirst())
        .map(
            each ->
                new Said(
                    each.title(),
                    each.shut() && look.functions()
                        ? KernelFunction.SCSI_EH_SCMD_ADD.nameIn(frame.kernel())
                        : each.waiting(),
                    each.shut() && look.functions()))
        .orElse(Said.NOTHING);
  }

  private Said recovery() {
    Optional<TargetView.Session> lost =
        state.target().sessions().stream()
            .filter(each -> tone(each) != Tone.LOGGED_IN)
            .findFirst();
    if (lost.isEmpty()) {
      return Said.NOTHING;
    }
    SessionLink link = new SessionLink(history, lost.get().host(), frame.nanos());
    boolean login = link.way() == MachinesPicture.Way.LOGIN;
    return new Said(
        texts.of(tone(lost.get()) == Tone.FREE ? "machines.gave_up" : "machines.recovery"),
        texts.of(login ? "machines.iscsid.tries" : "machines.iscsid.waits"), false);
  }

  private UnitGate gate(StagePicture.Lane lane) {
    if (lane.isBundle()) {
      List<SdevState> states =
          lane.members().stream()
              .map(each -> state.device(each.device()).map(DeviceView::state))
              .flatMap(Optional::stream)
              .distinct()
              .toList();
      SdevState worst =
          states.stream().filter(each -> each != SdevState.SDEV_RUNNING).findFirst()
              .orElse(SdevState.SDEV_RUNNING);
      return new UnitGate(-1, "+" + lane.members().size(), passing(worst), worst.sysfs());
    }
    SdevState now =
        state.device(lane.device()).map(DeviceView::state).orElse(SdevState.SDEV_RUNNING);
    String lun = lane.address().substring(lane.address().lastIndexOf(':') + 1);
    return new UnitGate(lane.device(), "LUN" + lun, passing(now), now.sysfs());
  }

  private static Passing passing(SdevState now) {
    return switch (now) {
      case SDEV_RUNNING, SDEV_CREATED -> Passing.RUNNING;
      case SDEV_BLOCK, SDEV_CREATED_BLOCK, SDEV_QUIESCE -> Passing.BLOCKED;
      case SDEV_TRANSPORT_OFFLINE -> Passing.UNPLUGGED;
      case SDEV_OFFLINE, SDEV_CANCEL, SDEV_DEL -> Passing.OFFLINE;
    };
  }

  private Tone tone(TargetView.Session session) {
    String now = stateOf(session);
    return now.equals("LOGGED_IN") ? Tone.LOGGED_IN : now.equals("FREE") ? Tone.FREE : Tone.FAILED;
  }

  private String stateOf(TargetView.Session session) {
    return state.host(session.host())
        .map(HostView::ports)
        .map(each -> each.getOrDefault(session(session.number()), ""))
        .orElse("");
  }

  private static String session(int number) {
    return "session" + number;
  }

  private Session session(TargetView.Session session) {
    Tone tone = tone(session);
    List<Turn> turns = history.turnsUntil(session.host(), frame.nanos());
    Optional<Turn> blocked =
        turns.stream().filter(each -> each.kind() == Kind.BLOCKED).reduce((one, two) -> two);
    String timer = "";
    String number = "";
    double left = -1;
    if (tone == Tone.FAILED && blocked.filter(each -> each.number() >= 0).isPresent()) {
      long whole = blocked.get().number();
      long rest = Math.max(0, blocked.get().nanos() + whole - frame.nanos());
      timer = texts.of("machines.gives_up");
      number =
          texts.of(
              "machines.left_of", TimeText.left(rest).replace(" s", ""), TimeText.unit(whole));
      left = whole == 0 ? 0 : Math.clamp((double) rest / whole, 0, 1);
    } else if (tone != Tone.LOGGED_IN) {
      Optional<Turn> last =
          turns.stream()
              .filter(each -> each.kind() == Kind.CONN_ERROR)
              .reduce((one, two) -> two);
      timer = texts.of("machines.since_when");
      number = last.map(each -> TimeText.instant(each.nanos()) + " s").orElse("");
    } else {
      timer = session.target();
      number = session.portal();
    }
    return new Session(
        session.host(), session(session.number()), stateOf(session), tone, timer, number, left);
  }

  /** The connections, and how they are. */
  List<MachinesPicture.Link> links() {
    List<MachinesPicture.Link> links = new ArrayList<>();
    for (TargetView.Session session : state.target().sessions()) {
      SessionLink link = new SessionLink(history, session.host(), frame.nanos());
      boolean cut =
          state.faults().stream()
              .anyMatch(
                  each ->
                      each.kind().equals("link_down")
                          && each.scope().equals("host" + session.host()));
      links.add(link.read(session, cut, texts));
    }
    return links;
  }
}
