package unjam.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import unjam.analysis.EhPass;
import unjam.analysis.Rung;
import unjam.analysis.RungTry;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhCall;
import unjam.projection.EhStep;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.trace.KernelFunction;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;
import unjam.ui.ladder.LadderPicture.Hit;
import unjam.ui.ladder.LadderPicture.RungView;
import unjam.ui.ladder.LadderPicture.Status;
import unjam.ui.ladder.LadderPicture.Step;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the ladder's picture from a frame. */
final class LadderReader {

  private final Frame frame;
  private final StackState state;
  private final Focus focus;
  private final StageLook look;
  private final Texts texts;
  private final HostView host;

  private LadderReader(
      Frame frame, Focus focus, StageLook look, Texts texts, HostView host) {
    this.frame = frame;
    this.focus = focus;
    this.look = look;
    this.texts = texts;
    this.host = host;
    state = frame.state();
  }

  /** The ladder of the host that recovers, else of the host in focus, else of the first one. */
  static LadderPicture picture(Frame frame, Focus focus, StageLook look, Texts texts) {
    List<HostView> hosts = frame.state().hosts();
    return hosts.stream()
        .filter(each -> each.state().inRecovery() || each.eh().awake())
        .findFirst()
        .or(() -> hosts.stream().filter(each -> each.number() == focus.host()).findFirst())
        .or(() -> hosts.stream().findFirst())
        .map(each -> new LadderReader(frame, focus, look, texts, each).picture())
        .orElse(LadderPicture.EMPTY);
  }

  private LadderPicture picture() {
    EhView eh = host.eh();
    List<LadderPicture.Held> held =
        eh.awake() ? state.heldByEh(host.number()).stream().map(this::held).toList() : List.of();
    List<Step> steps = new StepsReader(frame, focus, texts, host).steps();
    String thread = "scsi_eh_" + host.number();
    return new LadderPicture(
        look,
        heads(steps, thread),
        thread,
        texts.of("thread." + eh.step().name().toLowerCase(Locale.ROOT)),
        eh.awake(),
        steps,
        rungs(),
        rungOf(eh.rung()).filter(rung -> eh.awake()).map(rung -> lit(eh)),
        held,
        eh.calls().isEmpty() ? Optional.empty() : asks(eh.calls().getLast()),
        disks().stream().map(each -> letter(each.disk())).toList(),
        state.devices().size());
  }

  private LadderPicture.Heads heads(List<Step> steps, String thread) {
    boolean idle = steps.stream().allMatch(each -> each.phase() == LadderPicture.Phase.IDLE);
    KernelFunction own = KernelFunction.ATA_SCSI_ERROR;
    boolean ladder = !host.strategy().equals(own.kernelName());
    String climbs = (ladder ? KernelFunction.SCSI_UNJAM_HOST : own).nameIn(frame.kernel());
    return new LadderPicture.Heads(
        texts.of(idle ? "ladder.steps.idle" : "ladder.steps"),
        texts.of("ladder.head", climbs, thread),
        texts.of("ladder.head.short", thread));
  }

  /** All disks are called sd and a letter, so the letter is enough. */
  private static String letter(String disk) {
    return disk.startsWith("sd") && disk.length() > 2 ? disk.substring(2) : disk;
  }

  private List<DeviceView> disks() {
    return state.devices().stream().filter(each -> each.host() == host.number()).toList();
  }

  /** Its own commands go through queuecommand like any other; resets are callbacks. */
  private Optional<LadderPicture.Asks> asks(EhCall call) {
    String sends = KernelFunction.SCSI_SEND_EH_CMND.nameIn(frame.kernel());
    String note = look.functions() ? texts.of("asks.sent", sends) : texts.of("asks.past");
    return switch (call.step()) {
      case TUR, SENSE, START_UNIT ->
          Optional.of(new LadderPicture.Asks("queuecommand", note));
      case ABORT -> callback(EhHook.EH_ABORT_HANDLER);
      case LUN_RESET -> callback(EhHook.EH_DEVICE_RESET_HANDLER);
      case TARGET_RESET -> callback(EhHook.EH_TARGET_RESET_HANDLER);
      case BUS_RESET -> callback(EhHook.EH_BUS_RESET_HANDLER);
      case HOST_RESET -> callback(EhHook.EH_HOST_RESET_HANDLER);
      case ASLEEP, WOKEN, LADDER, SETTLING, AUTOPSY, LINK_RESET, LINK_PAUSE, REVALIDATE,
          DISABLED, OFFLINE, FLUSH, RESTART -> Optional.empty();
    };
  }

  private Optional<LadderPicture.Asks> callback(EhHook hook) {
    return Optional.of(
        new LadderPicture.Asks(hook.field(), texts.of("asks.callback")));
  }

  private LadderPicture.Held held(CommandView command) {
    return new LadderPicture.Held(
        command.id(), TokenShape.HELD,
        command.tag() < 0 ? "" : Integer.toString(command.tag()));
  }

  private static Optional<Rung> rungOf(EhStep step) {
    return switch (step) {
      case START_UNIT -> Optional.of(Rung.START_UNIT);
      case LUN_RESET -> Optional.of(Rung.LUN_RESET);
      case TARGET_RESET -> Optional.of(Rung.TARGET_RESET);
      case BUS_RESET -> Optional.of(Rung.BUS_RESET);
      case HOST_RESET -> Optional.of(Rung.HOST_RESET);
      case OFFLINE -> Optional.of(Rung.OFFLINE);
      case AUTOPSY -> Optional.of(Rung.AUTOPSY);
      case LINK_RESET, LINK_PAUSE -> Optional.of(Rung.LINK_RESET);
      case REVALIDATE -> Optional.of(Rung.REVALIDATE);
      case DISABLED -> Optional.of(Rung.DISABLE);
      case ASLEEP, WOKEN, SENSE, LADDER, ABORT, TUR, SETTLING, FLUSH, RESTART ->
          Optional.empty();
    };
  }

  private List<RungView> rungs() {
    Optional<EhPass> pass = frame.run().passes().at(host.number(), frame.at().seq());
    List<RungTry> tries = pass.map(each -> each.triesUntil(frame.at().seq())).orElse(List.of());
    Optional<Rung> lit = host.eh().awake() ? rungOf(host.eh().rung()) : Optional.empty();
    List<RungView> views = new ArrayList<>();
    for (Rung rung : Rung.of(host.strategy())) {
      Status status = status(rung, tries, lit);
      List<DeviceView> hurt = hurt(rung);
      views.add(
          new RungView(
              rung, texts.of("rung." + rung.name().toLowerCase(Locale.ROOT)),
              function(rung), status, note(rung, status, tries), hits(rung, hurt),
              hurt.stream().map(DeviceView::index).toList()));
    }
    return views;
  }

  private Status status(Rung rung, List<RungTry> tries, Optional<Rung> lit) {
    if (lit.filter(each -> each == rung).isPresent()) {
      return Status.LIT;
    }
    if (rung.hook().filter(hook -> !host.hooks().contains(hook)).isPresent()) {
      return Status.MISSING;
    }
    List<RungTry> own = tries.stream().filter(each -> each.rung() == rung).toList();
    if (!own.isEmpty()) {
      boolean cured =
          rung.ofLibata()
              ? own.getLast().worked()
              : own.stream().anyMatch(each -> each.cured() > 0);
      return cured ? Status.WORKED : Status.FAILED;
    }
    boolean passed = tries.stream().anyMatch(each -> each.rung().ordinal() > rung.ordinal());
    return passed ? Status.SKIPPED : Status.TO_COME;
  }

  private String note(Rung rung, Status status, List<RungTry> tries) {
    return switch (status) {
      case MISSING -> texts.of("rung.missing");
      case SKIPPED ->
          texts.of(
              rung == Rung.START_UNIT || rung.ofLibata()
                  ? "rung.skipped"
                  : "rung.skipped.deadline");
      case FAILED, WORKED -> {
        long took =
            tries.stream()
                .filter(each -> each.rung() == rung)
                .mapToLong(each -> Math.min(each.end(), frame.nanos()) - each.start())
                .sum();
        yield texts.of(
            status == Status.WORKED ? "rung.worked" : "rung.failed", TimeText.span(took));
      }
      case TO_COME -> settles(rung) ? texts.of("rung.settles") : "";
      case LIT -> "";
    };
  }

  /** After it has worked there is a pause (drivers/scsi/scsi_error.c: scsi_try_host_reset). */
  private boolean settles(Rung rung) {
    boolean skips =
        frame.run().scenario().machine().hosts().stream()
            .anyMatch(
                each -> each.number() == host.number() && each.driver().skipSettleDelay());
    return switch (rung) {
      case BUS_RESET, HOST_RESET -> !skips;
      case START_UNIT, LUN_RESET, TARGET_RESET, OFFLINE, AUTOPSY, LINK_RESET, REVALIDATE,
          DISABLE -> false;
    };
  }

  private String function(Rung rung) {
    return rung.hook()
        .map(hook -> hook.field())
        .orElseGet(
            () -> ownFunction(rung).nameIn(frame.kernel()));
  }

  private static KernelFunction ownFunction(Rung rung) {
    return switch (rung) {
      case START_UNIT -> KernelFunction.SCSI_EH_STU;
      case AUTOPSY -> KernelFunction.ATA_EH_AUTOPSY;
      case LINK_RESET -> KernelFunction.ATA_EH_RESET;
      case REVALIDATE -> KernelFunction.ATA_DEV_REVALIDATE;
      case DISABLE -> KernelFunction.ATA_DEV_DISABLE;
      case LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, OFFLINE ->
          KernelFunction.SCSI_EH_OFFLINE_SDEVS;
    };
  }

  private List<Hit> hits(Rung rung, List<DeviceView> hurt) {
    Hit harm =
        rung == Rung.OFFLINE || rung == Rung.DISABLE ? Hit.GOES_OFFLINE
            : rung == Rung.AUTOPSY || rung == Rung.REVALIDATE ? Hit.SPARED
                : Hit.LOSES_COMMANDS;
    return disks().stream().map(each -> hurt.contains(each) ? harm : Hit.SPARED).toList();
  }

  private List<DeviceView> hurt(Rung rung) {
    List<DeviceView> disks = disks();
    int asked = host.eh().device() >= 0 ? host.eh().device() : focus.device();
    Hctl at =
        state.device(asked).map(DeviceView::at)
            .orElseGet(() -> disks.isEmpty() ? new Hctl(0, 0, 0, 0) : disks.getFirst().at());
    Predicate<DeviceView> hurt =
        switch (rung) {
          case START_UNIT, LUN_RESET -> each -> each.at().equals(at);
          case TARGET_RESET ->
              each -> each.at().channel() == at.channel() && each.at().target() == at.target();
          case BUS_RESET -> each -> each.at().channel() == at.channel();
          case HOST_RESET, AUTOPSY, LINK_RESET, REVALIDATE, DISABLE -> each -> true;
          case OFFLINE -> {
            List<Integer> failed =
                state.heldByEh(host.number()).stream().map(CommandView::device).toList();
            yield each ->
                failed.isEmpty() ? each.at().equals(at) : failed.contains(each.index());
          }
        };
    return disks.stream().filter(hurt).toList();
  }

  private LadderPicture.Lit lit(EhView eh) {
    Optional<RungTry> now =
        frame.run().passes().at(host.number(), frame.at().seq())
            .flatMap(
                pass ->
                    pass.triesUntil(frame.at().seq()).stream().reduce((one, two) -> two));
    Optional<String> answer =
        now.flatMap(each -> each.answerAfter(frame.at().seq())).map(value -> value.text());
    long whole = eh.untilNanos() - eh.sinceNanos();
    boolean limited = eh.untilNanos() >= 0 && whole > 0;
    String time =
        limited
            ? TimeText.left(eh.untilNanos() - frame.nanos())
            : TimeText.left(frame.nanos() - eh.sinceNanos());
    double left =
        limited
            ? Math.clamp((double) (eh.untilNanos() - frame.nanos()) / whole, 0, 1)
            : -1;
    return new LadderPicture.Lit(
        time, left,
        answer
            .map(each -> texts.of("lit.answered", each, took(now)))
            .orElseGet(() -> texts.of("lit.runs")),
        answer.isPresent(), asked(eh));
  }

  private static String took(Optional<RungTry> tried) {
    return tried
        .filter(each -> each.answered() >= 0)
        .map(each -> TimeText.span(each.answered() - each.start()))
        .orElse("");
  }

  private Optional<LadderPicture.Asked> asked(EhView eh) {
    return switch (eh.step()) {
      case TUR -> asked("TEST UNIT READY", "TUR", "lit.no_answer", "lit.plain.tur");
      case START_UNIT -> asked("START STOP UNIT", "START", "lit.no_answer", "lit.plain.start");
      case SETTLING -> asked("", "", "lit.settling", "lit.plain.settling");
      case ABORT -> asked("", "", "lit.abort", "lit.plain.abort");
      case LINK_RESET -> asked("", "", "lit.link_reset", "lit.plain.link_reset");
      case LINK_PAUSE -> asked("", "", "lit.link_pause", "lit.plain.link_pause");
      case ASLEEP, WOKEN, SENSE, LADDER, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, AUTOPSY,
          REVALIDATE, DISABLED, OFFLINE, FLUSH, RESTART ->
          Optional.empty();
    };
  }

  private Optional<LadderPicture.Asked> asked(
      String command, String brief, String note, String plain) {
    return Optional.of(
        look.presenter()
            ? new LadderPicture.Asked("", "", texts.of(plain))
            : new LadderPicture.Asked(command, brief, texts.of(note)));
  }
}
