package unjam.perf;

import umontreal.ssj.simevents.Event;
import unjam.engine.StorageModel;

/** {@link StorageModel} on SSJ; each IO uses its two event objects again and again. */
final class SsjStorage {

  private final SsjLoop simulator = new SsjLoop();
  private final long[] serviceTimes = StorageModel.serviceTimes();
  private final Io[] waiting;
  private int firstWaiting;
  private int waitingCount;
  private int idleServers;
  private long served;
  private long finished;
  private long timeouts;

  SsjStorage(int inFlight, int servers) {
    waiting = new Io[inFlight];
    idleServers = servers;
    for (int i = 0; i < inFlight; i++) {
      new Io().submit();
    }
  }

  void run(long ios) {
    long goal = finished + ios;
    while (finished < goal) {
      simulator.runNext();
    }
  }

  long now() {
    return (long) simulator.time();
  }

  long timeouts() {
    return timeouts;
  }

  private void serve(Io io) {
    long nanos = serviceTimes[(int) served & (serviceTimes.length - 1)];
    io.lost = ++served % StorageModel.LOST_ONE_IN == 0;
    io.service.schedule(nanos);
  }

  private void serveNext() {
    if (waitingCount == 0) {
      idleServers++;
      return;
    }
    Io next = waiting[firstWaiting];
    firstWaiting = firstWaiting + 1 == waiting.length ? 0 : firstWaiting + 1;
    waitingCount--;
    serve(next);
  }

  private void enqueue(Io io) {
    int place = firstWaiting + waitingCount++;
    waiting[place < waiting.length ? place : place - waiting.length] = io;
  }

  private final class Io {

    final Event service = new Event(simulator) {
      @Override
      public void actions() {
        serviced();
      }
    };
    final Event timeout = new Event(simulator) {
      @Override
      public void actions() {
        timeouts++;
        finished++;
        submit();
      }
    };
    boolean lost;

    void submit() {
      timeout.schedule(StorageModel.TIMEOUT);
      if (idleServers > 0) {
        idleServers--;
        serve(this);
      } else {
        enqueue(this);
      }
    }

    void serviced() {
      serveNext();
      if (!lost) {
        timeout.cancel();
        finished++;
        submit();
      }
    }
  }
}
