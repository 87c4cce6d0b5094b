package unjam.scenario;

import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;

/**
 * IOs of one kind that an application issues. Thread i starts {@code i * stagger} later at
 * {@code offset + i * stride}; IO k of a thread lies at {@code offset + k * stride}.
 *
 * @param label name; IO names are {@code label[.thread][#repetition]}, .0 and #0 left out
 * @param device the disk; the home of the data, if something lies above it
 * @param above what the application asks instead of the disk itself; empty if nothing
 * @param op what is asked
 * @param mode through which door
 * @param offset first byte, a multiple of the block size
 * @param length bytes of one IO
 * @param threads number of processes that do this at once, at least 1
 * @param stagger between the starts of neighbouring threads
 * @param stride distance in bytes between neighbouring threads and repetitions
 * @param repeat IOs of one thread, one after the other, at least 1
 * @param gap from the end of one IO to the start of the next
 * @param noNewIoAfter no IO starts after this instant
 * @param sgioTimeout timeout asked for with SG_IO
 * @param failFast what the submitter wants not to be retried for
 * @param background only there to see whether bystanders suffer
 * @param start when the first IO starts
 */
public record Stream(
    String label,
    Hctl device,
    Optional<String> above,
    IoOp op,
    IoMode mode,
    long offset,
    int length,
    int threads,
    SimTime stagger,
    long stride,
    int repeat,
    SimTime gap,
    Optional<SimTime> noNewIoAfter,
    Optional<SimTime> sgioTimeout,
    FailFast failFast,
    boolean background,
    When start) {

  /** Of an application that asks the disk itself. */
  public Stream(
      String label,
      Hctl device,
      IoOp op,
      IoMode mode,
      long offset,
      int length,
      int threads,
      SimTime stagger,
      long stride,
      int repeat,
      SimTime gap,
      Optional<SimTime> noNewIoAfter,
      Optional<SimTime> sgioTimeout,
      FailFast failFast,
      boolean background,
      When start) {
    this(
        label, device, Optional.empty(), op, mode, offset, length, threads, stagger, stride, repeat,
        gap, noNewIoAfter, sgioTimeout, failFast, background, start);
  }

  /** Name of one IO of this stream. */
  public String ioName(int thread, int repetition) {
    String name = thread == 0 ? label : label + "." + thread;
    return repetition == 0 ? name : name + "#" + repetition;
  }
}
