package unjam.projection;

/**
 * A stretch of what a host's error-handler thread does. Instants in nanoseconds.
 *
 * @param host number of the host
 * @param step what the thread does; ASLEEP while the host is in recovery and the thread still waits
 *     for commands that are in flight
 * @param rung the rung of the ladder that this belongs to, or ASLEEP for none
 * @param device index of the device that it is about, or -1
 * @param command id of the command that it works with, or -1
 * @param startSeq the event that began it
 * @param endSeq the event that ended it, or the size of the trace if none did
 * @param start instant of its beginning
 * @param end instant of its end, or of the end of the trace
 */
public record HostBand(
    int host,
    EhStep step,
    EhStep rung,
    int device,
    int command,
    int startSeq,
    int endSeq,
    long start,
    long end) {}
