package unjam.app;

/** What the panel on the right can show; in the order of its tabs and of the number keys. */
public enum Panel {
  LOG,
  COMMAND,
  DEVICE,
  PROCESSES,
  SYSFS,
  SOURCE,
  EVENTS,
  FIGURES,
  CHECKS,
  WORDS
}
