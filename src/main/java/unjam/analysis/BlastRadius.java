package unjam.analysis;

import java.util.List;

/**
 * Who is hurt at an instant, and why: by a fault of its own, or only because a rule of the kernel
 * makes it wait for somebody else's.
 *
 * @param parts everything, level by level, in the order of {@link Level}
 */
public record BlastRadius(List<Part> parts) {

  public BlastRadius {
    parts = List.copyOf(parts);
  }

  /** How far a fault can reach, from the inside to the outside. */
  public enum Level {
    LUN,
    TARGET,
    /** A session or a remote port, where the transport has one. */
    SESSION,
    HOST,
    NODE,
    SERVICE
  }

  /** How a part is. */
  public enum Standing {
    /** It could do its work. */
    FREE,
    /** Something is wrong with it. */
    BY_FAULT,
    /** Nothing is wrong with it; a rule of the kernel holds it. */
    BY_RULE
  }

  /** Why a part is as it is. */
  public enum Reason {
    NONE(Standing.FREE),
    /** Some of what is inside is hurt, but it takes commands for the rest. */
    PARTLY(Standing.FREE),
    /** It has had a command for longer than any healthy disk needs. */
    SILENT(Standing.BY_FAULT),
    /** It was given up (drivers/scsi/scsi_error.c: scsi_eh_offline_sdevs). */
    OFFLINE(Standing.BY_FAULT),
    /** The way to it is cut. */
    CUT(Standing.BY_FAULT),
    /** Its state forbids commands (drivers/scsi/scsi_lib.c: scsi_device_state_check). */
    BLOCKED(Standing.BY_RULE),
    /** Its transport was given up; nothing is wrong with the disk. */
    TRANSPORT_OFFLINE(Standing.BY_RULE),
    /** Its host dispatches nothing (drivers/scsi/scsi_lib.c: scsi_host_queue_ready). */
    HOST_IN_RECOVERY(Standing.BY_RULE),
    /** A reset of all of it is under way. */
    RESET(Standing.BY_RULE),
    /** The initiator gave the session up, and has not logged in again. */
    LOST(Standing.BY_RULE),
    /** It recovers, and dispatches nothing meanwhile. */
    RECOVERY(Standing.BY_RULE),
    /** Nothing inside it can be used. */
    ALL(Standing.BY_RULE),
    /** It waits for a disk that something is wrong with. */
    WAITS_FOR_FAULT(Standing.BY_FAULT),
    /** It waits for a disk that only a rule holds. */
    WAITS_FOR_RULE(Standing.BY_RULE);

    private final Standing standing;

    Reason(Standing standing) {
      this.standing = standing;
    }

    public Standing standing() {
      return standing;
    }
  }

  /**
   * Something that a fault can reach.
   *
   * @param level how far out it is
   * @param number index of the device of a LUN, number of a host, index of the IO that a service
   *     waits for, or -1
   * @param name as the kernel names it; empty for the node
   * @param reason why it is as it is
   * @param hurt how many of the parts inside it are not free, or have something inside that is not
   * @param sinceNanos since when, or -1 if it is free
   * @param inside places of the parts of the next level inwards
   */
  public record Part(
      Level level, int number, String name, Reason reason, int hurt, long sinceNanos,
      List<Integer> inside) {
    public Part {
      inside = List.copyOf(inside);
    }

    public Standing standing() {
      return reason.standing();
    }

    public boolean isFree() {
      return standing() == Standing.FREE;
    }
  }

  /** The parts of a level. */
  public List<Part> of(Level level) {
    return parts.stream().filter(each -> each.level() == level).toList();
  }

  /** How a disk is. */
  public Standing ofDevice(int device) {
    return of(Level.LUN).stream()
        .filter(each -> each.number() == device)
        .findFirst()
        .map(Part::standing)
        .orElse(Standing.FREE);
  }

  /** How many parts of a level are as they are for this reason. */
  public long count(Level level, Standing standing) {
    return of(level).stream().filter(each -> each.standing() == standing).count();
  }
}
