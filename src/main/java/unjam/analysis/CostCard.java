package unjam.analysis;

import java.util.List;

/**
 * What a run cost, in the same units for every policy; never a verdict. Spans in nanoseconds.
 * Waits are those of the applications that the story is about; IO that is only there to show
 * whether bystanders suffer is counted with the disks. A wait that has not ended counts up to the
 * end of the run.
 *
 * @param ios how many IOs the applications asked for
 * @param errors how many of them were told an error
 * @param unanswered how many were told nothing until the end of the run
 * @param elsewhere how many were served by another disk than the home of their data
 * @param longest the longest wait
 * @param p99 the wait that 99 of 100 did not exceed
 * @param total all waits together
 * @param timeouts how often a command's timeout handler ran
 *     (drivers/scsi/scsi_error.c: scsi_timeout)
 * @param retries how often a command that had been given to the driver was sent again
 * @param aborts how often the driver was asked to abort
 * @param resets how often it was asked to reset something, or reset a link or its whole adapter by
 *     itself (drivers/scsi/mpt3sas/mpt3sas_scsih.c: mpt3sas_scsih_issue_tm)
 * @param stops how often a host stopped taking commands for a recovery
 * @param stopped how long, all hosts together
 * @param repair from the first command in trouble to the last instant at which something was wrong;
 *     -1 if something still is when the run ends
 * @param lateAnswers completions that came after their command had been given up, by the kernel
 *     (block/blk-mq.c: blk_mq_complete_request of one that the timeout owns) or by who reads
 *     elsewhere
 * @param lateBytes bytes of memory that late answers to reads would have written
 * @param owned commands that were given up, above or by the kernel, while a driver or a target
 *     still owned them
 * @param ownedNanos how long the longest of them was still owned
 * @param lines what the kernel printed
 * @param offline disks that are no longer usable at the end
 * @param hurt the disks that nothing was wrong with and that had to wait
 */
public record CostCard(
    int ios,
    int errors,
    int unanswered,
    int elsewhere,
    long longest,
    long p99,
    long total,
    int timeouts,
    int retries,
    int aborts,
    int resets,
    int stops,
    long stopped,
    long repair,
    int lateAnswers,
    long lateBytes,
    int owned,
    long ownedNanos,
    int lines,
    List<Integer> offline,
    List<Hurt> hurt) {

  public CostCard {
    offline = List.copyOf(offline);
    hurt = List.copyOf(hurt);
  }

  /**
   * A healthy disk that had to wait.
   *
   * @param device its index
   * @param nanos how long at least one of its commands waited behind a shut host
   * @param ios how many IOs that were
   */
  public record Hurt(int device, long nanos, int ios) {}

  /** How long healthy disks waited, all together. */
  public long hurtNanos() {
    return hurt.stream().mapToLong(Hurt::nanos).sum();
  }
}
