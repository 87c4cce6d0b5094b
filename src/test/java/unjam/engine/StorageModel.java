package unjam.engine;

/**
 * The load that the engine is made for: a constant number of IOs outstanding at a few servers, a
 * timer of 30 s armed for each IO and cancelled when it completes, one IO in a thousand lost.
 *
 * <p>An IO that has completed or timed out submits itself again. Service times are exponential with
 * a mean of 100 us, drawn beforehand, so that a run measures the engine and nothing else.
 */
public final class StorageModel {

  public static final long TIMEOUT = 30 * SimTime.NANOS_PER_SECOND;
  public static final int LOST_ONE_IN = 1_000;
  private static final double MEAN_SERVICE = 100 * SimTime.NANOS_PER_MICRO;
  private static final int DRAWN = 1 << 16;

  private final EventQueue queue;
  private final long[] serviceTimes = serviceTimes();
  private final Io[] waiting;
  private int firstWaiting;
  private int waitingCount;
  private int idleServers;
  private long served;
  private long finished;
  private long timeouts;

  /** Submits all IOs at the present instant. */
  public StorageModel(EventQueue queue, int inFlight, int servers) {
    this.queue = queue;
    this.waiting = new Io[inFlight];
    this.idleServers = servers;
    for (int i = 0; i < inFlight; i++) {
      new Io().submit();
    }
  }

  /** Runs until this many more IOs have completed or timed out. */
  public void run(long ios) {
    long goal = finished + ios;
    while (finished < goal) {
      queue.runNext();
    }
  }

  public long timeouts() {
    return timeouts;
  }

  /** The drawn service times, nanoseconds; a power of two of them, to be used round and round. */
  public static long[] serviceTimes() {
    Prng prng = new Prng(42).stream("service");
    long[] times = new long[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      times[i] = (long) prng.nextExponential(MEAN_SERVICE);
    }
    return times;
  }

  private void serve(Io io) {
    long nanos = serviceTimes[(int) served & (DRAWN - 1)];
    io.lost = ++served % LOST_ONE_IN == 0;
    queue.schedule(queue.now() + nanos, io.service);
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

    final Runnable service = this::serviced;
    final Runnable timeout = this::timedOut;
    long timer;
    boolean lost;

    void submit() {
      timer = queue.schedule(queue.now() + TIMEOUT, timeout);
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
        queue.cancel(timer);
        finished++;
        submit();
      }
    }

    void timedOut() {
      timeouts++;
      finished++;
      submit();
    }
  }
}
