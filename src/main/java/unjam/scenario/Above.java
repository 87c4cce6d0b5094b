package unjam.scenario;

import java.util.List;
import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scsi.Hctl;

/** Something between applications and disks that knows another way to the same data. */
public sealed interface Above {

  /** Name; a stream names it instead of a disk. */
  String name();

  /** The disks below it. The first is the home of the data: it is asked first. */
  List<Hctl> disks();

  /**
   * A replicated store: every disk has a copy of everything. A read asks one copy, and another one
   * on an error, after a time or to be on the safe side; a write goes to all of them.
   *
   * <p>Whoever gives a try up takes nothing away from the kernel: the command below goes on until
   * its disk answers, or an abort or a reset is confirmed, and so long its buffer belongs to it.
   *
   * @param name of the store
   * @param disks the copies
   * @param timeout how long the store waits for one copy before it gives that try up and counts an
   *     error; empty: as long as the kernel does
   * @param hedge how long a read waits before another copy is asked too; empty: never
   * @param writeQuorum how many copies must have a write before the application is told; 1 to the
   *     number of copies
   * @param downAfter errors of one copy, one after the other, after which it is not asked any more;
   *     at least 1
   */
  record Store(
      String name,
      List<Hctl> disks,
      Optional<SimTime> timeout,
      Optional<SimTime> hedge,
      int writeQuorum,
      int downAfter)
      implements Above {
    public Store {
      disks = List.copyOf(disks);
    }
  }

  /**
   * Two disks with the same data (drivers/md/raid1.c). A read goes to the first disk in sync, a
   * write to both; md waits for whatever they take.
   *
   * @param name of the array, as in md0
   * @param disks the two legs
   * @param failFast whether both legs carry the flag failfast: an error is then believed at once
   *     and costs the leg its place in the array
   */
  record Raid1(String name, List<Hctl> disks, boolean failFast) implements Above {
    public Raid1 {
      disks = List.copyOf(disks);
    }
  }

  /**
   * Several paths to one logical unit (drivers/md/dm-mpath.c, and multipathd that looks after the
   * paths). Every path is a disk of its own here: what happens to one does not happen to another.
   *
   * @param name of the map, as in mpatha
   * @param disks the paths
   * @param noPath what becomes of IO when no path is left
   * @param pollingInterval time between two looks at a path, the longer the better it is, up to
   *     four of these
   */
  record Multipath(String name, List<Hctl> disks, NoPath noPath, SimTime pollingInterval)
      implements Above {
    public Multipath {
      disks = List.copyOf(disks);
    }
  }

  /**
   * What becomes of IO when no path is left (multipath.conf: no_path_retry).
   *
   * @param looks it is held for so many looks at the paths; 0 tells it an error at once, -1 holds
   *     it for ever
   */
  record NoPath(int looks) {
    public static final NoPath FAIL = new NoPath(0);
    public static final NoPath QUEUE = new NoPath(-1);

    /** As multipath.conf has it. */
    public String text() {
      return looks == 0 ? "fail" : looks < 0 ? "queue" : String.valueOf(looks);
    }
  }

  /**
   * A file system with a journal on one disk (fs/ext4, fs/jbd2): there is no other place for its
   * data, and a journal that cannot be written makes it read-only.
   *
   * @param name of the mount
   * @param disk the disk
   * @param journal first byte of the journal, whole pages; it takes {@link #JOURNAL_BYTES}
   */
  record Ext4(String name, Hctl disk, long journal) implements Above {

    public static final long JOURNAL_BYTES = 1 << 20;

    @Override
    public List<Hctl> disks() {
      return List.of(disk);
    }
  }
}
