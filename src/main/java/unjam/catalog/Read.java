package unjam.catalog;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What reading a text gave: a value without any problem, or all problems and no value. */
public sealed interface Read<T> {

  /** None for a {@link Good}, at least one for a {@link Bad}; in order of position. */
  List<Problem> problems();

  /** The text was right. */
  record Good<T>(T value) implements Read<T> {
    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /** The text was wrong in these places. */
  record Bad<T>(List<Problem> problems) implements Read<T> {
    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("what could not be read has at least one problem");
      }
    }
  }

  default <R> Read<R> map(Function<T, R> change) {
    return switch (this) {
      case Good<T>(T value) -> new Good<>(change.apply(value));
      case Bad<T>(List<Problem> found) -> new Bad<>(found);
    };
  }

  /**
   * The value of a text that is known to be right, such as a file of the catalog.
   *
   * @throws IllegalStateException naming all problems, if it is not
   */
  default T orThrow() {
    return switch (this) {
      case Good<T>(T value) -> value;
      case Bad<T>(List<Problem> found) -> throw new IllegalStateException(
          found.stream().map(Problem::text).collect(Collectors.joining("\n")));
    };
  }
}
