package unjam.ui.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.reading.BlockedCounters;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.StageGrid;
import unjam.ui.control.StageLook;
import unjam.ui.stage.StagePicture.Lane;
import unjam.ui.stage.StagePicture.Member;
import unjam.ui.text.Texts;

/** Reads what is on one line: a disk, or many that share it. */
final class LaneReader {

  private final Frame frame;
  private final StackState state;
  private final Census census;
  private final StageLook look;
  private final Texts texts;

  LaneReader(Frame frame, Census census, StageLook look, Texts texts) {
    this.frame = frame;
    this.census = census;
    this.look = look;
    this.texts = texts;
    state = frame.state();
  }

  /**
   * A line.
   *
   * @param asked index of the device that the error handler asks, or -1
   * @param followed index of the device of the command that is followed, or -1
   */
  Lane lane(LanePlan.Line line, int asked, int followed) {
    return line.isShared() ? shared(line) : disk(line.disks().getFirst(), asked, followed);
  }

  private Lane disk(DeviceView device, int asked, int followed) {
    Health health = census.health(device);
    int index = device.index();
    return new Lane(
        device.host(),
        index,
        device.disk(),
        device.at().toString(),
        health,
        note(device, health),
        census.isAwaited(index) ? "D" : "S",
        frame.run().answers().well(index, frame.nanos()),
        frame.run().answers().failed(index, frame.nanos()),
        index == asked || index == followed,
        blocked(device),
        List.of(),
        false);
  }

  private Lane shared(LanePlan.Line line) {
    List<Member> members =
        line.disks().stream()
            .sorted(Comparator.comparingInt(census::trouble).reversed())
            .map(each -> new Member(each.index(), each.disk(), census.health(each)))
            .toList();
    int well = 0;
    int failed = 0;
    for (DeviceView each : line.disks()) {
      well += frame.run().answers().well(each.index(), frame.nanos());
      failed += frame.run().answers().failed(each.index(), frame.nanos());
    }
    Health worst = members.getFirst().health();
    long worstCount = members.stream().filter(each -> each.health() == worst).count();
    return new Lane(
        line.host(),
        -1,
        texts.of("disks.name", members.size()),
        "",
        worst,
        worst == Health.RUNNING
            ? texts.of("disks.running")
            : texts.of("disks." + worst.name().toLowerCase(Locale.ROOT), worstCount),
        "",
        well,
        failed,
        false,
        "",
        members,
        state.devices().size() >= StageGrid.SQUARES_FROM);
  }

  /** The counter that keeps commands from the disk, if it does. */
  private String blocked(DeviceView device) {
    if (device.heldBy().isEmpty()) {
      return "";
    }
    int counter = BlockedCounters.device(frame.trace(), frame.at().seq(), device);
    return counter == 0 ? "" : "device_blocked " + counter;
  }

  private String word(Health health) {
    return switch (health) {
      case OFFLINE -> texts.of("disk.offline");
      case SWITCHED_OFF -> texts.of("disk.switched_off");
      case REMOVED -> texts.of("disk.removed");
      case UNPLUGGED -> texts.of("disk.unplugged");
      case BLOCKED -> texts.of("disk.blocked");
      case IN_RECOVERY -> texts.of("disk.in_recovery");
      case STUCK -> texts.of("disk.stuck");
      case SILENT -> texts.of("disk.silent");
      case RUNNING -> texts.of("disk.idle");
    };
  }

  private String note(DeviceView device, Health health) {
    return health == Health.RUNNING ? running(device) : word(health);
  }

  private String running(DeviceView device) {
    int busy = census.inFlight(device.index());
    if (busy == 0) {
      return texts.of("disk.idle");
    }
    return look.queues() && device.queueDepth() > 0
        ? texts.of("disk.budget", busy, device.queueDepth())
        : texts.of("disk.working");
  }
}
