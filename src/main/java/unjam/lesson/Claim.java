package unjam.lesson;

import java.util.List;

/** A statement about a run that holds or does not. */
public sealed interface Claim {

  /** Every one of these holds. */
  record All(List<Claim> claims) implements Claim {
    public All {
      claims = List.copyOf(claims);
    }
  }

  /** Two quantities held against each other; does not hold if the run has one of them not. */
  record Compared(Quantity left, Relation relation, Quantity right) implements Claim {}

  /** There is such a fact, or there is none. */
  record Exists(FactFilter facts, boolean wanted) implements Claim {}

  /** One fact comes before another; both have to be there. */
  record Before(FactQuery one, FactQuery other) implements Claim {}

  /** Holds in every run, or in none. */
  record Fixed(boolean holds) implements Claim {}
}
