package unjam.analysis;

import java.util.Map;
import java.util.Optional;
import unjam.analysis.WaitGraph.Kind;
import unjam.analysis.WaitGraph.Node;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine.State;
import unjam.scsi.TargetThread;
import unjam.trace.KernelFunction;

/** Who waits on the way to another machine, and over there. */
final class TargetWaits {

  private static final String LOGGED_IN = "LOGGED_IN";
  private static final String ONLINE = "Online";

  private final StackState state;
  private final BlastRadius radius;
  private final String kernel;
  private final WaitDraft draft;

  TargetWaits(StackState state, BlastRadius radius, String kernel, WaitDraft draft) {
    this.state = state;
    this.radius = radius;
    this.kernel = kernel;
    this.draft = draft;
  }

  /** The host's session or port, if it is lost. */
  Optional<String> session(HostView host) {
    Optional<String> lost =
        host.ports().entrySet().stream()
            .filter(each -> !each.getValue().equals(LOGGED_IN) && !each.getValue().equals(ONLINE))
            .map(Map.Entry::getKey)
            .findFirst();
    lost.ifPresent(
        port -> {
          String id = "session:" + port;
          long since =
              radius.of(BlastRadius.Level.SESSION).stream()
                  .filter(each -> each.name().equals(port))
                  .mapToLong(BlastRadius.Part::sinceNanos)
                  .findFirst()
                  .orElse(-1);
          draft.put(
              new Node(
                  id, Kind.SESSION, port, host.ports().getOrDefault(port, ""), Optional.empty(),
                  Optional.empty(), since, -1, -1));
          state.target().session(host.number())
              .filter(each -> each.waitOf(TargetThread.ISCSI_NP).isPresent())
              .ifPresent(each -> draft.waits(id, threadId(TargetThread.ISCSI_NP, each)));
        });
    return lost.map(port -> "session:" + port);
  }

  static String threadId(TargetThread thread, TargetView.Session session) {
    return "thread:" + thread + session.host();
  }

  /** Threads of the other machine that nobody can wake. */
  void threads(TargetView.Session session) {
    for (TargetView.Wait wait : session.waits()) {
      String id = threadId(wait.thread(), session);
      draft.put(
          WaitDraft.thread(
              id, Kind.TARGET_THREAD, wait.thread().comm(), State.D, function(wait.thread()),
              wait.sinceNanos()));
      session.bios().stream()
          .filter(each -> each.command() == wait.command())
          .findFirst()
          .ifPresent(each -> draft.waits(id, bio(each)));
      if (wait.thread() == TargetThread.ISCSI_NP
          && session.waitOf(TargetThread.ISCSI_TRX).isPresent()) {
        draft.waits(id, threadId(TargetThread.ISCSI_TRX, session));
      }
    }
  }

  private String function(TargetThread thread) {
    return switch (thread) {
      case ISCSI_NP -> KernelFunction.ISCSI_CHECK_FOR_SESSION_REINSTATEMENT.nameIn(kernel);
      case ISCSI_TRX, ISCSI_TTX -> KernelFunction.TRANSPORT_WAIT_FOR_TASKS.nameIn(kernel);
      case TMR_WORKER -> KernelFunction.TARGET_PUT_CMD_AND_WAIT.nameIn(kernel);
    };
  }

  String bio(TargetView.Bio bio) {
    String id = "bio:" + bio.command();
    if (!draft.has(id)) {
      String disk = state.device(bio.device()).map(DeviceView::disk).orElse("");
      draft.put(
          new Node(
              id, Kind.BIO, disk, "", Optional.empty(), Optional.empty(), bio.sinceNanos(),
              bio.command(), bio.device()));
      boolean slow = bio.held() || state.nanos() - bio.sinceNanos() > BlastReader.LONG;
      String store =
          draft.put(
              new Node(
                  "store:" + bio.device(), Kind.DISK, disk, "LIO", Optional.empty(),
                  Optional.empty(), bio.sinceNanos(), -1, bio.device()));
      draft.waitsForDisk(id, store, slow);
    }
    return id;
  }
}
