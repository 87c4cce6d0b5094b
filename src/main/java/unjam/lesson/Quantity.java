package unjam.lesson;

import java.util.Optional;
import unjam.analysis.CostFigure;

/** What can be measured in a run. */
public sealed interface Quantity {

  /** A literal. */
  record Given(Measured value) implements Quantity {}

  /** The instant of a fact. */
  record TimeOf(FactQuery fact) implements Quantity {}

  /** How many facts of a sort there are. */
  record CountOf(FactFilter facts) implements Quantity {}

  /** The span from one fact to another. */
  record Between(FactQuery from, FactQuery to) implements Quantity {}

  /** A field of a fact; a span if the field's name ends with {@code nanos}. */
  record FieldOf(String field, FactQuery fact) implements Quantity {}

  /**
   * The longest that an application waited, up to the end of the run.
   *
   * @param disk of whose IOs, empty for any
   */
  record LongestWait(String disk) implements Quantity {}

  /**
   * How many IOs were told an error.
   *
   * @param disk of whose IOs, empty for any
   */
  record Errors(String disk) implements Quantity {}

  /** A figure of the cost card. */
  record Cost(CostFigure figure) implements Quantity {}

  /** The state that a disk is in when the run ends, such as {@code SDEV_OFFLINE}. */
  record StateOf(String disk) implements Quantity {}

  /** A sum, or a difference. */
  record Sum(Quantity left, boolean plus, Quantity right) implements Quantity {}

  /** The fact it is about, if it is about one. */
  default Optional<FactQuery> about() {
    return switch (this) {
      case TimeOf time -> Optional.of(time.fact());
      case Between between -> Optional.of(between.to());
      case FieldOf field -> Optional.of(field.fact());
      case Sum sum -> sum.left().about().or(sum.right()::about);
      case Given given -> Optional.empty();
      case CountOf count -> Optional.empty();
      case LongestWait wait -> Optional.empty();
      case Errors errors -> Optional.empty();
      case Cost cost -> Optional.empty();
      case StateOf state -> Optional.empty();
    };
  }
}
