package unjam.app;

import java.util.List;

/**
 * What one sees at an instant, in one sentence, and why, in another; and what to try. The words
 * stand in the message files.
 *
 * @param what what one sees
 * @param why the reason behind it
 * @param hint what to try next
 */
public record Narration(Sentence what, Sentence why, Hint hint) {

  /** A key of the message files and its arguments. */
  public record Sentence(String key, List<Object> arguments) {
    public Sentence {
      arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
      return new Sentence(key, List.of(arguments));
    }
  }

  /** An instant on the simulated clock among the arguments of a sentence. */
  public record Moment(long nanos) {}

  /** Parts of a sentence, one after the other, among the arguments of another. */
  public record Phrases(List<Sentence> parts) {
    public Phrases {
      parts = List.copyOf(parts);
    }
  }

  /** What to try: the key of its name, and what it does. */
  public record Hint(String key, Action action) {}
}
