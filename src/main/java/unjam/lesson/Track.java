package unjam.lesson;

/** Ways through the lessons; each goes in their order. */
public enum Track {
  /** Forty-five minutes with a class. */
  CLASS,
  /** Alone, all of them. */
  SELF_STUDY,
  /** For those who are on call. */
  WORKSHOP,
  /** Beside a course on distributed systems. */
  COURSE
}
