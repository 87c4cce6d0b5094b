package unjam.lesson;

/** The parts of a lesson, in the order in which it goes through them. */
public enum Part {
  /** Something that has happened to somebody; theory comes after. */
  INCIDENT,
  /** A few minutes without a question. */
  PLAY,
  /** To say what will happen before it is shown. */
  PREDICT,
  /** To see it. */
  OBSERVE,
  /** To say why, with values from the run. */
  EXPLAIN,
  /** To change one thing. */
  CHANGE,
  /** The same thought in another situation. */
  TRANSFER,
  /** What was learnt, held against a run. */
  CHECK,
  /** What the model leaves out. */
  BOUNDARY
}
