package unjam.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Scope;

/**
 * A fault with its place, its span and the commands it picks. Of all rules of one kind the first
 * whose place and command match decides, used up or not.
 *
 * @param id name, unique in the scenario
 * @param fault what goes wrong
 * @param scope where
 * @param opcode operation code that it picks, empty for any
 * @param lbas blocks that it picks, empty for any
 * @param skip matching commands that pass unharmed first
 * @param count matching commands it then hits, empty for ever
 * @param from when it starts, empty for time zero
 * @param until when it ends, empty for never
 * @param curedBy the recovery callback whose success ends it, if any
 */
public record FaultRule(
    String id,
    Fault fault,
    Scope scope,
    OptionalInt opcode,
    Optional<LbaRange> lbas,
    int skip,
    OptionalInt count,
    Optional<When> from,
    Optional<When> until,
    Optional<EhHook> curedBy) {

  /** Logical blocks from {@code first} to {@code last}, both included. */
  public record LbaRange(long first, long last) {
    public LbaRange {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException(
            "an LBA range runs from a block to a later one, was " + first + ".." + last);
      }
    }

    public boolean touches(long lba, long blocks) {
      return lba <= last && lba + blocks > first;
    }
  }
}
