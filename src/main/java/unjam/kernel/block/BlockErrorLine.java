package unjam.kernel.block;

import java.util.Locale;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Ratelimit;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.KernelRules;
import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.LogLevel;

/**
 * The block layer's error line (block/blk-mq.c: blk_print_req_error; 5.10 block/blk-core.c:
 * print_req_error).
 */
final class BlockErrorLine {

  private BlockErrorLine() {}

  /** Prints it, unless nobody wants to know or too many have been printed lately. */
  static void print(
      Kernel kernel, Ratelimit limit, ScsiDevice device, Request request, BlkStatus status) {
    if (status == BlkStatus.OK || request.passthrough() || request.quiet()) {
      return;
    }
    limit.print(
        () ->
            kernel.printk(
                LogLevel.KERN_ERR,
                request.id(),
                device.index(),
                device.host().number(),
                of(kernel.rules(), device.disk(), request, status)));
  }

  private static String of(KernelRules rules, String disk, Request request, BlkStatus status) {
    String words = status == BlkStatus.RESV_CONFLICT ? rules.nexusWords() : status.words();
    int op = request.isFlush() ? 1 : request.op().reqOp();
    String opName = request.isFlush() ? "WRITE" : request.op().reqOpName();
    return String.format(
        Locale.ROOT,
        "%s%s error, dev %s, sector %d op 0x%x:(%s) flags 0x%x phys_seg %d prio class %d",
        rules.blockErrorPrefix(),
        words,
        disk,
        request.isFlush() ? 0 : request.sector(),
        op,
        opName,
        flags(request),
        request.isFlush() ? 0 : 1,
        rules.printsPriorityClass());
  }

  private static int flags(Request request) {
    FailFast failFast = request.failFast();
    return request.flags()
        | (failFast.dev() ? ReqFlags.FAILFAST_DEV : 0)
        | (failFast.transport() ? ReqFlags.FAILFAST_TRANSPORT : 0)
        | (failFast.driver() ? ReqFlags.FAILFAST_DRIVER : 0);
  }
}
