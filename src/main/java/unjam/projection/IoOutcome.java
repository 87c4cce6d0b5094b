package unjam.projection;

import unjam.scsi.Errno;

/**
 * What became of one IO, over the whole trace. Instants in nanoseconds.
 *
 * @param io index in the trace's IO names
 * @param name its name
 * @param device index of its device, or -1; of the one that served it, if another has
 * @param startSeq the event with which it began, or -1 if it never did
 * @param endSeq the event with which it ended, or -1 if it has not
 * @param start instant of its beginning, or -1
 * @param end instant of its end, or -1
 * @param ret what the system call returned: bytes or -1
 * @param errno why it failed
 * @param background only there to see whether bystanders suffer
 * @param elsewhere another disk than the home of its data has served it
 * @param dispatches how often its commands were given to the driver
 * @param timeouts how often a timeout handler ran for them
 * @param requeues how often they were sent back to wait for another try
 * @param maxRetries highest retry counter seen
 */
public record IoOutcome(
    int io,
    String name,
    int device,
    int startSeq,
    int endSeq,
    long start,
    long end,
    long ret,
    Errno errno,
    boolean background,
    boolean elsewhere,
    int dispatches,
    int timeouts,
    int requeues,
    int maxRetries) {

  public boolean ended() {
    return endSeq >= 0;
  }

  /** Nanoseconds from beginning to end, or -1 if it has not both. */
  public long latency() {
    return start >= 0 && end >= 0 ? end - start : -1;
  }
}
