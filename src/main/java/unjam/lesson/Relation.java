package unjam.lesson;

import java.util.Optional;
import java.util.stream.Stream;

/** How two values are held against each other. */
public enum Relation {
  EQUAL("=="),
  UNEQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  static Optional<Relation> of(String sign) {
    return Stream.of(values()).filter(each -> each.sign.equals(sign)).findFirst();
  }

  boolean holds(long left, long right) {
    return switch (this) {
      case EQUAL -> left == right;
      case UNEQUAL -> left != right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case MORE -> left > right;
      case AT_LEAST -> left >= right;
    };
  }

  /** Numbers are compared as such, anything else only for being the same. */
  boolean holds(String found, FactFilter.Guard guard) {
    Optional<Long> left = Measured.number(found);
    Optional<Long> right = Measured.number(guard.value());
    if (left.isPresent() && right.isPresent()) {
      return holds(left.get(), right.get());
    }
    boolean same = found.equals(guard.value());
    return this == EQUAL && same || this == UNEQUAL && !same;
  }
}
