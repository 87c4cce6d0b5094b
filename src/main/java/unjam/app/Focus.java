package unjam.app;

import java.util.Optional;
import unjam.engine.SimTime;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.HostView;
import unjam.projection.StackState;

/**
 * What the picture is about at an instant: what a person has selected, else what the error handler
 * works on, else the command in most trouble, else the one that was last on the path.
 *
 * @param command id of the command, or -1
 * @param device index of its device, or -1
 * @param host number of its host, or -1
 */
public record Focus(int command, int device, int host) {

  /** A command that has been in flight for longer is silent: no healthy disk takes that long. */
  public static final long SILENT_AFTER = SimTime.NANOS_PER_SECOND;

  private static final Focus NOTHING = new Focus(-1, -1, -1);

  public static Focus of(Frame frame, int selection) {
    StackState state = frame.state();
    Optional<CommandView> selected =
        selection < 0 ? Optional.empty() : state.command(selection);
    return selected
        .or(() -> inTheHandsOfTheErrorHandler(state))
        .or(() -> inTrouble(state))
        .or(() -> frame.run().steps().commandAt(frame.at()).flatMap(state::command))
        .map(each -> new Focus(each.id(), each.device(), each.host()))
        .orElse(NOTHING);
  }

  private static Optional<CommandView> inTheHandsOfTheErrorHandler(StackState state) {
    for (HostView host : state.hosts()) {
      if (host.eh().awake() && host.eh().command() >= 0) {
        Optional<CommandView> command = state.command(host.eh().command());
        if (command.isPresent()) {
          return command;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<CommandView> inTrouble(StackState state) {
    CommandView worst = null;
    int most = 0;
    for (CommandView each : state.commands()) {
      int trouble = trouble(state, each);
      boolean older = worst != null && each.bornNanos() < worst.bornNanos();
      if (trouble > most || trouble == most && older) {
        worst = each;
        most = trouble;
      }
    }
    return Optional.ofNullable(worst);
  }

  /** How much trouble a command is in; 0 is none. */
  private static int trouble(StackState state, CommandView command) {
    CommandState now = state.stateOf(command);
    return switch (now) {
      case ON_EH_LIST -> 5;
      case ABORTING -> 4;
      case TIMED_OUT -> 3;
      case REQUEUED -> command.retries() > 0 ? 2 : 0;
      case IN_FLIGHT, SLOW -> isSilent(state, command) ? 1 : 0;
      case QUEUED, DONE, FAILED -> 0;
    };
  }

  /** In flight for so long that no healthy disk would take it. */
  public static boolean isSilent(StackState state, CommandView command) {
    return command.inFlight() && state.nanos() - command.startedNanos() > SILENT_AFTER;
  }
}
