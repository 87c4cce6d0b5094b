package unjam.projection;

/**
 * A stretch of a command's life. Instants in nanoseconds.
 *
 * @param kind what it does meanwhile
 * @param command id of the command
 * @param io index of the IO that it serves, or -1
 * @param device index of its device, or -1
 * @param startSeq the event that began it
 * @param endSeq the event that ended it, or the size of the trace if none did
 * @param start instant of its beginning
 * @param end instant of its end, or of the end of the trace
 */
public record Span(
    SpanKind kind,
    int command,
    int io,
    int device,
    int startSeq,
    int endSeq,
    long start,
    long end) {

  /** How far it has gone at an instant, 0 to 1. */
  public double fractionAt(long nanos) {
    return end <= start ? 1 : Math.clamp((double) (nanos - start) / (end - start), 0, 1);
  }
}
