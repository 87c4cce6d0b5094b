package unjam.kernel.block;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.kernel.core.Kernel;
import unjam.scsi.IoOp;

/**
 * The deadline scheduler: in order of sectors, reads before writes, but nobody waits for ever
 * (block/mq-deadline.c). Priorities and merging are left out: every request has the same priority,
 * and neighbours are sent as they came.
 */
final class Deadline implements Elevator {

  /** Requests of one direction in a row (block/mq-deadline.c: fifo_batch). */
  private static final int FIFO_BATCH = 16;

  /** Batches of reads that writes wait for (block/mq-deadline.c: writes_starved). */
  private static final int WRITES_STARVED = 2;

  private final Kernel kernel;
  private final Deque<Request> dispatch = new ArrayDeque<>();
  private final Waiting reads;
  private final Waiting writes;
  private Waiting last;
  private int batching;
  private int starved;

  /** A waiting request's place: by sector, then by arrival; and the tick at which it is late. */
  private record Place(long sector, long arrival, long late) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int bySector = Long.compare(sector, other.sector);
      return bySector != 0 ? bySector : Long.compare(arrival, other.arrival);
    }
  }

  /** The requests of one direction, by sector and by age. */
  private final class Waiting {
    private final long expire;
    private final TreeMap<Place, Request> bySector = new TreeMap<>();
    private final Deque<Place> byAge = new ArrayDeque<>();
    private long arrivals;
    private long position;
    private @Nullable Place following;

    Waiting(long expireJiffies) {
      this.expire = expireJiffies;
    }

    void add(Request request) {
      Place place = new Place(request.sector(), arrivals++, kernel.jiffies() + expire);
      bySector.put(place, request);
      byAge.addLast(place);
    }

    /** block/mq-deadline.c: deadline_next_request. */
    @Nullable Place next() {
      if (!kernel.rules().deadlineKeepsPosition()) {
        return following;
      }
      Map.Entry<Place, Request> entry = bySector.ceilingEntry(new Place(position, -1, 0));
      return entry == null ? null : entry.getKey();
    }

    Place oldest() {
      return byAge.getFirst();
    }

    Request take(Place place) {
      following = bySector.higherKey(place);
      byAge.remove(place);
      position = place.sector();
      Request request = bySector.remove(place);
      if (request == null) {
        throw new IllegalStateException("nothing waits at sector " + place.sector());
      }
      return request;
    }
  }

  Deadline(Kernel kernel) {
    this.kernel = kernel;
    this.reads = new Waiting(kernel.hz() / 2);
    this.writes = new Waiting(5L * kernel.hz());
    this.last = reads;
  }

  @Override
  public void add(Request request) {
    (request.op() == IoOp.WRITE ? writes : reads).add(request);
  }

  @Override
  public void addFirst(Request request) {
    dispatch.addFirst(request);
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public int size() {
    return dispatch.size() + reads.bySector.size() + writes.bySector.size();
  }

  /** block/mq-deadline.c: dd_dispatch_request. */
  @Override
  public @Nullable Request next() {
    if (!dispatch.isEmpty()) {
      return dispatch.pollFirst();
    }
    Place next = last.next();
    if (next != null && batching < FIFO_BATCH) {
      batching++;
      return last.take(next);
    }
    if (isEmpty()) {
      return null;
    }
    last = direction();
    batching = 1;
    Place sorted = last.next();
    Place oldest = last.oldest();
    if (sorted == null || kernel.jiffies() >= oldest.late()) {
      return last.take(oldest);
    }
    return last.take(sorted);
  }

  private Waiting direction() {
    if (!reads.bySector.isEmpty()) {
      boolean writesStarve = !writes.bySector.isEmpty() && starved++ >= WRITES_STARVED;
      if (!writesStarve) {
        return reads;
      }
    }
    starved = 0;
    return writes;
  }
}
