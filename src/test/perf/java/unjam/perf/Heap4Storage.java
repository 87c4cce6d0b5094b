package unjam.perf;

import unjam.engine.StorageModel;

/** {@link StorageModel} on the bare heap, without objects: event 2i serves IO i, 2i + 1 ends it. */
final class Heap4Storage {

  private final Heap4 heap;
  private final long[] serviceTimes = StorageModel.serviceTimes();
  private final boolean[] lost;
  private final int[] waiting;
  private int firstWaiting;
  private int waitingCount;
  private int idleServers;
  private long served;
  private long finished;
  private long timeouts;
  private long now;

  Heap4Storage(int inFlight, int servers) {
    heap = new Heap4(2 * inFlight);
    lost = new boolean[inFlight];
    waiting = new int[inFlight];
    idleServers = servers;
    for (int io = 0; io < inFlight; io++) {
      submit(io);
    }
  }

  void run(long ios) {
    long goal = finished + ios;
    while (finished < goal) {
      now = heap.time();
      int event = heap.pop();
      int io = event >> 1;
      if ((event & 1) != 0) {
        timeouts++;
        finished++;
        submit(io);
        continue;
      }
      serveNext();
      if (!lost[io]) {
        heap.remove(event + 1);
        finished++;
        submit(io);
      }
    }
  }

  long now() {
    return now;
  }

  long timeouts() {
    return timeouts;
  }

  private void submit(int io) {
    heap.push(now + StorageModel.TIMEOUT, 2 * io + 1);
    if (idleServers > 0) {
      idleServers--;
      serve(io);
      return;
    }
    int place = firstWaiting + waitingCount++;
    waiting[place < waiting.length ? place : place - waiting.length] = io;
  }

  private void serve(int io) {
    long nanos = serviceTimes[(int) served & (serviceTimes.length - 1)];
    lost[io] = ++served % StorageModel.LOST_ONE_IN == 0;
    heap.push(now + nanos, 2 * io);
  }

  private void serveNext() {
    if (waitingCount == 0) {
      idleServers++;
      return;
    }
    int next = waiting[firstWaiting];
    firstWaiting = firstWaiting + 1 == waiting.length ? 0 : firstWaiting + 1;
    waitingCount--;
    serve(next);
  }
}
