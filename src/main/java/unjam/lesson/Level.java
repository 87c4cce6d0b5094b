package unjam.lesson;

/** How much of the stack a lesson shows. */
public enum Level {
  BOXES,
  QUEUES,
  FUNCTIONS
}
