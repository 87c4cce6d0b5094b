package unjam.projection;

import java.util.Optional;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.ScsiResult;
import unjam.trace.BlockFact.Gate;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * One command that is alive: from the block request's birth until the application has been told.
 * Instants and spans are in nanoseconds; -1 stands for an instant or a number that does not exist
 * (yet).
 *
 * @param id the trace's command id
 * @param io index of the IO that it serves, or -1 for the kernel's own commands
 * @param device index of its device
 * @param host number of its host
 * @param op what it asks
 * @param sector first 512-byte sector
 * @param bytes length
 * @param failFast what it does not want to be retried for
 * @param passthrough carries a ready-made CDB
 * @param admin sent by the kernel itself
 * @param cdb what goes over the wire, once prepared
 * @param tag driver tag while it has one
 * @param station where it stands
 * @param base its state without regard to the clock; see {@link #stateAt}
 * @param inFlight counts as busy on its device and host
 * @param abortTried its one asynchronous abort is used up
 * @param retries retry counter as last seen
 * @param allowed retries it is allowed, -1 for no limit, 0 before it is prepared
 * @param timeout its timeout, 0 before it was started
 * @param startedNanos when its timer last started
 * @param deadline instant at which its timer runs out; -1 when no timer runs
 * @param dispatches how often the driver was given it
 * @param timeouts how often its timeout handler ran
 * @param result the last answer
 * @param status what the block layer was told at the end
 * @param heldBy the gate that turned it away last, while it waits for it
 * @param function the kernel function in which it was last seen
 * @param context who ran then
 * @param bornNanos when its request was made
 * @param sinceNanos since when it stands at its station
 * @param sinceSeq the event that brought it there
 * @param lastSeq the last event about it
 */
public record CommandView(
    int id,
    int io,
    int device,
    int host,
    IoOp op,
    long sector,
    int bytes,
    FailFast failFast,
    boolean passthrough,
    boolean admin,
    Optional<Cdb> cdb,
    int tag,
    Station station,
    CommandState base,
    boolean inFlight,
    boolean abortTried,
    int retries,
    int allowed,
    long timeout,
    long startedNanos,
    long deadline,
    int dispatches,
    int timeouts,
    Optional<ScsiResult> result,
    Optional<BlkStatus> status,
    Optional<Gate> heldBy,
    KernelFunction function,
    ExecContext context,
    long bornNanos,
    long sinceNanos,
    int sinceSeq,
    int lastSeq) {

  /** Its state at an instant: a command in flight is slow once half of its timeout is used. */
  public CommandState stateAt(long nanos) {
    boolean late = deadline >= 0 && nanos - startedNanos > (deadline - startedNanos) / 2;
    return base == CommandState.IN_FLIGHT && late ? CommandState.SLOW : base;
  }

  /** The part of its timeout that is left at an instant, 1 to 0; 1 when no timer runs. */
  public double timeLeftAt(long nanos) {
    if (deadline < 0 || deadline <= startedNanos) {
      return 1;
    }
    double left = (double) (deadline - nanos) / (deadline - startedNanos);
    return Math.clamp(left, 0, 1);
  }
}
