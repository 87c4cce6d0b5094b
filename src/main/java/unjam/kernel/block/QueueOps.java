package unjam.kernel.block;

import unjam.scsi.BlkStatus;
import unjam.scsi.TimerReturn;

/** What the block layer asks of the driver behind a queue (include/linux/blk-mq.h: blk_mq_ops). */
public interface QueueOps {

  /** A place in the device's depth, or false (mq_ops.get_budget). */
  boolean getBudget(RequestQueue queue);

  /** The place back (mq_ops.put_budget). */
  void putBudget(RequestQueue queue);

  /** The request is to be sent (mq_ops.queue_rq). */
  BlkStatus queueRq(Request request);

  /** The driver's completion arrived in its own context (mq_ops.complete). */
  void complete(Request request);

  /** The request is late (mq_ops.timeout). */
  TimerReturn timeout(Request request);
}
