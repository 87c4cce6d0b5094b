package unjam.ui.ledger;

import unjam.analysis.LedgerTerm;

/**
 * A line of the ledger. Instants and spans in nanoseconds.
 *
 * @param kind what it is
 * @param name what it is called
 * @param knob what it is set with, or why it cannot be set
 * @param owner who owns the command meanwhile
 * @param set what it is set to, empty if nothing bounds it
 * @param from its beginning
 * @param nominal the instant at which what is set has gone by, or its end
 * @param to its end, with what it took beyond that
 * @param source where the kernel decides about it
 */
record LedgerRow(
    LedgerTerm.Kind kind,
    String name,
    String knob,
    String owner,
    String set,
    long from,
    long nominal,
    long to,
    String source) {

  boolean isAt(long nanos) {
    return nanos >= from && nanos < to;
  }

  long late() {
    return to - nominal;
  }
}
