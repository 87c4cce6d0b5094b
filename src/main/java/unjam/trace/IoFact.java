package unjam.trace;

import unjam.scsi.Errno;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.ScsiResult;

/** What applications ask for and are told. {@code io} is an index into the trace's IO names. */
public sealed interface IoFact extends Fact {

  /** The application entered the system call. */
  record IoStarted(
      int io, IoOp op, IoMode mode, long offset, int length, boolean background)
      implements IoFact {}

  /** The system call came back: bytes or -1, and the errno. */
  record IoEnded(int io, long ret, Errno errno) implements IoFact {}

  /** What SG_IO put into its header besides coming back well. */
  record SgHeaderFilled(int io, ScsiResult result) implements IoFact {}

  /** The disk could not even be opened. */
  record OpenFailed(int io, Errno errno) implements IoFact {}

  /** The process waits in open(2) until the host has left recovery. */
  record OpenWaits(int io) implements IoFact {}
}
