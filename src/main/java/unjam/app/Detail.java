package unjam.app;

/** How much of the stack the stage shows. */
public enum Detail {
  /** Layers, disks, gate and ladder; no function names. */
  BOXES,
  /** And queues, timers and who waits. */
  QUEUES,
  /** And functions, fields and the steps of the function that runs. */
  FUNCTIONS
}
