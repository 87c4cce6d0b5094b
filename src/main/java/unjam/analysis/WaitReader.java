package unjam.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unjam.analysis.BlastRadius.Standing;
import unjam.analysis.WaitGraph.Kind;
import unjam.analysis.WaitGraph.Node;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhStep;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine.State;
import unjam.reading.ProcessTable;
import unjam.scsi.SdevState;
import unjam.scsi.TargetThread;
import unjam.trace.KernelFunction;

/** Finds out who waits for whom at an instant. */
public final class WaitReader {

  /** More processes are counted, not drawn. */
  private static final int MOST = 6;

  /** More processes that wait for the very same are counted, not drawn. */
  private static final int ALIKE = 2;


  private final StackState state;
  private final BlastRadius radius;
  private final String kernel;
  private final WaitDraft draft = new WaitDraft();
  private final TargetWaits target;

  private WaitReader(StackState state, BlastRadius radius, String kernel) {
    this.state = state;
    this.radius = radius;
    this.kernel = kernel;
    target = new TargetWaits(state, radius, kernel, draft);
  }

  /**
   * Reads an instant.
   *
   * @param radius who is hurt then
   * @param kernel release whose functions are named
   */
  public static WaitGraph of(StackState state, BlastRadius radius, String kernel) {
    return new WaitReader(state, radius, kernel).read();
  }

  private WaitGraph read() {
    List<IoView> waiting =
        state.ios().stream()
            .sorted(Comparator.comparingLong(IoView::sinceNanos))
            .toList();
    Map<Set<String>, Integer> alike = new HashMap<>();
    int drawn = 0;
    for (IoView each : waiting) {
      if (drawn < MOST && alike.merge(reasons(each), 1, Integer::sum) <= ALIKE) {
        process(each);
        drawn++;
      }
    }
    state.commands().stream().filter(this::isOrphan).limit(ALIKE).forEach(this::command);
    state.hosts().stream().filter(each -> each.eh().awake()).forEach(this::errorHandler);
    state.target().sessions().forEach(target::threads);
    return draft.done(waiting.size() - drawn);
  }

  /** What it waits for in the end, its own commands not named. */
  private Set<String> reasons(IoView io) {
    Set<String> reasons = new LinkedHashSet<>();
    WaitReader alone = new WaitReader(state, radius, kernel);
    alone.process(io);
    alone.draft.ids().stream()
        .filter(id -> !id.startsWith("process") && !id.startsWith("command"))
        .forEach(reasons::add);
    return reasons;
  }

  /** Whoever asked for it has given it up; below it is still owned. */
  private boolean isOrphan(CommandView command) {
    return command.io() >= 0
        && state.io(command.io()).filter(io -> io.waitsFor(command.device())).isEmpty()
        && command.inFlight()
        && state.nanos() - command.startedNanos() > BlastReader.LONG;
  }

  private void process(IoView io) {
    String name = ProcessTable.processOf(io.name());
    String id =
        draft.put(
            new Node(
                "process:" + io.io(), Kind.PROCESS, name, "", Optional.of(State.D),
                Optional.empty(), io.sinceNanos(), -1, io.device()));
    if (io.inOpen()) {
      state.device(io.device())
          .flatMap(each -> state.host(each.host()))
          .ifPresent(host -> draft.waits(id, recovery(host)));
      return;
    }
    for (CommandView each : state.commandsOf(io.io())) {
      if (each.base() != CommandState.DONE && each.base() != CommandState.FAILED) {
        draft.waits(id, command(each));
      }
    }
  }

  private String command(CommandView command) {
    String id = "command:" + command.id();
    if (draft.has(id)) {
      return id;
    }
    String disk = state.device(command.device()).map(DeviceView::disk).orElse("");
    draft.put(
        new Node(
            id, Kind.COMMAND, command.op().name() + " " + disk, command.function().nameIn(kernel),
            Optional.empty(), Optional.empty(), command.sinceNanos(), command.id(),
            command.device()));
    follow(id, command);
    return id;
  }

  private void follow(String id, CommandView command) {
    Optional<HostView> host = state.host(command.host());
    switch (command.base()) {
      case QUEUED, REQUEUED, SLOW ->
          gate(command).ifPresentOrElse(
              gate -> draft.waits(id, gate), () -> withDisk(id, command));
      case IN_FLIGHT -> withDisk(id, command);
      case TIMED_OUT, ABORTING -> {
        withDisk(id, command);
        host.ifPresent(each -> draft.waits(id, abortWorker(each)));
      }
      case ON_EH_LIST -> host.ifPresent(each -> draft.waits(id, errorHandler(each)));
      case DONE, FAILED -> { }
    }
  }

  /** What keeps it from being sent, if something does. */
  private Optional<String> gate(CommandView command) {
    if (command.inFlight()) {
      return Optional.empty();
    }
    Optional<DeviceView> device = state.device(command.device());
    Optional<HostView> host = state.host(command.host());
    if (device.filter(each -> each.state() == SdevState.SDEV_BLOCK).isPresent()) {
      return device.map(each -> blocked(each, host));
    }
    Optional<String> shut = host.filter(each -> each.state().inRecovery()).map(this::recovery);
    return shut.isPresent()
        ? shut
        : device.filter(each -> each.heldBy().isPresent()).map(this::full);
  }

  /** A device that is full, or was, takes no more before something comes back from it. */
  private String full(DeviceView device) {
    String word = device.heldBy().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
    String id = "gate:" + device.disk() + ":" + word;
    if (!draft.has(id)) {
      draft.put(
          new Node(
              id, Kind.GATE, device.disk(), word, Optional.empty(), Optional.empty(),
              device.heldSince(), -1, device.index()));
      state.inFlight(device.index()).stream()
          .min(Comparator.comparingLong(CommandView::startedNanos))
          .ifPresent(oldest -> draft.waits(id, command(oldest)));
    }
    return id;
  }

  private String recovery(HostView host) {
    String id = "gate:host" + host.number();
    if (!draft.has(id)) {
      draft.put(
          new Node(
              id, Kind.GATE, "host" + host.number(), host.state().sysfs(), Optional.empty(),
              Optional.empty(), since(host), -1, -1));
      draft.waits(id, errorHandler(host));
    }
    return id;
  }

  private long since(HostView host) {
    return radius.of(BlastRadius.Level.HOST).stream()
        .filter(each -> each.number() == host.number())
        .mapToLong(BlastRadius.Part::sinceNanos)
        .findFirst()
        .orElse(-1);
  }

  private String blocked(DeviceView device, Optional<HostView> host) {
    String id = "gate:" + device.disk();
    draft.put(
        new Node(
            id, Kind.GATE, device.disk(), device.state().sysfs(), Optional.empty(),
            Optional.empty(), sinceOf(device), -1, device.index()));
    host.flatMap(target::session).ifPresent(session -> draft.waits(id, session));
    return id;
  }

  private long sinceOf(DeviceView device) {
    return radius.of(BlastRadius.Level.LUN).stream()
        .filter(each -> each.number() == device.index())
        .mapToLong(BlastRadius.Part::sinceNanos)
        .findFirst()
        .orElse(-1);
  }

  /** The driver, the wire, the target or the disk has it. */
  private void withDisk(String id, CommandView command) {
    Optional<TargetView.Bio> bio =
        state.target().session(command.host()).stream()
            .flatMap(each -> each.bios().stream())
            .filter(each -> each.command() == command.id())
            .findFirst();
    if (bio.isPresent()) {
      draft.waits(id, target.bio(bio.get()));
    } else if (command.inFlight()) {
      owned(id, command.device());
    }
  }

  private void owned(String from, int device) {
    state.device(device)
        .ifPresent(
            each -> {
              String id =
                  draft.put(
                      new Node(
                          "disk:" + each.index(), Kind.DISK, each.disk(), each.state().sysfs(),
                          Optional.empty(), Optional.empty(), sinceOf(each), -1, each.index()));
              draft.waitsForDisk(
                  from, id, radius.ofDevice(device) == Standing.BY_FAULT);
            });
  }

  /** The host's one worker for aborts. */
  private String abortWorker(HostView host) {
    String id = "abort:" + host.number();
    if (draft.has(id)) {
      return id;
    }
    Optional<CommandView> now = state.aborting(host.number());
    draft.put(
        WaitDraft.thread(
            id, Kind.ABORT_WORKER, "scsi_tmf_" + host.number(),
            now.isPresent() ? State.D : State.I,
            now.isPresent() ? KernelFunction.SCMD_EH_ABORT_HANDLER.nameIn(kernel) : "",
            now.map(CommandView::sinceNanos).orElse(-1L)));
    now.ifPresent(
        each -> {
          String call = call(host, EhStep.ABORT, each.device(), each.sinceNanos());
          draft.waits(id, call);
          state.target().session(host.number())
              .filter(session -> session.waitOf(TargetThread.TMR_WORKER).isPresent())
              .ifPresent(
                  session ->
                      draft.waits(
                          call, TargetWaits.threadId(TargetThread.TMR_WORKER, session)));
        });
    return id;
  }

  private String errorHandler(HostView host) {
    String id = "eh:" + host.number();
    if (draft.has(id)) {
      return id;
    }
    EhView eh = host.eh();
    draft.put(
        WaitDraft.thread(
            id, Kind.ERROR_HANDLER, "scsi_eh_" + host.number(),
            eh.calls().isEmpty() ? eh.awake() ? State.R : State.S : State.D, "",
            eh.awake() ? eh.sinceNanos() : -1));
    if (!eh.awake()) {
      state.commands().stream()
          .filter(each -> each.host() == host.number() && each.inFlight())
          .filter(each -> each.base() != CommandState.ON_EH_LIST)
          .forEach(each -> draft.waits(id, command(each)));
    } else {
      step(id, host, eh);
    }
    return id;
  }

  private void step(String id, HostView host, EhView eh) {
    switch (eh.step()) {
      case TUR, START_UNIT, SENSE, REVALIDATE -> ownCommand(id, eh);
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, LINK_RESET -> {
        String call = call(host, eh.step(), eh.device(), eh.sinceNanos());
        draft.waits(id, call);
        target.session(host).ifPresent(session -> draft.waits(call, session));
      }
      case SETTLING, LINK_PAUSE ->
          draft.waits(
              id,
              draft.put(
                  new Node(
                      "pause:" + host.number(), Kind.PAUSE, "", "", Optional.empty(),
                      Optional.of(eh.step()), eh.sinceNanos(), -1, -1)));
      case ASLEEP, WOKEN, LADDER, AUTOPSY, DISABLED, OFFLINE, FLUSH, RESTART -> { }
    }
  }

  /** What the thread has sent itself: the disk owns the answer. */
  private void ownCommand(String id, EhView eh) {
    String own = "own:" + id;
    String disk = state.device(eh.device()).map(DeviceView::disk).orElse("");
    draft.put(
        new Node(
            own, Kind.COMMAND, disk, KernelFunction.SCSI_SEND_EH_CMND.nameIn(kernel),
            Optional.empty(), Optional.of(eh.step()), eh.sinceNanos(), eh.command(),
            eh.device()));
    draft.waits(id, own);
    owned(own, eh.device());
  }

  private String call(HostView host, EhStep step, int device, long since) {
    String disk = state.device(device).map(DeviceView::disk).orElse("");
    return draft.put(
        new Node(
            "call:" + step + host.number(), Kind.CALL, disk, host.driver(), Optional.empty(),
            Optional.of(step), since, -1, device));
  }
}
