package unjam.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import unjam.analysis.Mark;
import unjam.app.Narration.Hint;
import unjam.app.Narration.Sentence;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.projection.StackState;
import unjam.trace.KernelFunction;

/**
 * Finds the sentence for an instant: the gravest thing that is going on. Times are handed over as
 * nanoseconds in a {@link Span}, so that every language writes them as it likes.
 */
public final class Narrator {

  /** A span of simulated time among the arguments of a sentence. */
  public record Span(long nanos) {}

  /** Names of disks among the arguments of a sentence, one or more. */
  public record Names(List<String> names) {}

  /**
   * A word of our own among the arguments of a sentence.
   *
   * @param key of the message
   * @param label what the message says it of, empty for nothing
   */
  public record Word(String key, String label) {
    public Word(String key) {
      this(key, "");
    }
  }

  /** The trace's word for a disk that takes commands and does not answer them. */
  private static final String MUTE = "mute";

  /** What follows the name of a callback that is made to fail. */
  private static final String FAILS = " fails";

  private final Frame frame;
  private final StackState state;
  private final Focus focus;

  private Narrator(Frame frame, Focus focus) {
    this.frame = frame;
    this.focus = focus;
    state = frame.state();
  }

  public static Narration of(Frame frame, Focus focus) {
    Narrator narrator = new Narrator(frame, focus);
    return narrator
        .recovery()
        .or(narrator::trouble)
        .or(narrator::onThePath)
        .or(narrator::blocked)
        .or(narrator::inTheDisk)
        .orElseGet(narrator::quiet);
  }

  private Narration say(Sentence what, Sentence why) {
    return new Narration(what, why, hint());
  }

  private String disk(int device) {
    return state.device(device).map(DeviceView::disk).orElse("?");
  }

  private static String kernelThread(HostView host) {
    return "scsi_eh_" + host.number();
  }

  private String name(KernelFunction function) {
    return function.nameIn(frame.kernel());
  }

  // A host in recovery.

  private Optional<Narration> recovery() {
    return state.hosts().stream()
        .filter(host -> host.state().inRecovery() || host.eh().awake())
        .findFirst()
        .map(this::recovery);
  }

  private Narration recovery(HostView host) {
    EhView eh = host.eh();
    Sentence why = victims(host);
    String disk = disk(eh.device() >= 0 ? eh.device() : focus.device());
    String thread = kernelThread(host);
    return switch (eh.step()) {
      case ASLEEP ->
          say(
              Sentence.of("story.host_stops", "host" + host.number()),
              Sentence.of("story.host_stops.why", host.failed(), host.busy(), thread));
      case LADDER -> say(Sentence.of("story.ladder", thread, disk), why);
      case WOKEN, SENSE -> say(Sentence.of("story.eh_begins", thread, disk), why);
      case START_UNIT -> say(Sentence.of("story.start_unit", thread, disk), why);
      case ABORT -> say(Sentence.of("story.eh_abort", thread, disk), why);
      case LUN_RESET -> say(Sentence.of("story.lun_reset", thread, disk), why);
      case TARGET_RESET ->
          new SessionStory(state).reset(host)
              .map(told -> say(told.what(), told.why()))
              .orElseGet(() -> say(Sentence.of("story.target_reset", thread, disk), why));
      case BUS_RESET -> say(Sentence.of("story.bus_reset", thread, disk), why);
      case HOST_RESET ->
          say(Sentence.of("story.host_reset", thread, "host" + host.number()), why);
      case TUR ->
          say(
              Sentence.of("story.tur", thread, disk),
              eh.untilNanos() < 0
                  ? why
                  : Sentence.of("story.tur.why", new Span(eh.untilNanos() - eh.sinceNanos())));
      case SETTLING ->
          say(
              Sentence.of("story.settling", thread, new Span(eh.untilNanos() - eh.sinceNanos())),
              why);
      case AUTOPSY -> say(Sentence.of("story.autopsy", thread, disk), why);
      case LINK_RESET ->
          say(
              Sentence.of("story.link_reset", thread, disk),
              Sentence.of("story.link_reset.why", new Span(eh.untilNanos() - eh.sinceNanos())));
      case LINK_PAUSE ->
          say(
              Sentence.of(
                  "story.link_pause", thread, new Span(eh.untilNanos() - eh.sinceNanos())),
              why);
      case REVALIDATE -> say(Sentence.of("story.revalidate", thread, disk), why);
      case DISABLED ->
          say(
              Sentence.of("story.disabled", thread, disk),
              Sentence.of("story.disabled.why", disk));
      case OFFLINE -> say(Sentence.of("story.offline", thread, disk), why);
      case FLUSH -> say(Sentence.of("story.flush", thread), why);
      case RESTART ->
          say(
              Sentence.of("story.restart", "host" + host.number()),
              Sentence.of("story.restart.why"));
    };
  }

  private Sentence victims(HostView host) {
    List<String> stuck =
        state.devices().stream()
            .filter(each -> each.host() == host.number())
            .filter(each -> state.heldByEh(host.number()).stream()
                .noneMatch(command -> command.device() == each.index()))
            .filter(each -> each.index() != host.eh().device() && each.index() != focus.device())
            .filter(each -> !state.queued(each.index()).isEmpty())
            .map(DeviceView::disk)
            .toList();
    String gate = "host" + host.number();
    return switch (stuck.size()) {
      case 0 -> Sentence.of("story.gate.nobody", gate);
      case 1 -> Sentence.of("story.gate.one", gate, stuck.getFirst());
      default ->
          Sentence.of(
              "story.gate.many", gate, new Names(stuck.subList(0, stuck.size() - 1)),
              stuck.getLast());
    };
  }

  // A command in trouble, while its host still runs.

  private Optional<Narration> trouble() {
    return state.command(focus.command()).flatMap(this::trouble);
  }

  private Optional<Narration> trouble(CommandView command) {
    String disk = disk(command.device());
    CommandState now = state.stateOf(command);
    return switch (now) {
      case TIMED_OUT -> Optional.of(
          state.nanos() - command.startedNanos() < command.timeout()
              ? say(
                  Sentence.of("story.taken_back", disk, op(command)),
                  Sentence.of("story.taken_back.why", name(KernelFunction.SCSI_TIMEOUT)))
              : timedOut(command, disk));
      case ABORTING ->
          Optional.of(
              say(
                  Sentence.of("story.aborting", disk, op(command)),
                  Sentence.of("story.aborting.why")));
      case ON_EH_LIST -> Optional.empty();
      case REQUEUED ->
          Optional.of(
              say(
                  Sentence.of("story.requeued", disk, op(command)),
                  Sentence.of("story.requeued.why", command.retries(), command.allowed())));
      case IN_FLIGHT, SLOW ->
          Focus.isSilent(state, command)
              ? Optional.of(silent(command, disk))
              : Optional.empty();
      case QUEUED, DONE, FAILED -> Optional.empty();
    };
  }

  private Narration timedOut(CommandView command, String disk) {
    return say(
        Sentence.of(
            "story.timed_out", name(KernelFunction.SCSI_TIMEOUT), disk, op(command)),
        Sentence.of("story.timed_out.why", new Span(command.timeout())));
  }

  private Narration silent(CommandView command, String disk) {
    long now = state.nanos();
    if (command.deadline() >= 0 && now > command.deadline()) {
      long looks =
          state.device(command.device()).map(each -> each.timer().expiresAt()).orElse(-1L);
      Sentence what = Sentence.of("story.overdue", disk, new Span(command.timeout()), op(command));
      return looks > now
          ? say(what, Sentence.of("story.overdue.why", new Span(looks - now)))
          : say(what, Sentence.of("story.overdue.now"));
    }
    return say(
        Sentence.of("story.silent", disk, op(command)),
        WhoWaits.forTheSilence(state, command));
  }

  // Somebody runs on the path.

  private Optional<Narration> onThePath() {
    if (!frame.somebodyRuns() || focus.command() < 0) {
      return Optional.empty();
    }
    return state
        .command(focus.command())
        .filter(command -> command.lastSeq() == frame.at().seq())
        .map(this::onThePath);
  }

  private Narration onThePath(CommandView command) {
    String disk = disk(command.device());
    Sentence why = Sentence.of("story.path.why", wellUntilNow(), state.devices().size());
    String key =
        switch (command.station()) {
          case SCHEDULER -> "story.path.submit";
          case DISPATCH -> "story.path.waits";
          case MIDLAYER -> "story.path.midlayer";
          case DRIVER_AND_TARGET -> "story.path.disk";
          case IRQ -> "story.path.irq";
          case SOFTIRQ -> "story.path.softirq";
          case COMPLETION -> "story.path.completion";
          case APPLICATION -> "story.path.application";
          case REQUEUED -> "story.path.requeued";
          case ABORT_PENDING, ABORTING, EH_QUEUE, EH_IN_HAND, EH_DONE -> "story.path.waits";
        };
    return say(Sentence.of(key, name(command.function()), disk, op(command)), why);
  }

  private Optional<Narration> blocked() {
    PortStory ports = new PortStory(state);
    return ports.blocked().or(ports::switchedOff).map(told -> say(told.what(), told.why()));
  }

  /** No processor works on it, but a disk does. */
  private Optional<Narration> inTheDisk() {
    return state.commands().stream()
        .filter(CommandView::inFlight)
        .min(Comparator.comparingLong(CommandView::bornNanos))
        .map(
            command ->
                say(
                    Sentence.of("story.in_disk", disk(command.device()), op(command)),
                    Sentence.of("story.in_disk.why")));
  }

  private static Word op(CommandView command) {
    return new Word("op." + command.op().word());
  }

  // Nothing happens.

  private Narration quiet() {
    if (frame.isOver()) {
      return ending();
    }
    Optional<SessionStory.Told> lost =
        new SessionStory(state).offline().or(new PortStory(state)::removed);
    if (lost.isPresent()) {
      return say(lost.get().what(), lost.get().why());
    }
    Optional<DeviceView> gone =
        state.devices().stream().filter(each -> !each.state().online()).findFirst();
    if (gone.isPresent()) {
      return say(
          Sentence.of("story.disk_offline", gone.get().disk()),
          Sentence.of("story.disk_offline.why"));
    }
    int disks = state.devices().size();
    if (state.faults().isEmpty()) {
      return say(
          Sentence.of("story.healthy", disks, state.hosts().size()),
          AboveNews.lasting(frame)
              .orElseGet(() -> Sentence.of("story.healthy.why", wellUntilNow())));
    }
    String kind = state.faults().getFirst().kind();
    return say(
        kind.equals(MUTE)
            ? Sentence.of("story.fault.mute", faultyDisk())
            : faultSentence(kind),
        Sentence.of("story.fault.why"));
  }

  private Sentence faultSentence(String kind) {
    return kind.endsWith(FAILS)
        ? Sentence.of(
            "story.fault.fails", faultyDisk(), kind.substring(0, kind.length() - FAILS.length()))
        : Sentence.of("story.fault", faultyDisk(), new Word("faultkind." + kind));
  }

  private String faultyDisk() {
    String where = state.faults().getFirst().scope();
    return state.devices().stream()
        .filter(each -> each.at().toString().equals(where))
        .map(DeviceView::disk)
        .findFirst()
        .orElse(where);
  }

  private Narration ending() {
    Optional<IoOutcome> slowest =
        frame.run().timeline().ios().all().stream()
            .filter(IoOutcome::ended)
            .max(Comparator.comparingLong(IoOutcome::latency));
    int failed = 0;
    for (DeviceView device : state.devices()) {
      failed += frame.run().answers().failed(device.index(), frame.nanos());
    }
    Sentence what =
        failed == 0
            ? Sentence.of("story.end.well", wellUntilNow())
            : Sentence.of("story.end.failed", wellUntilNow(), failed);
    return say(
        what,
        slowest
            .map(io -> Sentence.of("story.end.why", new Span(io.latency()), disk(io.device())))
            .orElseGet(() -> Sentence.of("story.healthy.why", wellUntilNow())));
  }

  private int wellUntilNow() {
    int well = 0;
    for (DeviceView device : state.devices()) {
      well += frame.run().answers().well(device.index(), frame.nanos());
    }
    return well;
  }

  // What to try.

  private Hint hint() {
    return first("hint.timeout", Mark.Kind.TIMEOUT)
        .or(() -> first("hint.gate", Mark.Kind.HOST_STOPPED))
        .or(() -> next("hint.rung", Narrator::isRung))
        .or(() -> first("hint.restart", Mark.Kind.RESTART))
        .orElseGet(
            () ->
                frame.isOver()
                    ? new Hint("hint.again", new Action.Replay())
                    : new Hint("hint.end", new Action.ToEnd()));
  }

  /** The first mark of a kind, if it lies ahead. */
  private Optional<Hint> first(String key, Mark.Kind kind) {
    boolean passed =
        frame.run().marks().lastUntil(frame.nanos(), mark -> mark.kind() == kind).isPresent();
    return passed ? Optional.empty() : next(key, each -> each == kind);
  }

  private Optional<Hint> next(String key, Predicate<Mark.Kind> wanted) {
    return frame
        .run()
        .marks()
        .firstAfter(frame.nanos(), mark -> wanted.test(mark.kind()))
        .map(mark -> new Hint(key, new Action.JumpTo(mark.nanos())));
  }

  private static boolean isRung(Mark.Kind kind) {
    return switch (kind) {
      case LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, OFFLINE -> true;
      case FAULT_BEGAN, FAULT_ENDED, KNOB_SET, TIMEOUT, ABORT, HOST_STOPPED, EH_WOKEN, START_UNIT,
          NOT_READY, RESTART, ERROR_TOLD, GIVEN_UP, ELSEWHERE, MARKED_DOWN, CAME_LATE,
          ARRAY_FROZEN, ARRAY_THAWED, REINSTATED, HELD, READ_ONLY ->
          false;
    };
  }
}
