package unjam.ui.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.ui.control.TokenShape;
import unjam.ui.stage.StagePicture.Crowd;
import unjam.ui.stage.StagePicture.OnPath;
import unjam.ui.stage.StagePicture.Share;

/**
 * The commands on the path: one by one where there are few, as a number where there are many. The
 * one that is followed is always drawn, and every number is the sum of what is not.
 */
final class Traffic {

  /** Commands that are drawn one by one at a place. */
  static final int MOST_TOKENS = 6;

  /** Of a stack so many are drawn. */
  static final int ON_A_STACK = 3;

  /** Commands up to which a place has a stack; beyond, it has a number only. */
  static final int MOST_STACKED = 64;

  /** Commands that may move along a line at their full size. */
  static final int MOST_MOVING = 6;

  /** A command between two stations of its line. */
  private record Moving(CommandView command, double at) {}

  private final Frame frame;
  private final LanePlan plan;
  private final Census census;
  private final int followed;
  private final int hovered;
  private final int followedHost;
  private final List<OnPath> tokens = new ArrayList<>();
  private final List<Crowd> crowds = new ArrayList<>();

  private Traffic(
      Frame frame, LanePlan plan, Census census, Focus focus, boolean selected, int hovered) {
    this.frame = frame;
    this.plan = plan;
    this.census = census;
    this.hovered = hovered;
    followed = selected ? focus.command() : -1;
    followedHost = selected ? focus.host() : -1;
  }

  /**
   * Finds every command's place.
   *
   * @param selected a person follows the command in focus
   * @param hovered the command under the pointer, or -1
   */
  static Traffic of(
      Frame frame, LanePlan plan, Census census, Focus focus, boolean selected, int hovered) {
    Traffic traffic = new Traffic(frame, plan, census, focus, selected, hovered);
    traffic.place();
    return traffic;
  }

  List<OnPath> tokens() {
    return tokens;
  }

  List<Crowd> crowds() {
    return crowds;
  }

  private void place() {
    Places places = new Places(frame);
    List<TreeMap<Integer, List<CommandView>>> standing = new ArrayList<>();
    List<List<Moving>> moving = new ArrayList<>();
    for (int lane = 0; lane < plan.lines().size(); lane++) {
      standing.add(new TreeMap<>());
      moving.add(new ArrayList<>());
    }
    for (CommandView command : frame.state().commands()) {
      int lane = plan.laneOf(command.device());
      if (lane >= 0) {
        double at = places.of(command);
        if (at == Math.rint(at)) {
          standing.get(lane).computeIfAbsent((int) at, key -> new ArrayList<>()).add(command);
        } else {
          moving.get(lane).add(new Moving(command, at));
        }
      }
    }
    for (int lane = 0; lane < standing.size(); lane++) {
      int here = lane;
      standing.get(lane).forEach((at, commands) -> stand(here, at, commands));
    }
    for (int lane = 0; lane < moving.size(); lane++) {
      boolean small = moving.get(lane).size() > MOST_MOVING || shared(lane);
      for (Moving each : moving.get(lane)) {
        CommandView command = each.command();
        tokens.add(token(command, lane, each.at(), 0, small && !isLoud(command)));
      }
    }
  }

  private boolean shared(int lane) {
    return plan.lines().get(lane).isShared();
  }

  private boolean isLoud(CommandView command) {
    return command.id() == followed || command.id() == hovered;
  }

  private void stand(int lane, int at, List<CommandView> commands) {
    List<CommandView> ordered = commands;
    int alone = commands.size();
    if (shared(lane) || commands.size() > MOST_STACKED) {
      alone = 0;
    } else if (commands.size() > MOST_TOKENS) {
      alone = ON_A_STACK;
    }
    if (alone < commands.size() && commands.stream().anyMatch(this::isLoud)) {
      ordered = new ArrayList<>(commands);
      CommandView loud = commands.stream().filter(this::isLoud).findFirst().orElseThrow();
      alone = Math.max(1, alone);
      if (ordered.indexOf(loud) >= alone) {
        ordered.remove(loud);
        ordered.add(alone - 1, loud);
      }
    }
    for (int rank = 0; rank < alone; rank++) {
      tokens.add(token(ordered.get(rank), lane, at, rank, false));
    }
    if (alone < ordered.size()) {
      List<CommandView> rest = ordered.subList(alone, ordered.size());
      boolean whole = shared(lane) || commands.size() > MOST_STACKED;
      crowds.add(
          new Crowd(lane, at, alone, rest.size(), shares(rest), whole));
    }
  }

  private List<Share> shares(List<CommandView> commands) {
    Map<TokenShape, Integer> counts = new EnumMap<>(TokenShape.class);
    commands.forEach(each -> counts.merge(shape(each), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> new Share(each.getKey(), each.getValue()))
        .toList();
  }

  private TokenShape shape(CommandView command) {
    CommandState now = frame.state().stateOf(command);
    return switch (now) {
      case TIMED_OUT, ABORTING, ON_EH_LIST -> TokenShape.GHOST;
      case QUEUED, IN_FLIGHT, SLOW, REQUEUED, DONE, FAILED -> TokenShape.of(now);
    };
  }

  private OnPath token(CommandView command, int lane, double at, int rank, boolean small) {
    boolean subject = command.id() == followed;
    return new OnPath(
        command.id(),
        lane,
        at,
        rank,
        shape(command),
        tagOf(command),
        command.timeLeftAt(frame.nanos()),
        subject,
        followed >= 0 && !subject && !isVictim(command),
        command.id() == hovered,
        small);
  }

  /** What is stopped because of the command that is followed is not dimmed. */
  private boolean isVictim(CommandView command) {
    return Census.waits(command)
        && command.host() == followedHost
        && census.isRecovering(followedHost);
  }

  /** What is written on a command: its tag, or before it has one what it asks. */
  static String tagOf(CommandView command) {
    return command.tag() >= 0
        ? Integer.toString(command.tag())
        : command.op().name().substring(0, 1);
  }
}
