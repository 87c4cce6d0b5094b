package unjam.kernel.above;

import org.jspecify.annotations.Nullable;
import unjam.kernel.block.Request;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.BlkStatus;

/** One request to one disk, on behalf of a layer that may stop waiting for it. */
final class Try {

  /** Who waits. */
  enum State {
    /** The layer does. */
    OPEN,
    /** Nobody; the command below goes on. */
    GIVEN_UP,
    /** Nobody has to: it is over. */
    ENDED
  }

  final AboveIo io;
  final ScsiDevice device;
  final int buffer;
  final int bytes;
  final long sentNanos;
  State state = State.OPEN;
  BlkStatus status = BlkStatus.OK;
  long givenUpNanos;
  private @Nullable Request request;

  Try(AboveIo io, ScsiDevice device, int buffer, int bytes, long sentNanos) {
    this.io = io;
    this.device = device;
    this.buffer = buffer;
    this.bytes = bytes;
    this.sentNanos = sentNanos;
  }

  void setRequest(Request request) {
    this.request = request;
  }

  int command() {
    return request == null ? -1 : request.id();
  }

  boolean isOpen() {
    return state == State.OPEN;
  }
}
