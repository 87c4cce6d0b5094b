package unjam.trace;

/**
 * What a trace is a trace of.
 *
 * @param scenario the scenario's name
 * @param scenarioText the scenario as canonical text: a trace is the whole session
 * @param kernel version of the kernel rules
 * @param hz timer interrupts a second
 * @param seed root of the random streams
 * @param origin simulated or recorded
 */
public record TraceHeader(
    String scenario, String scenarioText, String kernel, int hz, long seed, Origin origin) {

  /** Where a trace comes from. */
  public enum Origin {
    SIMULATED,
    RECORDED
  }
}
