package unjam.cli;

/** What a command's exit status says. */
final class ExitStatus {

  static final int OK = 0;

  /** The work itself failed: a bug of Unjam, or a disk that is full. */
  static final int FAILED = 1;

  /**
   * The input is wrong, and every problem was named; or it does not end, and the limit was named
   * and how to raise it.
   */
  static final int BAD_INPUT = 2;

  private ExitStatus() {}
}
