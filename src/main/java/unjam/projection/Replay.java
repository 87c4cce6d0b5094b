package unjam.projection;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Goes through a trace once, from beginning to end, with the state at hand after every event. */
public final class Replay {

  private final Trace trace;
  private final Projector projector;
  private @Nullable TraceEvent event;

  private Replay(Trace trace) {
    this.trace = trace;
    projector = new Projector(trace, Checkpoint.START);
  }

  public static Replay of(Trace trace) {
    return new Replay(trace);
  }

  /** Takes the next event in; false when there is none. */
  public boolean next() {
    if (projector.seq() >= trace.size() - 1) {
      return false;
    }
    event = projector.next();
    return true;
  }

  /**
   * The event taken in last.
   *
   * @throws NoSuchElementException before the first one
   */
  public TraceEvent event() {
    if (event == null) {
      throw new NoSuchElementException("no event has been taken in yet");
    }
    return event;
  }

  /** A command that is alive after this event. */
  public Optional<CommandView> command(int id) {
    CommandCell command = projector.commands.get(id);
    return command == null ? Optional.empty() : Optional.of(command.view());
  }

  /** A device as it is after this event. */
  public Optional<DeviceView> device(int index) {
    DeviceCell device = projector.devices.get(index);
    return device == null ? Optional.empty() : Optional.of(device.view());
  }

  /** Everything that is alive after this event. */
  public StackState state() {
    return projector.freeze();
  }
}
