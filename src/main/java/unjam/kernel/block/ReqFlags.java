package unjam.kernel.block;

/**
 * Flags of a request, as the block layer's error line prints them (include/linux/blk_types.h:
 * req_flag_bits).
 */
public final class ReqFlags {

  public static final int FAILFAST_DEV = 1 << 8;
  public static final int FAILFAST_TRANSPORT = 1 << 9;
  public static final int FAILFAST_DRIVER = 1 << 10;
  /** Somebody waits for it. */
  public static final int SYNC = 1 << 11;
  /** More will follow; set for direct writes. */
  public static final int IDLE = 1 << 15;
  /** Nobody asked for it yet. */
  public static final int RAHEAD = 1 << 19;
  /** Written back because it was old. */
  public static final int BACKGROUND = 1 << 20;

  private ReqFlags() {}
}
