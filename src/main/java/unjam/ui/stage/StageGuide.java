package unjam.ui.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.Counters;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.reading.ProcessTable;
import unjam.trace.KernelFunction;
import unjam.ui.control.CommandWords;
import unjam.ui.control.Explanation;
import unjam.ui.control.Explanation.Value;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What the things on the path are called, and what they are, at an instant. */
final class StageGuide {

  private static final String QUEUECOMMAND = "include/scsi/scsi_host.h: queuecommand";

  private final Frame frame;
  private final StackState state;
  private final StagePicture picture;
  private final Texts texts;
  private final CommandWords commands;

  StageGuide(Frame frame, StagePicture picture, Texts texts) {
    this.frame = frame;
    this.picture = picture;
    this.texts = texts;
    state = frame.state();
    commands = new CommandWords(frame, texts);
  }

  /** The thing and its state in words. */
  String name(Thing thing) {
    return switch (thing) {
      case Thing.Command command -> commands.name(command.id());
      case Thing.Disk disk -> state.device(disk.device()).map(this::name).orElse("");
      case Thing.Disks disks ->
          lane(disks.lane()).map(each -> each.name() + ", " + each.note()).orElse("");
      case Thing.Crowd crowd -> crowd(crowd).map(this::name).orElse("");
      case Thing.Gate gate -> gate(gate.host()).map(this::name).orElse("");
      case Thing.Station station -> texts.of("say.station", stationName(station.stop()));
      case Thing.Process process ->
          texts.of(
              isAwaited(process.device()) ? "say.process.waits" : "say.process.rests",
              disk(process.device()));
      case Thing.Sent sent ->
          texts.of("say.sent", sentName(), disk(sent.device()));
      case Thing.Remote remote -> "";
    };
  }

  private String name(DeviceView device) {
    String note =
        picture.lanes().stream()
            .filter(each -> each.device() == device.index())
            .map(each -> each.blocked().isEmpty() ? each.note() : each.blocked())
            .findFirst()
            .orElse("");
    return texts.of("say.disk", device.disk(), note);
  }

  private String name(StagePicture.Crowd crowd) {
    String where = lane(crowd.lane()).map(StagePicture.Lane::name).orElse("");
    return texts.of("say.crowd", crowd.count(), where);
  }

  private String name(StagePicture.Gate gate) {
    String behind = String.join(texts.of("list.and_more"), gate.behind());
    return behind.isEmpty() || !gate.shut()
        ? gate.title()
        : texts.of("say.gate", gate.title(), behind);
  }

  private Optional<StagePicture.Lane> lane(int lane) {
    return lane < picture.lanes().size()
        ? Optional.of(picture.lanes().get(lane))
        : Optional.empty();
  }

  private Optional<StagePicture.Crowd> crowd(Thing.Crowd thing) {
    return picture.crowds().stream()
        .filter(each -> each.lane() == thing.lane() && each.at() == thing.at())
        .findFirst();
  }

  private Optional<StagePicture.Gate> gate(int host) {
    return picture.gates().stream().filter(each -> each.host() == host).findFirst();
  }

  private String stationName(Stop stop) {
    return picture.stops().stream()
        .filter(each -> each.stop() == stop)
        .map(StagePicture.StopName::name)
        .findFirst()
        .orElse("");
  }

  private String disk(int device) {
    return state.device(device).map(DeviceView::disk).orElse("?");
  }

  private boolean isAwaited(int device) {
    return state.ios().stream().anyMatch(io -> io.waitsFor(device));
  }

  private String sentName() {
    return picture.ehAsks().map(StagePicture.EhAsks::sent).orElse("");
  }

  /** What it is, and how it is now. */
  Explanation explain(Thing thing) {
    return switch (thing) {
      case Thing.Command command -> commands.explain(command.id());
      case Thing.Disk disk ->
          state.device(disk.device()).map(this::explain).orElseGet(() -> plain(name(thing), ""));
      case Thing.Disks disks -> plain(name(thing), texts.of("what.disks"));
      case Thing.Crowd crowd -> plain(name(thing), texts.of("what.crowd"));
      case Thing.Gate gate ->
          state.host(gate.host()).map(this::explain).orElseGet(() -> plain(name(thing), ""));
      case Thing.Station station -> explain(station.stop());
      case Thing.Process process -> process(process.device());
      case Thing.Sent sent -> sent();
      case Thing.Remote remote -> plain("", "");
    };
  }

  private static Explanation plain(String title, String text) {
    return new Explanation(title, false, text, "", List.of());
  }

  private Value value(String key, String value) {
    return new Value(texts.of("what.value." + key), value);
  }

  private String of(int part, int whole) {
    return texts.of("what.value.of", Integer.toString(part), Integer.toString(whole));
  }

  private Explanation explain(Stop stop) {
    List<Value> values = new ArrayList<>();
    String others =
        stop.functions().stream()
            .map(each -> each.nameIn(frame.kernel()))
            .filter(each -> !each.equals(stationName(stop)))
            .collect(Collectors.joining(" "));
    boolean counted = stop != Stop.QUEUECOMMAND && stop != Stop.DRIVER;
    values.add(value("also", counted ? others : ""));
    picture
        .running()
        .filter(each -> each.stop() == stop)
        .ifPresent(each -> values.add(value("runs", each.name())));
    String citation =
        switch (stop) {
          case QUEUECOMMAND -> QUEUECOMMAND;
          case DRIVER -> picture.driver();
          case DISK, ANSWERED -> "";
          case SUBMIT, QUEUE, GATE, START, DISPATCH, DONE, COMPLETE, DECIDE, FINISH, END,
              UPDATE ->
              stop.functions().stream()
                  .filter(each -> each.nameIn(frame.kernel()).equals(stationName(stop)))
                  .findFirst()
                  .map(KernelFunction::citation)
                  .orElse("");
        };
    return new Explanation(
        stationName(stop), true, texts.of("what.stop." + stop.name().toLowerCase(Locale.ROOT)),
        citation, values);
  }

  private Explanation explain(HostView host) {
    List<Value> values = new ArrayList<>();
    values.add(value("state", host.state().name()));
    values.add(value("in_flight", of(host.busy(), host.canQueue())));
    values.add(value("failed", Integer.toString(host.failed())));
    gate(host.number())
        .ifPresent(
            gate -> {
              values.add(value("counter", gate.blocked()));
              values.add(
                  value("behind", String.join(texts.of("list.and_more"), gate.behind())));
            });
    return new Explanation(
        "host" + host.number(), true, texts.of("what.stop.gate"),
        KernelFunction.SCSI_QUEUE_RQ.citation(), values);
  }

  private Explanation explain(DeviceView device) {
    Census census = new Census(state);
    List<Value> values = new ArrayList<>();
    values.add(value("state", device.state().name()));
    values.add(value("address", device.at().toString()));
    values.add(value("in_flight", of(census.inFlight(device.index()), device.queueDepth())));
    values.add(value("waiting", Integer.toString(census.waiting(device.index()).size())));
    values.add(
        value(
            "timer",
            device.timer().armed()
                ? TimeText.span(Math.max(0, device.timer().expiresAt() - frame.nanos()))
                : ""));
    Counters counters = device.counters();
    values.add(
        value(
            "counters",
            String.format(
                Locale.ROOT, "iorequest %d, iodone %d, ioerr %d, iotmo %d", counters.iorequest(),
                counters.iodone(), counters.ioerr(), counters.iotmo())));
    String health = census.health(device).name().toLowerCase(Locale.ROOT);
    return new Explanation(
        device.disk(), true, texts.of("what.disk." + health),
        "/sys/block/" + device.disk() + "/device", values);
  }

  private Explanation process(int device) {
    List<IoView> waiting =
        state.ios().stream().filter(io -> io.waitsFor(device)).toList();
    String who =
        waiting.stream()
            .map(io -> ProcessTable.processOf(io.name()))
            .distinct()
            .limit(6)
            .collect(Collectors.joining(" "));
    long since = waiting.stream().mapToLong(IoView::sinceNanos).min().orElse(frame.nanos());
    return new Explanation(
        name(new Thing.Process(device)), false,
        texts.of(waiting.isEmpty() ? "what.process.rests" : "what.process.waits"), "",
        List.of(
            value("who", who),
            value("since", waiting.isEmpty() ? "" : TimeText.span(frame.nanos() - since))));
  }

  private Explanation sent() {
    String sent = sentName();
    String key = sent.isEmpty() ? "reset" : sent.toLowerCase(Locale.ROOT);
    KernelFunction by =
        key.equals("reset")
            ? KernelFunction.SCSI_EH_READY_DEVS
            : KernelFunction.SCSI_SEND_EH_CMND;
    return new Explanation(sent, true, texts.of("what.sent." + key), by.citation(), List.of());
  }

  /** The command of a disk that matters most: in trouble, else the oldest; empty if none. */
  Optional<CommandView> commandOf(int device) {
    return state.commands().stream()
        .filter(each -> each.device() == device)
        .min(
            Comparator.comparingInt((CommandView each) -> -trouble(state.stateOf(each)))
                .thenComparingLong(CommandView::bornNanos));
  }

  private static int trouble(CommandState now) {
    return switch (now) {
      case ON_EH_LIST -> 6;
      case ABORTING -> 5;
      case TIMED_OUT -> 4;
      case SLOW -> 3;
      case REQUEUED -> 2;
      case IN_FLIGHT -> 1;
      case QUEUED, DONE, FAILED -> 0;
    };
  }

  /** The commands of a crowd, the oldest first. */
  List<CommandView> commandsOf(Thing.Crowd thing) {
    Places places = new Places(frame);
    List<Integer> devices = devicesOf(thing.lane());
    return state.commands().stream()
        .filter(each -> devices.contains(each.device()))
        .filter(each -> places.of(each) == thing.at())
        .sorted(Comparator.comparingLong(CommandView::bornNanos))
        .toList();
  }

  /** The disks of a line. */
  List<Integer> devicesOf(int lane) {
    return lane(lane)
        .map(
            each ->
                each.isBundle()
                    ? each.members().stream().map(StagePicture.Member::device).toList()
                    : List.of(each.device()))
        .orElse(List.of());
  }

  /** A command in a few words. */
  String brief(CommandView command) {
    return commands.brief(command);
  }
}
