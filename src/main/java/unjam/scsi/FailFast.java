package unjam.scsi;

/**
 * The three bits by which a submitter asks not to be retried for (include/linux/blk_types.h:
 * REQ_FAILFAST_DEV, REQ_FAILFAST_TRANSPORT, REQ_FAILFAST_DRIVER).
 */
public record FailFast(boolean dev, boolean transport, boolean driver) {

  public static final FailFast NONE = new FailFast(false, false, false);
  /** What read-ahead sets (block/blk-mq.c: blk_mq_bio_to_request). */
  public static final FailFast ALL = new FailFast(true, true, true);
}
