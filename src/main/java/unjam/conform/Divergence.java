package unjam.conform;

/**
 * One place where a simulated run departs from the recording.
 *
 * @param rule number of the comparison rule that is broken, 1 to 12
 * @param where IO, context, device or timer that it is about
 * @param expected what the recording says
 * @param found what the simulator did
 * @param millis instant, for ordering; NaN for what has none
 * @param recorded index in the recording's {@code events}, or -1
 * @param simulated seq in the trace, or -1
 */
public record Divergence(
    int rule,
    String where,
    String expected,
    String found,
    double millis,
    int recorded,
    int simulated) {

  /** {@code rule 1: r1: expected ..., found ... (recording event 24; simulated seq 311)}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("rule ").append(rule).append(": ").append(where)
        .append(": expected ").append(expected).append(", found ").append(found);
    String place = place();
    return place.isEmpty() ? text.toString() : text + " (" + place + ")";
  }

  private String place() {
    StringBuilder place = new StringBuilder();
    if (recorded >= 0) {
      place.append("recording event ").append(recorded);
    }
    if (!Double.isNaN(millis)) {
      place.append(place.isEmpty() ? "" : ", ").append("t=").append(millis).append(" ms");
    }
    if (simulated >= 0) {
      place.append(place.isEmpty() ? "" : "; ").append("simulated seq ").append(simulated);
    }
    return place.toString();
  }

  /** A divergence that has no place in a sequence. */
  static Divergence plain(int rule, String where, String expected, String found) {
    return new Divergence(rule, where, expected, found, Double.NaN, -1, -1);
  }
}
