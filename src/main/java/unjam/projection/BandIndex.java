package unjam.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * What each host's error-handler thread did. Bands of one host follow each other without overlap.
 */
final class BandIndex {

  private final Trace trace;
  private final TreeMap<Integer, List<HostBand>> bands = new TreeMap<>();
  private final TreeMap<Integer, HostBand> open = new TreeMap<>();

  BandIndex(Trace trace) {
    this.trace = trace;
  }

  void observe(TraceEvent event, Projector projector) {
    int number = event.host();
    if (number < 0) {
      return;
    }
    HostCell host = projector.hosts.get(number);
    if (host == null) {
      return;
    }
    boolean quiet = host.eh.step() == EhStep.ASLEEP && !host.state.inRecovery();
    HostBand now = open.get(number);
    if (now == null && quiet || now != null && !quiet && same(now, host.eh)) {
      return;
    }
    end(number, event.seq());
    if (!quiet) {
      EhView eh = host.eh;
      open.put(
          number,
          new HostBand(
              number, eh.step(), eh.rung(), eh.device(), eh.command(), event.seq(), trace.size(),
              event.nanos(), trace.endNanos()));
    }
  }

  private static boolean same(HostBand band, EhView eh) {
    return band.step() == eh.step()
        && band.rung() == eh.rung()
        && band.device() == eh.device()
        && band.command() == eh.command();
  }

  private void end(int host, int seq) {
    HostBand band = open.remove(host);
    if (band != null) {
      long end = seq < trace.size() ? trace.nanos(seq) : trace.endNanos();
      bands
          .computeIfAbsent(host, key -> new ArrayList<>())
          .add(
              new HostBand(
                  host, band.step(), band.rung(), band.device(), band.command(),
                  band.startSeq(), seq, band.start(), end));
    }
  }

  void close() {
    for (Integer host : List.copyOf(open.keySet())) {
      end(host, trace.size());
    }
  }

  List<HostBand> of(int host, long from, long to) {
    List<HostBand> all = bands.getOrDefault(host, List.of());
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).end() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int last = low;
    while (last < all.size() && all.get(last).start() <= to) {
      last++;
    }
    return List.copyOf(all.subList(low, last));
  }
}
