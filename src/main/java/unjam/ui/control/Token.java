package unjam.ui.control;

/**
 * A command as it is painted.
 *
 * @param shape its silhouette
 * @param tag what is written inside
 * @param x centre
 * @param y centre
 * @param radius of its silhouette, in pixels
 * @param timeLeft part of its timeout that is left, 1 to 0
 * @param subject the picture is about it
 * @param dimmed the picture is about another one
 */
public record Token(
    TokenShape shape,
    String tag,
    double x,
    double y,
    double radius,
    double timeLeft,
    boolean subject,
    boolean dimmed) {}
