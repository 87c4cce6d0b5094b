package unjam.ui.timeline;

import java.util.List;

/**
 * What a lane is about.
 *
 * @param id unique among the lanes
 * @param name what stands at its head
 * @param note what stands beside the name
 * @param kind what it is about
 * @param host number of its host, or -1
 * @param devices indexes of its devices
 * @param context which context, or which thread of the other machine, or -1
 */
record LanePlan(
    String id, String name, String note, Kind kind, int host, List<Integer> devices,
    int context) {

  /** What a lane is about. */
  enum Kind {
    DISK(28.5, 22),
    /** Several disks of a host together. */
    CROWD(26, 20),
    GATE(26, 20),
    THREAD(32, 26),
    /** What a target was asked to do. */
    ASKED(21, 18),
    /** The units of a session. */
    UNITS(21, 18),
    /** A thread of the other machine. */
    SLEEPER(21, 18),
    CONTEXT(21, 16);

    private final double high;
    private final double low;

    Kind(double high, double low) {
      this.high = high;
      this.low = low;
    }

    /** How high it is, if nothing else matters. */
    double height(boolean wide) {
      return wide ? high : low;
    }
  }

  /** It is about a session and the other machine. */
  boolean isRemote() {
    return kind == Kind.ASKED || kind == Kind.UNITS || kind == Kind.SLEEPER;
  }

  /** Named by what it is, not by whose it is. */
  LanePlan plain() {
    return new LanePlan(id, note, "", kind, host, devices, context);
  }

  int device() {
    return devices.isEmpty() ? -1 : devices.getFirst();
  }
}
