package unjam.app;

/**
 * A future that is kept to be compared with the one that is worked on.
 *
 * @param kind how it came about
 * @param policy name of the bundle of settings that it runs under, or the setting that is
 *     different; empty at a fork
 * @param own name of the bundle that the run beside it runs under, empty if it is not one
 * @param run the finished run
 */
public record Rival(Kind kind, String policy, String own, OpenRun run) {

  /** How a rival came about. */
  public enum Kind {
    /** It is the run as it was when somebody forked it. */
    FORK,
    /** It is the same scenario under another policy. */
    POLICY,
    /** It is the same scenario with another setting. */
    SETTING
  }
}
