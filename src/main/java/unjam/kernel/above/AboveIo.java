package unjam.kernel.above;

import java.util.function.Consumer;
import unjam.kernel.block.Request;
import unjam.scsi.IoOp;

/**
 * What an application asks of a layer.
 *
 * @param io index in the trace's IO names
 * @param op what is asked
 * @param offset first byte
 * @param length bytes
 * @param sent told of every request that serves it
 */
public record AboveIo(int io, IoOp op, long offset, int length, Consumer<Request> sent) {}
