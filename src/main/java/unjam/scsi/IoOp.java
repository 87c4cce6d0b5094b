package unjam.scsi;

/** What an application asks of a disk. */
public enum IoOp {
  READ("read", 0, "READ"),
  WRITE("write", 1, "WRITE"),
  FSYNC("fsync", 2, "FLUSH");

  private final String word;
  private final int reqOp;
  private final String reqOpName;

  IoOp(String word, int reqOp, String reqOpName) {
    this.word = word;
    this.reqOp = reqOp;
    this.reqOpName = reqOpName;
  }

  public String word() {
    return word;
  }

  /** Number of the block operation (include/linux/blk_types.h: req_op). */
  public int reqOp() {
    return reqOp;
  }

  public String reqOpName() {
    return reqOpName;
  }
}
