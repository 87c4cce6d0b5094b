package unjam.kernel.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Flushes of one queue: one at a time is with the disk, and those that come meanwhile share the
 * next one (block/blk-flush.c: blk_flush_complete_seq, blk_kick_flush, flush_end_io).
 */
final class FlushQueue {

  private final Consumer<Request> issue;
  private final List<Request> pending = new ArrayList<>();
  private List<Request> running = List.of();

  /**
   * @param issue sends the flush that stands for all that wait
   */
  FlushQueue(Consumer<Request> issue) {
    this.issue = issue;
  }

  /** Somebody wants what is written to be safe. */
  void add(Request request) {
    pending.add(request);
    kick();
  }

  /** The flush is over; answers who else it was for, and sends the next one. */
  List<Request> ended(Request flush) {
    if (running.isEmpty() || running.getFirst() != flush) {
      throw new IllegalStateException(flush + " is not the flush under way");
    }
    List<Request> others = running.subList(1, running.size());
    running = List.of();
    kick();
    return others;
  }

  private void kick() {
    if (running.isEmpty() && !pending.isEmpty()) {
      running = List.copyOf(pending);
      pending.clear();
      issue.accept(running.getFirst());
    }
  }

  /** Those that wait without a command of their own. */
  int waiting() {
    return pending.size() + Math.max(0, running.size() - 1);
  }
}
