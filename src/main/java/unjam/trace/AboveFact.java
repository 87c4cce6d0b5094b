package unjam.trace;

import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;

/**
 * What a layer above several disks does for an application. The event's device is the disk it is
 * about, its command the try. {@code io} is an index into the trace's IO names.
 */
public sealed interface AboveFact extends Fact {

  /** The IO that it is about, or -1 for none. */
  default int io() {
    return -1;
  }

  /** Why a disk is asked. */
  enum Why {
    /** Nothing was tried before. */
    FIRST,
    /** Another disk has told an error. */
    ERROR,
    /** Another disk has not answered in time. */
    TIMEOUT,
    /** Another disk has not answered yet, and may still. */
    HEDGE,
    /** Every copy is written. */
    COPY,
    /** What could not be read is read again, page by page. */
    REREAD,
    /** What was read elsewhere is written where it could not be read. */
    REWRITE,
    /** What was written is read once more. */
    VERIFY,
    /** An array writes down who belongs to it. */
    SUPERBLOCK,
    /** A file is read or written. */
    FILE,
    /** A change of the file system goes to its journal. */
    JOURNAL
  }

  /** A disk is asked to serve the IO, with a buffer of its own: the n-th, from 1. */
  record TrySent(int io, String layer, Why why, int buffer) implements AboveFact {}

  /** A try was answered while somebody waited for it. */
  record TryEnded(int io, BlkStatus status) implements AboveFact {}

  /**
   * Nobody waits for a try any more. The command below goes on, and so long the buffer is its own.
   */
  record TryGivenUp(int io, long waitedNanos, int buffer, int bytes) implements AboveFact {}

  /** The answer to a try that was given up; only now its buffer is free. */
  record CameLate(int io, BlkStatus status, long lateNanos, int buffer, int bytes)
      implements AboveFact {}

  /** The IO was served by this disk, which is not the home of the data. */
  record ServedElsewhere(int io, String layer) implements AboveFact {}

  /** Enough copies are written to tell the application. */
  record QuorumReached(int io, int written, int copies) implements AboveFact {}

  /** A disk is not asked any more, after so many errors. */
  record MarkedDown(String layer, int errors) implements AboveFact {}

  /** An array takes no new IO until what could not be read is repaired. */
  record ArrayFrozen(int io, String layer) implements AboveFact {}

  /** The array takes IO again; so many had to wait. */
  record ArrayThawed(int io, String layer, long frozenNanos, int waiting) implements AboveFact {}

  /** An IO is let in only when an array is repaired, or has written down what has changed. */
  record WaitsAbove(int io, String layer) implements AboveFact {}

  /** A disk of an array is not asked for these sectors any more. */
  record BadBlocksSet(String layer, long sector, int sectors) implements AboveFact {}

  /** A disk is asked again. */
  record Reinstated(String layer) implements AboveFact {}

  /** No disk is left to ask; the IO is held until there is one. */
  record Held(int io, String layer) implements AboveFact {}

  /** Held IO is not held any longer: so many are told an error. */
  record HoldingEnded(String layer, int ios) implements AboveFact {}

  /**
   * A file system takes no writes any more.
   *
   * @param write what a write is told from now on
   * @param read what a read is told: {@code OK} if it is served as before
   */
  record RemountedReadOnly(String layer, Errno write, Errno read) implements AboveFact {}
}
