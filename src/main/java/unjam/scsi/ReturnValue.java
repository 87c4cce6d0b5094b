package unjam.scsi;

/**
 * What a traced kernel function answered its caller; {@link #text()} is the word a recording uses.
 */
public sealed interface ReturnValue
    permits BlkStatus, Disposition, IntReturn, MlqueueReturn, Readiness, TimerReturn {

  /** The value as the kernel's own name where it has one, else as a number. */
  String text();
}
