package unjam.app.tale;

import java.util.List;
import java.util.Optional;
import unjam.app.Narration.Sentence;

/**
 * A run told at three lengths; immutable.
 *
 * @param sentence the whole of it: cause, who had to wait, how long, what applications were told
 * @param brief a dozen decisive instants at most, in order
 * @param full part by part, with reasons, and at the end what became of everything
 */
public record Tale(Sentence sentence, List<Line> brief, List<Part> full) {

  public Tale {
    brief = List.copyOf(brief);
    full = List.copyOf(full);
  }

  /** How much is told. */
  public enum Length {
    SENTENCE,
    SHORT,
    FULL
  }

  /**
   * What is told of an instant.
   *
   * @param seq the event to stand at to see it, or -1 if it is about no instant
   * @param nanos the instant in nanoseconds, or -1
   * @param weight how much it decides, 0 to 10
   * @param words what happens and, in full, why
   */
  public record Line(int seq, long nanos, int weight, List<Sentence> words) {
    public Line {
      words = List.copyOf(words);
    }

    static Line of(Sentence words) {
      return new Line(-1, -1, 0, List.of(words));
    }

    /** Whether there is an instant to go to. */
    public boolean hasPlace() {
      return seq >= 0;
    }
  }

  /** Lines that belong together; without a heading where there is nothing to tell apart. */
  public record Part(Optional<Sentence> heading, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** The run at a length. */
  public List<Part> told(Length length) {
    return switch (length) {
      case SENTENCE -> List.of(new Part(Optional.empty(), List.of(Line.of(sentence))));
      case SHORT -> List.of(new Part(Optional.empty(), brief));
      case FULL -> full;
    };
  }
}
