package unjam.kernel.above;

import java.util.Optional;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.BlockFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * The daemon that looks after paths: asks each one TEST UNIT READY through SG_IO, fails those that
 * do not answer well and takes back those that do (multipath-tools: checkers/tur.c). A look that
 * waits for its answer is not repeated; one that meets a recovering host waits with it. Without
 * a checker_timeout of its own the checker takes the disk's timeout as sysfs has it at that moment
 * (multipath-tools: libmultipath/discovery.c: get_state).
 */
final class Multipathd {

  /** How much longer the daemon waits for a path that is well, at most. */
  private static final int LONGEST = 4;

  private final Kernel kernel;
  private final Multipath map;
  private final ScsiErrorHandler eh;
  private int looksWithoutPath;

  Multipathd(Kernel kernel, Multipath map, ScsiErrorHandler eh) {
    this.kernel = kernel;
    this.map = map;
    this.eh = eh;
  }

  void watch(Multipath.Path path) {
    lookLater(path, 1);
  }

  private void lookLater(Multipath.Path path, int times) {
    long nanos = map.config().pollingInterval().nanos() * times;
    kernel.after(nanos, ExecContext.MULTIPATHD, () -> look(path, times));
  }

  private void look(Multipath.Path path, int times) {
    eh.blockWhenProcessingErrors(
        path.device,
        ExecContext.MULTIPATHD,
        () -> {
          if (path.device.online()) {
            ask(path, times);
          } else {
            seen(path, false, times);
          }
        });
  }

  private void ask(Multipath.Path path, int times) {
    ScsiDevice device = path.device;
    Request[] sent = new Request[1];
    sent[0] =
        new Request(
            kernel.recorder().command(Kernel.NONE), device.queue(), IoOp.READ, 0, 0,
            FailFast.NONE, true, false, 0,
            status ->
                kernel.after(
                    Latency.THREAD_WAKE,
                    ExecContext.MULTIPATHD,
                    () -> seen(path, isWell(status, sent[0]), times)));
    sent[0].scmd().setCdb(Cdb.TEST_UNIT_READY);
    sent[0].scmd().setAllowed(0);
    sent[0].scmd().setJiffiesAtAlloc(kernel.jiffies());
    kernel.note(
        KernelFunction.BLK_EXECUTE_RQ, sent[0].id(), device.index(), device.host().number(),
        new BlockFact.RequestAllocated(
            Kernel.NONE, IoOp.READ, 0, 0, FailFast.NONE, true, true));
    device.queue().execute(sent[0], false);
  }

  /** A unit attention is an answer too. */
  private static boolean isWell(BlkStatus status, Request request) {
    Optional<SenseData> sense = request.scmd().sense();
    return status == BlkStatus.OK
        || sense.filter(each -> each.key() == SenseKey.UNIT_ATTENTION).isPresent();
  }

  private void seen(Multipath.Path path, boolean well, int times) {
    if (well) {
      map.reinstate(path);
    } else {
      map.fail(path);
    }
    countLooks();
    lookLater(path, well ? Math.min(LONGEST, times * 2) : 1);
  }

  private void countLooks() {
    int patience = map.config().noPath().looks();
    looksWithoutPath = map.hasPath() ? 0 : looksWithoutPath + 1;
    if (patience > 0 && looksWithoutPath >= patience * map.config().disks().size()) {
      map.stopQueueing();
    }
  }
}
