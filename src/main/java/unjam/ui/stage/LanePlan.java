package unjam.ui.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.ui.control.StageGrid;

/**
 * Which disks have a line of their own. Up to eight have; of more those that fail, the subject and
 * two others have, and the rest of each host shares one. Lines are in the order of the disks, so
 * that a disk that gets one stands where one looks for it.
 */
final class LanePlan {

  private static final int OTHERS = 2;
  private static final int MOST_OWN = 6;
  private static final int MOST_OWN_OF_VERY_MANY = 3;

  /** Hosts up to which each has a line for its rest. */
  private static final int MOST_HOSTS = 3;

  /** The disks of a line; several share it. */
  record Line(int host, List<DeviceView> disks) {
    Line {
      disks = List.copyOf(disks);
    }

    boolean isShared() {
      return disks.size() > 1;
    }
  }

  private final List<Line> lines;
  private final TreeMap<Integer, Integer> laneOf = new TreeMap<>();

  private LanePlan(List<Line> lines) {
    this.lines = List.copyOf(lines);
    for (int lane = 0; lane < lines.size(); lane++) {
      for (DeviceView disk : lines.get(lane).disks()) {
        laneOf.put(disk.index(), lane);
      }
    }
  }

  /**
   * Plans the lines.
   *
   * @param subjects indexes of devices that must not go under in a crowd
   */
  static LanePlan of(StackState state, Census census, List<Integer> subjects) {
    List<DeviceView> disks =
        state.devices().stream()
            .sorted(
                Comparator.comparingInt(DeviceView::host)
                    .thenComparingInt(DeviceView::index))
            .toList();
    if (disks.size() <= StageGrid.MOST_LINES) {
      return new LanePlan(
          disks.stream().map(each -> new Line(each.host(), List.of(each))).toList());
    }
    return new LanePlan(bundled(disks, chosen(disks, census, subjects)));
  }

  private static TreeSet<Integer> chosen(
      List<DeviceView> disks, Census census, List<Integer> subjects) {
    int most = disks.size() >= StageGrid.SQUARES_FROM ? MOST_OWN_OF_VERY_MANY : MOST_OWN;
    TreeSet<Integer> chosen = new TreeSet<>();
    disks.stream()
        .map(DeviceView::index)
        .filter(subjects::contains)
        .limit(most)
        .forEach(chosen::add);
    disks.stream()
        .filter(each -> census.trouble(each) > 0)
        .sorted(Comparator.comparingInt(census::trouble).reversed())
        .map(DeviceView::index)
        .filter(each -> !chosen.contains(each))
        .limit(most - chosen.size())
        .forEach(chosen::add);
    int others = Math.min(OTHERS, most - chosen.size());
    disks.stream()
        .map(DeviceView::index)
        .filter(each -> !chosen.contains(each))
        .limit(others)
        .forEach(chosen::add);
    return chosen;
  }

  private static List<Line> bundled(List<DeviceView> disks, TreeSet<Integer> chosen) {
    TreeMap<Integer, List<DeviceView>> rest = new TreeMap<>();
    List<Integer> hosts = disks.stream().map(DeviceView::host).distinct().toList();
    for (DeviceView disk : disks) {
      if (!chosen.contains(disk.index())) {
        int host = Math.min(hosts.indexOf(disk.host()), MOST_HOSTS - 1);
        rest.computeIfAbsent(hosts.get(host), key -> new ArrayList<>()).add(disk);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int host : hosts) {
      disks.stream()
          .filter(each -> each.host() == host && chosen.contains(each.index()))
          .forEach(each -> lines.add(new Line(host, List.of(each))));
      if (rest.containsKey(host)) {
        lines.add(new Line(host, rest.get(host)));
      }
    }
    return lines;
  }

  List<Line> lines() {
    return lines;
  }

  /** The line of a disk, or -1. */
  int laneOf(int device) {
    return laneOf.getOrDefault(device, -1);
  }
}
