package unjam.ui.control;

/**
 * A place that can be pointed at, chosen and asked about.
 *
 * @param key what is there
 * @param id the node's id
 * @param x left edge
 * @param y top edge
 * @param width at least 24 for what is small
 * @param height likewise
 * @param round its outline is a capsule
 */
public record Spot<K>(
    K key, String id, double x, double y, double width, double height, boolean round) {

  /** Around a point; small things have a larger spot than their drawing. */
  public static <K> Spot<K> around(K key, String id, double x, double y, double diameter) {
    return new Spot<>(
        key, id, x - diameter / 2, y - diameter / 2, diameter, diameter, true);
  }
}
