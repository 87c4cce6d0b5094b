package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.Counters;
import unjam.projection.DeviceView;
import unjam.projection.QueueTimer;
import unjam.projection.StackState;
import unjam.scsi.Knob;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Token;
import unjam.ui.control.TokenShape;
import unjam.ui.inspector.DevicePicture.CommandLine;
import unjam.ui.inspector.DevicePicture.DiskLine;
import unjam.ui.text.SizeText;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts into words how a disk is. */
final class DeviceReader {

  /** Commands that are shown at most; of more of them nobody would read the list. */
  static final int COMMANDS = 24;

  private static final double TOKEN = 8.5;
  private static final String SECONDS = " s";
  private static final String MILLIS = " ms";

  private final Frame frame;
  private final StackState state;
  private final DeviceView device;
  private final int selection;
  private final Texts texts;

  DeviceReader(Frame frame, DeviceView device, int selection, Texts texts) {
    this.frame = frame;
    this.device = device;
    this.selection = selection;
    this.texts = texts;
    state = frame.state();
  }

  String note() {
    return texts.of(
        "device.note", device.at().toString(), SizeText.bytes(device.sizeBytes()),
        "host" + device.host());
  }

  static String words(StackState state, DeviceView device, Texts texts) {
    return switch (Health.of(state, device)) {
      case OFFLINE -> texts.of("disk.offline");
      case SWITCHED_OFF -> texts.of("disk.switched_off");
      case REMOVED -> texts.of("disk.removed");
      case UNPLUGGED -> texts.of("disk.unplugged");
      case BLOCKED -> texts.of("disk.blocked");
      case IN_RECOVERY -> texts.of("disk.in_recovery");
      case STUCK -> texts.of("disk.stuck");
      case SILENT, RUNNING -> running(state, device, texts);
    };
  }

  private static String running(StackState state, DeviceView device, Texts texts) {
    List<CommandView> sent = state.inFlight(device.index());
    return sent.stream()
        .filter(each -> Focus.isSilent(state, each))
        .mapToLong(each -> (state.nanos() - each.startedNanos()) / 1_000_000_000L)
        .max()
        .stream()
        .mapToObj(seconds -> texts.of("device.silent", Long.toString(seconds)))
        .findFirst()
        .orElseGet(() -> texts.of(sent.isEmpty() ? "disk.idle" : "disk.working"));
  }

  List<FieldLine> queue() {
    List<FieldLine> fields = new ArrayList<>();
    fields.add(
        FieldLine.of("sdev-state", texts.of("device.state"), device.state().name(), ""));
    fields.add(
        FieldLine.of(
            "in-flight", texts.of("device.in_flight"),
            device.queueDepth() > 0
                ? texts.of(
                    "device.of", Integer.toString(device.inFlight()),
                    Integer.toString(device.queueDepth()))
                : Integer.toString(device.inFlight()),
            ""));
    int waiting = state.queued(device.index()).size();
    fields.add(
        FieldLine.of("waiting", texts.of("device.waiting"), Integer.toString(waiting), ""));
    fields.add(gate());
    fields.add(timer());
    String most = device.knobs().get(Knob.MAX_MEDIUM_ACCESS_TIMEOUTS);
    fields.add(
        FieldLine.of(
            "medium-timeouts", texts.of("device.medium"),
            most == null
                ? Integer.toString(device.mediumTimeouts())
                : texts.of("device.of", Integer.toString(device.mediumTimeouts()), most),
            device.mediumTimeouts() > 0 ? texts.of("device.medium.note") : ""));
    return fields;
  }

  private FieldLine gate() {
    String name = texts.of("device.gate");
    if (device.heldBy().isEmpty()) {
      return FieldLine.absent("gate", name, texts.of("device.gate.none"), "");
    }
    long since = state.nanos() - device.heldSince();
    String note =
        device.queueRunAt() > state.nanos()
            ? texts.of(
                "device.gate.again", TimeText.span(since),
                TimeText.span(device.queueRunAt() - state.nanos()))
            : texts.of("device.gate.since", TimeText.span(since));
    return FieldLine.of("gate", name, device.heldBy().get().name(), note);
  }

  private FieldLine timer() {
    String name = texts.of("device.timer");
    QueueTimer timer = device.timer();
    if (timer.workPending()) {
      return FieldLine.said(
          "timer", name, texts.of("device.timer.fired"), texts.of("device.timer.fired.note"));
    }
    if (!timer.armed()) {
      return FieldLine.absent("timer", name, texts.of("device.timer.idle"), "");
    }
    return FieldLine.of(
        "timer", name,
        texts.of("device.timer.looks", TimeText.span(timer.expiresAt() - state.nanos())),
        texts.of("device.timer.note"));
  }

  /** Decimal as one counts, hexadecimal as sysfs shows it. */
  List<FieldLine> counters() {
    Counters counters = device.counters();
    List<FieldLine> fields = new ArrayList<>();
    fields.add(counter("iorequest_cnt", counters.iorequest()));
    fields.add(counter("iodone_cnt", counters.iodone()));
    fields.add(counter("ioerr_cnt", counters.ioerr()));
    fields.add(
        frame.kernel().equals("5.10")
            ? FieldLine.absent(
                "iotmo_cnt", "iotmo_cnt", texts.of("device.counter.none", frame.kernel()), "")
            : counter("iotmo_cnt", counters.iotmo()));
    return fields;
  }

  private static FieldLine counter(String name, int count) {
    return FieldLine.of(name, name, count + "  0x" + Integer.toHexString(count), "");
  }

  List<FieldLine> knobs() {
    return knobs(device.knobs());
  }

  static List<FieldLine> knobs(Map<Knob, String> knobs) {
    List<FieldLine> fields = new ArrayList<>();
    knobs.forEach(
        (knob, value) -> {
          String id = knob.name().toLowerCase(Locale.ROOT).replace('_', '-');
          fields.add(FieldLine.of("knob-" + id, name(knob), value + unit(knob, value), ""));
        });
    return fields;
  }

  /** The name of its file. */
  private static String name(Knob knob) {
    return knob.shortName().substring(knob.shortName().lastIndexOf('/') + 1);
  }

  private static String unit(Knob knob, String value) {
    boolean number = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
    if (!number) {
      return "";
    }
    return switch (knob) {
      case TIMEOUT, EH_TIMEOUT, EH_DEADLINE, RECOVERY_TMO, ABORT_TMO, LU_RESET_TMO,
          TGT_RESET_TMO, RECV_TMO, PING_TMO, FAST_IO_FAIL_TMO, DEV_LOSS_TMO ->
          SECONDS;
      case IO_TIMEOUT -> MILLIS;
      case QUEUE_DEPTH, STATE, MAX_RETRIES, MAX_MEDIUM_ACCESS_TIMEOUTS, ALLOW_RESTART,
          LOGGING_LEVEL ->
          "";
    };
  }

  private List<CommandView> all() {
    return state.commands().stream()
        .filter(each -> each.device() == device.index())
        .sorted(Comparator.comparingLong(CommandView::bornNanos))
        .toList();
  }

  List<CommandLine> commands() {
    return all().stream().limit(COMMANDS).map(this::line).toList();
  }

  int more() {
    return Math.max(0, all().size() - COMMANDS);
  }

  private CommandLine line(CommandView command) {
    CommandState now = state.stateOf(command);
    String tag = command.tag() >= 0 ? Integer.toString(command.tag()) : "";
    Token token =
        new Token(
            TokenShape.of(now), tag, 0, 0, TOKEN, command.timeLeftAt(state.nanos()),
            command.id() == selection, false);
    return new CommandLine(
        command.id(), token, CommandReader.title(command),
        texts.of("command.state." + now.name().toLowerCase(Locale.ROOT)),
        TimeText.span(state.nanos() - command.bornNanos()));
  }

  List<DiskLine> others() {
    return state.devices().stream()
        .filter(each -> each.index() != device.index())
        .map(
            each ->
                new DiskLine(
                    each.index(), Health.of(state, each), each.disk(),
                    words(state, each, texts)))
        .toList();
  }
}
