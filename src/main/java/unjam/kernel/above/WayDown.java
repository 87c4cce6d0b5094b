package unjam.kernel.above;

import java.util.function.Consumer;
import unjam.kernel.block.ReqFlags;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * How a layer sends requests to disks and hears of their end. A request that was given up is not
 * taken back: nothing in the block layer could do that.
 */
final class WayDown {

  private final Kernel kernel;
  private final Steps steps;
  private final ExecContext ender;
  private final long endsAfter;

  /**
   * In which functions of a layer things happen.
   *
   * @param ask a disk is asked
   * @param hear it has answered
   * @param giveUp nobody waits for it any more
   * @param hearLate it answers nevertheless
   */
  record Steps(
      KernelFunction ask, KernelFunction hear, KernelFunction giveUp, KernelFunction hearLate) {}

  /**
   * @param ender who goes on when a try has ended
   * @param endsAfter how long it takes to wake that one, in nanoseconds
   */
  WayDown(Kernel kernel, Steps steps, ExecContext ender, long endsAfter) {
    this.kernel = kernel;
    this.steps = steps;
    this.ender = ender;
    this.endsAfter = endsAfter;
  }

  Kernel kernel() {
    return kernel;
  }

  /**
   * Asks a disk for the whole IO.
   *
   * @param end told when it has ended and was not given up before
   */
  Try send(
      AboveIo io, ScsiDevice device, String layer, AboveFact.Why why, int buffer,
      FailFast failFast, Consumer<Try> end) {
    return send(
        io, device, layer, why, buffer, io.op(), io.offset(), io.length(), failFast, end);
  }

  /** Asks a disk for a part of the IO, perhaps for something else than the IO itself. */
  Try send(
      AboveIo io, ScsiDevice device, String layer, AboveFact.Why why, int buffer, IoOp op,
      long offset, int length, FailFast failFast, Consumer<Try> end) {
    Try sent = new Try(io, device, buffer, length, kernel.now());
    int id = kernel.recorder().command(io.io());
    Request request =
        new Request(
            id, device.queue(), op, offset / 512, length, failFast, false, false, 0,
            status -> ended(sent, status, end));
    request.setFlags(ReqFlags.SYNC | (op == IoOp.WRITE ? ReqFlags.IDLE : 0));
    sent.setRequest(request);
    io.sent().accept(request);
    note(steps.ask(), sent, new AboveFact.TrySent(io.io(), layer, why, buffer));
    note(
        KernelFunction.BLK_MQ_SUBMIT_BIO, sent,
        new BlockFact.RequestAllocated(
            io.io(), op, request.sector(), length, failFast, false, false));
    device.queue().submit(request, kernel.rules().directDispatchFromSubmitter());
    return sent;
  }

  private void ended(Try sent, BlkStatus status, Consumer<Try> end) {
    sent.status = status;
    kernel.after(
        endsAfter,
        ender,
        () -> {
          if (sent.isOpen()) {
            sent.state = Try.State.ENDED;
            note(steps.hear(), sent, new AboveFact.TryEnded(sent.io.io(), status));
          } else {
            note(
                steps.hearLate(), sent,
                new AboveFact.CameLate(
                    sent.io.io(), status, kernel.now() - sent.givenUpNanos, sent.buffer,
                    sent.bytes));
          }
          end.accept(sent);
        });
  }

  /** Nobody waits for it any more; the kernel still has it. */
  void giveUp(Try sent) {
    sent.state = Try.State.GIVEN_UP;
    sent.givenUpNanos = kernel.now();
    note(
        steps.giveUp(), sent,
        new AboveFact.TryGivenUp(
            sent.io.io(), kernel.now() - sent.sentNanos, sent.buffer, sent.bytes));
  }

  void note(KernelFunction in, Try about, Fact fact) {
    kernel.note(
        in, about.command(), about.device.index(), about.device.host().number(), fact);
  }

  /** Something became true of a disk. */
  void note(KernelFunction in, ScsiDevice device, AboveFact fact) {
    kernel.note(in, Kernel.NONE, device.index(), device.host().number(), fact);
  }
}
