package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.scenario.MachinePicture.HostRow;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the machine from a frame. */
final class MachineReader {

  /** So many disks of one host are shown one by one; of more, those in trouble come first. */
  static final int MOST_SHOWN = 12;

  private static final long SECOND = 1_000_000_000L;

  private final Frame frame;
  private final StackState state;
  private final Texts texts;
  private final int selected;
  private final TreeMap<Integer, Load> loads = new TreeMap<>();

  /** What a disk's commands are up to. */
  private static final class Load {
    int held;
    int waiting;
    int late;
    long silentSince = Long.MAX_VALUE;
  }

  private MachineReader(Session session, Frame frame, Texts texts) {
    this.frame = frame;
    this.texts = texts;
    state = frame.state();
    selected = subject(session);
    state.commands().forEach(this::count);
  }

  static MachinePicture picture(Session session, Frame frame, Texts texts) {
    MachineReader reader = new MachineReader(session, frame, texts);
    return new MachinePicture(frame.state().hosts().stream().map(reader::host).toList());
  }

  /** What is selected; while a host recovers, the disk that its error handler is busy with. */
  private int subject(Session session) {
    if (session.device() >= 0) {
      return session.device();
    }
    Focus focus = Focus.of(frame, session.selection());
    boolean followed = session.selection() >= 0 && focus.command() == session.selection();
    boolean recovering = state.hosts().stream().anyMatch(host -> host.state().inRecovery());
    return followed || recovering ? focus.device() : -1;
  }

  private void count(CommandView command) {
    Load load = loads.computeIfAbsent(command.device(), device -> new Load());
    CommandState now = state.stateOf(command);
    switch (now) {
      case ON_EH_LIST -> load.held++;
      case TIMED_OUT, ABORTING -> load.late++;
      case QUEUED, REQUEUED -> load.waiting += command.inFlight() ? 0 : 1;
      case IN_FLIGHT, SLOW -> {
        if (Focus.isSilent(state, command)) {
          load.silentSince = Math.min(load.silentSince, command.startedNanos());
        }
      }
      case DONE, FAILED -> { }
    }
  }

  private HostRow host(HostView host) {
    List<DiskRow> disks =
        state.devices().stream()
            .filter(each -> each.host() == host.number())
            .map(this::disk)
            .toList();
    List<DiskRow> shown = disks.size() <= MOST_SHOWN ? disks : worst(disks);
    return new HostRow(
        host.number(), "host" + host.number(), host.state().sysfs(),
        host.state().inRecovery(), shown, disks.size() - shown.size());
  }

  /** Those in trouble or selected, then the first ones, all in the order of the disks. */
  private List<DiskRow> worst(List<DiskRow> disks) {
    List<DiskRow> kept = new ArrayList<>();
    disks.stream().filter(each -> isWorthARow(each)).limit(MOST_SHOWN).forEach(kept::add);
    for (DiskRow each : disks) {
      if (kept.size() < MOST_SHOWN && !kept.contains(each)) {
        kept.add(each);
      }
    }
    return disks.stream().filter(kept::contains).toList();
  }

  private boolean isWorthARow(DiskRow disk) {
    Load load = loads.get(disk.device());
    boolean late = load != null && (load.late > 0 || load.silentSince < Long.MAX_VALUE);
    return disk.selected() || late || disk.health() != Health.RUNNING;
  }

  private DiskRow disk(DeviceView device) {
    Health health = Health.of(state, device);
    return new DiskRow(
        device.index(), device.disk(), device.at(), health, note(device, health),
        device.index() == selected);
  }

  private String note(DeviceView device, Health health) {
    Load load = loads.getOrDefault(device.index(), new Load());
    return switch (health) {
      case OFFLINE -> texts.of("disk.offline");
      case SWITCHED_OFF -> texts.of("disk.switched_off");
      case REMOVED -> texts.of("disk.removed");
      case UNPLUGGED -> texts.of("rail.disk.unplugged");
      case BLOCKED -> texts.of("disk.blocked");
      case IN_RECOVERY -> texts.of("rail.disk.held", load.held);
      case STUCK -> texts.of("rail.disk.waits", load.waiting);
      case SILENT, RUNNING -> running(device, load);
    };
  }

  private String running(DeviceView device, Load load) {
    if (load.late > 0) {
      return texts.of("rail.disk.late", load.late);
    }
    if (load.silentSince < Long.MAX_VALUE) {
      long seconds = (state.nanos() - load.silentSince) / SECOND;
      return texts.of("rail.disk.silent", Long.toString(seconds));
    }
    long last = frame.run().answers().lastLatency(device.index(), frame.nanos());
    return last < 0 ? texts.of("disk.idle") : TimeText.span(last);
  }
}
