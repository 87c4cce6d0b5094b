package unjam.app;

/** What the middle of the window shows. */
public enum View {
  /** The stage with its time line. */
  STAGE,
  /** Several futures of one scenario beside each other. */
  COMPARE,
  /** The sum that makes an application's wait. */
  LEDGER,
  /** The scenario as text, to be changed. */
  SCENARIO,
  /** What many runs with other settings cost. */
  SWEEP,
  /** Who is hurt at an instant, and who waits for whom. */
  RADIUS,
  /** Which driver can do what when a command is lost. */
  DRIVERS
}
