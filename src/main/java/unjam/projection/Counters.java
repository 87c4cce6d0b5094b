package unjam.projection;

/** A device's counters as sysfs shows them ({@code device/iorequest_cnt} and its siblings). */
public record Counters(int iorequest, int iodone, int ioerr, int iotmo) {
  public static final Counters ZERO = new Counters(0, 0, 0, 0);

  Counters plus(int iorequest, int iodone, int ioerr, int iotmo) {
    return new Counters(
        this.iorequest + iorequest, this.iodone + iodone, this.ioerr + ioerr, this.iotmo + iotmo);
  }
}
