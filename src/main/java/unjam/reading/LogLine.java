package unjam.reading;

import unjam.scsi.LogLevel;

/**
 * One line of the kernel log.
 *
 * @param seq the event that printed it
 * @param nanos instant in nanoseconds
 * @param level how grave
 * @param device index of the device it is about, or -1
 * @param host number of the host it is about, or -1
 * @param text the line without its time stamp
 */
public record LogLine(int seq, long nanos, LogLevel level, int device, int host, String text) {

  /** As {@code dmesg} prints it: {@code [   30.512345] sd 0:0:0:0: ...}. */
  public String dmesg() {
    long micros = nanos / 1_000;
    String fraction = Long.toString(1_000_000 + micros % 1_000_000).substring(1);
    String seconds = Long.toString(micros / 1_000_000);
    return "[" + " ".repeat(Math.max(0, 5 - seconds.length())) + seconds + "." + fraction + "] "
        + text;
  }
}
