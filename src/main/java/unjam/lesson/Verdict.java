package unjam.lesson;

/**
 * What there is to say to an answer.
 *
 * @param right whether it counts as right
 * @param off how far it is from the truth, in the unit of the answer; 0 where that has no meaning
 * @param leftAt the event at which the answer left the truth, or the one that shows it; -1 if no
 *     event does
 * @param about the card, choice or disk that the truth speaks about, or nothing
 * @param truth the right answer
 */
public record Verdict(boolean right, long off, int leftAt, String about, Answer truth) {}
