package unjam.scsi;

/** The way an application's IO takes through the page cache or around it. */
public enum IoMode {
  /** O_DIRECT. */
  DIRECT("direct"),
  /** Through the page cache; pages are read by read-ahead, which does not wait to retry. */
  BUFFERED("buffered"),
  /** posix_fadvise(WILLNEED) and then a buffered read of the same range. */
  READAHEAD("readahead"),
  /** Passthrough ioctl: not retried, result handed over as it is. */
  SG_IO("SG_IO");

  private final String word;

  IoMode(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
