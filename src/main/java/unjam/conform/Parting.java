package unjam.conform;

import org.jspecify.annotations.Nullable;

/** Says where two sequences of landmarks part. */
final class Parting {

  private Parting() {}

  /**
   * The divergence of a match that does not hold.
   *
   * @param rule the rule that demands the order; an extra landmark breaks rule 12 instead
   */
  static Divergence of(SequenceMatch.Result result, int rule, String where) {
    Landmark expected = result.expected();
    Landmark found = result.found();
    boolean extra = result.extra() && found != null;
    double millis =
        expected != null && !Double.isNaN(expected.millis())
            ? expected.millis()
            : found != null ? found.millis() : Double.NaN;
    return new Divergence(
        extra ? 12 : rule,
        where,
        (extra ? "next " : "") + text(expected),
        text(found) + (extra ? ", which is one too many" : ""),
        millis,
        expected == null ? -1 : expected.index(),
        found == null ? -1 : found.index());
  }

  private static String text(@Nullable Landmark landmark) {
    return landmark == null ? "nothing more" : landmark.text();
  }
}
