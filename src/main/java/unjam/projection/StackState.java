package unjam.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import unjam.scsi.Knob;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * Everything that is alive in the stack at one instant; immutable. What has ended is not in it: see
 * {@link SpanIndex} and {@link IoLog}.
 *
 * @param seq the last event that it contains, or -1
 * @param nanos the instant that it stands for, not before that event
 * @param context who ran last
 * @param function in which kernel function
 * @param hosts by number
 * @param devices by index
 * @param commands by id
 * @param ios IOs that applications wait for, by index
 * @param faults armed faults in the order of their start
 * @param machineKnobs settings that belong to the whole machine
 * @param target the machine at the other end of the sessions, if there is one
 */
public record StackState(
    int seq,
    long nanos,
    ExecContext context,
    KernelFunction function,
    List<HostView> hosts,
    List<DeviceView> devices,
    List<CommandView> commands,
    List<IoView> ios,
    List<ArmedFault> faults,
    Map<Knob, String> machineKnobs,
    TargetView target) {

  public StackState {
    hosts = Row.of(hosts, HostView::number);
    devices = Row.of(devices, DeviceView::index);
    commands = Row.of(commands, CommandView::id);
    ios = Row.of(ios, IoView::io);
  }

  static final StackState EMPTY =
      new StackState(
          -1, 0, ExecContext.USER, KernelFunction.SCENARIO, List.of(), List.of(), List.of(),
          List.of(), List.of(), Slots.NO_KNOBS, TargetView.NONE);

  StackState at(long later) {
    return later == nanos
        ? this
        : new StackState(
            seq, later, context, function, hosts, devices, commands, ios, faults, machineKnobs,
            target);
  }

  public Optional<HostView> host(int number) {
    return Row.of(hosts, HostView::number).find(number);
  }

  public Optional<DeviceView> device(int index) {
    return Row.of(devices, DeviceView::index).find(index);
  }

  public Optional<CommandView> command(int id) {
    return Row.of(commands, CommandView::id).find(id);
  }

  public Optional<IoView> io(int index) {
    return Row.of(ios, IoView::io).find(index);
  }

  /** The state of a command at this instant. */
  public CommandState stateOf(CommandView command) {
    return command.stateAt(nanos);
  }

  /** Commands that serve an IO and are not yet gone. */
  public List<CommandView> commandsOf(int io) {
    return found(each -> each.io() == io);
  }

  /** Commands that the device, its wire or its driver has. */
  public List<CommandView> inFlight(int device) {
    return found(each -> each.device() == device && each.inFlight());
  }

  /** Commands of a device that wait to be sent, for the first time or again. */
  public List<CommandView> queued(int device) {
    return found(
        each ->
            each.device() == device
                && !each.inFlight()
                && (each.base() == CommandState.QUEUED
                    || each.base() == CommandState.REQUEUED));
  }

  /**
   * Commands handed to the host's error handler that it has not begun with, in order of arrival.
   */
  public List<CommandView> ehQueue(int host) {
    return inOrder(host, each -> each.station() == Station.EH_QUEUE);
  }

  /** Every command that the host's error handler holds, in order of arrival. */
  public List<CommandView> heldByEh(int host) {
    return inOrder(host, each -> each.base() == CommandState.ON_EH_LIST);
  }

  /** Commands of the host whose abort waits for its delay or for the one worker, in order. */
  public List<CommandView> waitingForAbort(int host) {
    return inOrder(host, each -> each.station() == Station.ABORT_PENDING);
  }

  /** The command that the host's abort worker is at. */
  public Optional<CommandView> aborting(int host) {
    return inOrder(host, each -> each.station() == Station.ABORTING).stream().findFirst();
  }

  private List<CommandView> inOrder(int host, Predicate<CommandView> wanted) {
    List<CommandView> found = found(each -> each.host() == host && wanted.test(each));
    found.sort(Comparator.comparingInt(CommandView::sinceSeq));
    return found;
  }

  /** Asked many times for every picture, mostly in vain. */
  private List<CommandView> found(Predicate<CommandView> wanted) {
    List<CommandView> found = new ArrayList<>(0);
    for (int i = 0; i < commands.size(); i++) {
      CommandView each = commands.get(i);
      if (wanted.test(each)) {
        found.add(each);
      }
    }
    return found;
  }
}
