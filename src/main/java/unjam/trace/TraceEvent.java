package unjam.trace;

import unjam.engine.SimTime;

/**
 * One entry of a trace.
 *
 * @param seq position in the trace, from 0
 * @param nanos instant in nanoseconds since the scenario began; never decreases with {@code seq}
 * @param cause seq of the event that led here, or -1 for the scenario itself
 * @param context who ran
 * @param function in which kernel function
 * @param cmd id of the command it is about, or -1
 * @param device index of the device it is about, or -1
 * @param host number of the host it is about, or -1
 * @param fact what became true
 */
public record TraceEvent(
    int seq,
    long nanos,
    int cause,
    ExecContext context,
    KernelFunction function,
    int cmd,
    int device,
    int host,
    Fact fact) {

  public SimTime at() {
    return SimTime.ofNanos(nanos);
  }
}
