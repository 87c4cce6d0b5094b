package unjam.kernel.block;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** No scheduler at all: first come, first served (the software queues of block/blk-mq.c). */
final class Fifo implements Elevator {

  private final Deque<Request> waiting = new ArrayDeque<>();

  @Override
  public void add(Request request) {
    waiting.addLast(request);
  }

  @Override
  public void addFirst(Request request) {
    waiting.addFirst(request);
  }

  @Override
  public @Nullable Request next() {
    return waiting.pollFirst();
  }

  @Override
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  @Override
  public int size() {
    return waiting.size();
  }
}
