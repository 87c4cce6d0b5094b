package unjam.projection;

/**
 * Which of a device's counters a kernel version moves when a command times out
 * (drivers/scsi/scsi_error.c: scsi_timeout).
 *
 * @param timeoutIsCounted there is an iotmo_cnt (6.1)
 * @param timeoutCountsAsDone a command that is taken from the driver counts in iodone_cnt (6.12)
 */
record KernelCounting(boolean timeoutIsCounted, boolean timeoutCountsAsDone) {

  static KernelCounting of(String version) {
    return new KernelCounting(atLeast(version, 6, 1), atLeast(version, 6, 12));
  }

  private static boolean atLeast(String version, int major, int minor) {
    String[] parts = version.split("[^0-9]+");
    if (parts.length < 2 || parts[0].isEmpty() || parts[0].length() > 4 || parts[1].length() > 4) {
      return true;
    }
    int ours = Integer.parseInt(parts[0]);
    return ours > major || ours == major && Integer.parseInt(parts[1]) >= minor;
  }
}
