package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong on a disk lately, and what libata makes of it (drivers/ata/libata-eh.c:
 * ata_eh_categorize_error, ata_eh_speed_down_verdict).
 */
final class AtaErrorHistory {

  /** include/linux/libata.h: ATA_ERING_SIZE. */
  private static final int SIZE = 32;

  private static final long FIVE_MINUTES = 5 * 60;
  private static final long TEN_MINUTES = 10 * 60;

  private final List<Entry> ring = new ArrayList<>();

  /** Sorts of errors that count. */
  enum Category {
    ATA_BUS,
    TIMEOUT,
    UNKNOWN_DEVICE
  }

  /** What the disk's past asks for. */
  record Verdict(boolean ncqOff, boolean slowDown, boolean keepErrors) {}

  private record Entry(Category category, boolean dubious, long seconds) {}

  /**
   * One more error.
   *
   * @param dubious no transfer has been seen to work since the transfer mode was set
   */
  void add(Category category, boolean dubious, long nowSeconds) {
    if (ring.size() == SIZE) {
      ring.removeFirst();
    }
    ring.add(new Entry(category, dubious, nowSeconds));
  }

  void clear() {
    ring.clear();
  }

  Verdict verdict(long nowSeconds) {
    boolean soonAgain = dubious(nowSeconds, Category.ATA_BUS, Category.TIMEOUT) > 1;
    boolean ncqDoubtful = dubious(nowSeconds, Category.TIMEOUT, Category.UNKNOWN_DEVICE) > 1;
    boolean ncqOff = certain(nowSeconds, Category.TIMEOUT, Category.UNKNOWN_DEVICE) > 3;
    boolean slow =
        certain(nowSeconds, Category.ATA_BUS, Category.TIMEOUT) > 3
            || certain(nowSeconds, Category.UNKNOWN_DEVICE, Category.UNKNOWN_DEVICE) > 6;
    return new Verdict(ncqOff || ncqDoubtful, slow || soonAgain, soonAgain || ncqDoubtful);
  }

  private long dubious(long now, Category one, Category other) {
    return count(true, now - FIVE_MINUTES, one, other);
  }

  private long certain(long now, Category one, Category other) {
    return count(false, now - TEN_MINUTES, one, other);
  }

  private long count(boolean dubious, long since, Category one, Category other) {
    long found = 0;
    boolean doubtful = true;
    for (Entry each : ring.reversed()) {
      if (each.seconds() < since) {
        return found;
      }
      // Where a transfer has worked, what happened before it is not in doubt either.
      doubtful &= each.dubious();
      boolean counts = each.category() == one || each.category() == other;
      found += counts && doubtful == dubious ? 1 : 0;
    }
    return found;
  }
}
