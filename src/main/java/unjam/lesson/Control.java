package unjam.lesson;

/** What a learner may use in a step, beyond going back and forth in time. */
public enum Control {
  /** To break disks and to mend them. */
  FAULTS,
  /** To choose a policy, and to write to sysfs. */
  POLICY,
  /** To change the machine and what runs on it. */
  SCENARIO
}
