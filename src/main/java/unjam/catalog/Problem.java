package unjam.catalog;

import java.util.Comparator;

/**
 * One thing wrong with what an author wrote.
 *
 * @param file the file, or the option that the text came from
 * @param line from 1; 0 when the problem has no place in the text
 * @param column from 1; 0 when the problem has no place in the text
 * @param message what is wrong and what would be right, in plain English, without a full stop
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {

  private static final Comparator<Problem> BY_POSITION =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  /** {@code file:line:column: message}, as compilers write it. */
  public String text() {
    return line == 0
        ? file + ": " + message
        : file + ":" + line + ":" + column + ": " + message;
  }

  /** By file, then by position in it. */
  @Override
  public int compareTo(Problem other) {
    return BY_POSITION.compare(this, other);
  }
}
