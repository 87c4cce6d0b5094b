package unjam.scenario;

import unjam.engine.SimTime;

/** An instant: on the clock, or after something that happens in the run. */
public sealed interface When {

  /** At this instant of simulated time. */
  record At(SimTime time) implements When {}

  /**
   * After the last IO of a stream has ended.
   *
   * @param stream label of the stream
   * @param plus how long after
   */
  record AfterStream(String stream, SimTime plus) implements When {}

  /**
   * After the kernel has printed a line.
   *
   * @param text part of the line
   * @param plus how long after
   */
  record AfterKernelMessage(String text, SimTime plus) implements When {}
}
