package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.app.Focus;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.ui.control.Glyphs.Health;

/** The commands of every disk at an instant, counted in one go. */
final class Census {

  private final StackState state;
  private final TreeMap<Integer, List<CommandView>> byDevice = new TreeMap<>();
  private final TreeSet<Integer> awaited = new TreeSet<>();
  private final TreeSet<Integer> recovering = new TreeSet<>();

  Census(StackState state) {
    this.state = state;
    for (CommandView command : state.commands()) {
      byDevice.computeIfAbsent(command.device(), key -> new ArrayList<>()).add(command);
    }
    state.ios().forEach(this::await);
    for (HostView host : state.hosts()) {
      if (host.state().inRecovery()) {
        recovering.add(host.number());
      }
    }
  }

  private void await(IoView io) {
    if (io.tries().isEmpty()) {
      awaited.add(io.device());
    } else {
      awaited.addAll(io.tries());
    }
  }

  /** The commands of a disk, by id. */
  List<CommandView> of(int device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /** Somebody waits for the disk. */
  boolean isAwaited(int device) {
    return awaited.contains(device);
  }

  boolean isRecovering(int host) {
    return recovering.contains(host);
  }

  /** Waits to be sent, for the first time or again. */
  static boolean waits(CommandView command) {
    return !command.inFlight()
        && (command.base() == CommandState.QUEUED || command.base() == CommandState.REQUEUED);
  }

  List<CommandView> waiting(int device) {
    return of(device).stream().filter(Census::waits).toList();
  }

  int inFlight(int device) {
    return (int) of(device).stream().filter(CommandView::inFlight).count();
  }

  Health health(DeviceView device) {
    boolean held = false;
    boolean waits = false;
    boolean silent = false;
    for (CommandView each : of(device.index())) {
      held |= each.base() == CommandState.ON_EH_LIST;
      waits |= waits(each);
      silent |= Focus.isSilent(state, each);
    }
    return Health.of(state, device, held, waits && isRecovering(device.host()), silent);
  }

  /** Somebody should look at the disk: the higher the sooner, 0 for a disk in good health. */
  int trouble(DeviceView device) {
    boolean late =
        of(device.index()).stream()
            .anyMatch(
                each ->
                    switch (state.stateOf(each)) {
                      case TIMED_OUT, ABORTING, SLOW -> true;
                      case QUEUED, IN_FLIGHT, ON_EH_LIST, REQUEUED, DONE, FAILED -> false;
                    });
    return Math.max(late ? 4 : 0, worse(health(device)));
  }

  /** How bad a state is; 0 is none. */
  static int worse(Health health) {
    return switch (health) {
      case OFFLINE, SWITCHED_OFF, REMOVED -> 6;
      case IN_RECOVERY -> 5;
      case SILENT -> 4;
      case UNPLUGGED -> 3;
      case BLOCKED -> 2;
      case STUCK -> 1;
      case RUNNING -> 0;
    };
  }
}
