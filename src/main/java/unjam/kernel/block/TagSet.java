package unjam.kernel.block;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hardware tags of a host, shared by all its queues (block/blk-mq-tag.c). */
public final class TagSet {

  private final int depth;
  private final BitSet used = new BitSet();
  private final @Nullable Request[] requests;
  private final Deque<RequestQueue> waiting = new ArrayDeque<>();

  public TagSet(int depth) {
    this.depth = depth;
    this.requests = new Request[depth];
  }

  /** Gives the request a tag, or answers false when all are out. */
  boolean assign(Request request) {
    if (request.tag() >= 0) {
      return true;
    }
    int tag = used.nextClearBit(0);
    if (tag >= depth) {
      if (!waiting.contains(request.queue())) {
        waiting.addLast(request.queue());
      }
      return false;
    }
    used.set(tag);
    requests[tag] = request;
    request.setTag(tag);
    return true;
  }

  /** Takes the tag back and runs the queue that has waited longest for one. */
  void release(Request request) {
    int tag = request.tag();
    if (tag < 0) {
      return;
    }
    used.clear(tag);
    requests[tag] = null;
    request.setTag(-1);
    RequestQueue next = waiting.pollFirst();
    if (next != null) {
      next.runHwQueues(true);
    }
  }

  /**
   * Visits every request that has a tag, in order of tags (block/blk-mq-tag.c:
   * blk_mq_queue_tag_busy_iter).
   */
  void forEach(RequestQueue queue, Consumer<Request> visit) {
    for (int tag = used.nextSetBit(0); tag >= 0; tag = used.nextSetBit(tag + 1)) {
      Request request = requests[tag];
      if (request != null && request.queue() == queue) {
        visit.accept(request);
      }
    }
  }
}
