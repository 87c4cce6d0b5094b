package unjam.reading;

/**
 * What a disk did during a window of time, in the terms of iostat. Times in nanoseconds.
 *
 * @param reads reads that ended
 * @param writes writes that ended
 * @param flushes flushes that ended
 * @param errors requests that ended with an error, also counted above
 * @param readBytes bytes asked for by the reads
 * @param writeBytes bytes asked for by the writes
 * @param latencySum time from birth to end, summed over what ended
 * @param latencyMax the longest of these
 * @param busy time during which the disk had at least one request
 * @param span length of the window
 */
public record DeviceLoad(
    int reads,
    int writes,
    int flushes,
    int errors,
    long readBytes,
    long writeBytes,
    long latencySum,
    long latencyMax,
    long busy,
    long span) {

  public int ended() {
    return reads + writes + flushes;
  }

  /** Mean time from birth to end, or 0 if nothing ended. */
  public long latencyMean() {
    return ended() == 0 ? 0 : latencySum / ended();
  }

  /** A count per second of the window, or 0 for an empty window. */
  public double perSecond(long count) {
    return span == 0 ? 0 : count * 1e9 / span;
  }

  /** Part of the window during which the disk had something to do, 0 to 1. */
  public double utilisation() {
    return span == 0 ? 0 : (double) busy / span;
  }
}
