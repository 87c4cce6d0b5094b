package unjam.lesson;

/** What a step opens beside its words. */
public enum Shown {
  STAGE,
  LOG,
  COMMAND,
  DEVICE,
  PROCESSES,
  SYSFS,
  SOURCE,
  EVENTS,
  FIGURES,
  COMPARE,
  LEDGER,
  RADIUS,
  SWEEP,
  SCENARIO
}
