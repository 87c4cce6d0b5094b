package unjam.scsi;

/** A plain number returned by a kernel function, such as good bytes or a 0/1 verdict. */
public record IntReturn(long value) implements ReturnValue {

  public static final IntReturn ZERO = new IntReturn(0);
  public static final IntReturn ONE = new IntReturn(1);

  @Override
  public String text() {
    return Long.toString(value);
  }
}
