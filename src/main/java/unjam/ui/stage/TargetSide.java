package unjam.ui.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.analysis.CommandEvents;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessTable;
import unjam.scsi.TargetThread;
import unjam.trace.BlockFact;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;
import unjam.ui.stage.MachinesPicture.Arrow;
import unjam.ui.stage.MachinesPicture.Held;
import unjam.ui.stage.MachinesPicture.Sleeper;
import unjam.ui.stage.MachinesPicture.Store;
import unjam.ui.stage.MachinesPicture.Target;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the right machine: its threads, what its backstores keep, and who waits for whom. */
final class TargetSide {

  /** Commands that are drawn with what their backstore has. */
  private static final int MOST_HELD = 2;

  private static final int MOST_STORES = 4;

  private final Frame frame;
  private final StackState state;
  private final TargetView target;
  private final StageLook look;
  private final Texts texts;

  TargetSide(Frame frame, StageLook look, Texts texts) {
    this.frame = frame;
    this.look = look;
    this.texts = texts;
    state = frame.state();
    target = state.target();
  }

  /** A bio, and the session that it came through. */
  private record Kept(TargetView.Session session, TargetView.Bio bio) {
    boolean awaited() {
      return session.waits().stream().anyMatch(each -> each.command() == bio.command());
    }
  }

  Target read() {
    List<Kept> kept = kept();
    List<Kept> drawn = kept.stream().limit(MOST_HELD).toList();
    List<ProcessLine> lines =
        ProcessTable.of(frame.trace()).at(state, false).stream()
            .filter(each -> each.kind().isRemote())
            .sorted(Comparator.comparingInt(TargetSide::rank))
            .toList();
    List<Arrow> arrows = new ArrayList<>();
    for (ProcessLine line : lines) {
      arrow(line, drawn).ifPresent(arrows::add);
    }
    List<Store> stores = stores();
    String more =
        kept.size() > drawn.size()
            ? texts.of("machines.held_more", kept.size() - drawn.size())
            : "";
    return new Target(
        texts.of("machines.target"),
        texts.of("machines.target.note", state.devices().size()),
        lines.stream().map(this::sleeper).toList(), drawn.stream().map(this::held).toList(),
        stores.stream().limit(MOST_STORES).toList(), arrows, more,
        texts.of("machines.waits"));
  }

  /** Those that nobody can wake first, in the order in which they wait for each other. */
  private static int rank(ProcessLine line) {
    int kind =
        switch (line.kind()) {
          case TARGET_WORKER -> 0;
          case TARGET_RECEIVER -> 1;
          case TARGET_SENDER -> 2;
          case TARGET_LOGIN -> 3;
          case APPLICATION, ERROR_HANDLER, ABORT_WORKER, BLOCK_WORKER -> 4;
        };
    return line.state() == ProcessLine.State.D ? kind : kind + 10;
  }

  private static TargetThread threadOf(ProcessLine line) {
    return switch (line.kind()) {
      case TARGET_LOGIN -> TargetThread.ISCSI_NP;
      case TARGET_SENDER -> TargetThread.ISCSI_TTX;
      case TARGET_RECEIVER -> TargetThread.ISCSI_TRX;
      case TARGET_WORKER, APPLICATION, ERROR_HANDLER, ABORT_WORKER, BLOCK_WORKER ->
          TargetThread.TMR_WORKER;
    };
  }

  private static String id(TargetThread thread, int host) {
    return "thread-" + thread + (thread == TargetThread.ISCSI_NP ? "" : "-" + host);
  }

  private Sleeper sleeper(ProcessLine line) {
    boolean stuck = line.state() == ProcessLine.State.D;
    TargetThread thread = threadOf(line);
    String what =
        !stuck
            ? texts.of("machines.idle")
            : switch (thread) {
              case ISCSI_NP -> texts.of("target.np");
              case TMR_WORKER -> texts.of("target.tmr");
              case ISCSI_TRX, ISCSI_TTX -> texts.of("target.close");
            };
    return new Sleeper(
        id(thread, line.host()), line.state().name(), line.name(),
        stuck ? texts.of("machines.d_for", age(line.sinceNanos())) : "", what, line.stack(),
        stuck);
  }

  private String age(long since) {
    return TimeText.left(Math.max(0, frame.nanos() - since));
  }

  /** What backstores have for longer than a healthy one would, the awaited ones first. */
  private List<Kept> kept() {
    List<Kept> all = new ArrayList<>();
    for (TargetView.Session session : target.sessions()) {
      session.bios().forEach(bio -> all.add(new Kept(session, bio)));
    }
    all.removeIf(
        each ->
            !each.bio().held() && !each.awaited()
                && frame.nanos() - each.bio().sinceNanos() < Focus.SILENT_AFTER);
    all.sort(
        Comparator.comparing((Kept each) -> !each.awaited())
            .thenComparingLong(each -> each.bio().sinceNanos()));
    return all;
  }

  private static String id(TargetView.Bio bio) {
    return "held-" + bio.command();
  }

  private Held held(Kept kept) {
    TargetView.Bio bio = kept.bio();
    Optional<CommandView> command = state.command(bio.command());
    String disk = state.device(bio.device()).map(DeviceView::disk).orElse("?");
    boolean aborted =
        kept.session().waitOf(TargetThread.TMR_WORKER)
            .filter(each -> each.command() == bio.command())
            .isPresent();
    String reference =
        texts.of(
            aborted
                ? "machines.reference.aborted"
                : bio.wanted() ? "machines.reference.wanted" : "machines.reference.unwanted");
    return new Held(
        id(bio), command.map(CommandView::id).orElse(-1), bio.device(),
        command.map(each -> TokenShape.of(state.stateOf(each))).orElse(TokenShape.GHOST),
        command.filter(each -> each.tag() >= 0).map(each -> "" + each.tag()).orElse(""),
        op(bio.command()) + " task_tag " + bio.tag(), List.of(reference.split("\\|")),
        look.queues() ? texts.of("machines.no_recall") : "",
        texts.of(bio.held() ? "machines.bio.held" : "machines.bio", disk),
        texts.of("machines.since", TimeText.instant(bio.sinceNanos()), age(bio.sinceNanos())),
        age(bio.sinceNanos()),
        bio.held());
  }

  /** What a command asks; it may be gone on the other machine. */
  private String op(int command) {
    CommandEvents events = frame.run().commands();
    for (int n = 0; n < Math.min(4, events.count(command)); n++) {
      if (frame.trace().fact(events.seq(command, n)) instanceof BlockFact.RequestAllocated made) {
        return made.op().name();
      }
    }
    return "";
  }

  private Optional<Arrow> arrow(ProcessLine line, List<Kept> drawn) {
    if (line.state() != ProcessLine.State.D) {
      return Optional.empty();
    }
    TargetThread thread = threadOf(line);
    Optional<TargetView.Session> session = target.session(line.host());
    if (thread == TargetThread.ISCSI_NP) {
      return session
          .flatMap(
              each ->
                  each.waitOf(TargetThread.ISCSI_TRX)
                      .or(() -> each.waitOf(TargetThread.ISCSI_TTX)))
          .map(wait -> new Arrow(id(thread, -1), id(wait.thread(), line.host())));
    }
    return session
        .flatMap(each -> each.waitOf(thread))
        .flatMap(
            wait ->
                drawn.stream()
                    .map(Kept::bio)
                    .filter(bio -> bio.command() == wait.command())
                    .findFirst())
        .map(bio -> new Arrow(id(thread, line.host()), id(bio)));
  }

  /** Those that keep something first. */
  private List<Store> stores() {
    List<Store> stores = new ArrayList<>();
    for (DeviceView device : state.devices()) {
      long held =
          target.sessions().stream()
              .flatMap(each -> each.bios().stream())
              .filter(bio -> bio.device() == device.index() && bio.held())
              .count();
      stores.add(
          new Store(
              "store-" + device.index(), device.index(),
              texts.of("target.backstore", device.disk()),
              held > 0 ? texts.of("machines.holds", held) : texts.of("machines.answers"),
              held > 0));
    }
    if (stores.size() > MOST_STORES) {
      stores.sort(Comparator.comparing((Store each) -> !each.holds()));
    }
    return stores;
  }
}
