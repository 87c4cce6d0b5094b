package unjam.analysis;

import java.util.List;

/**
 * Why an application waited as long as it did: a sum without a rest. Its terms follow each other,
 * so together they are the wait, to the nanosecond.
 *
 * @param io index of the IO
 * @param command id of its command, or of the last one if it needed several
 * @param from when the application asked
 * @param to when it was told, or the end of the run if it was not
 * @param told whether it was told
 * @param terms who had the command, in order
 */
public record Ledger(
    int io, int command, long from, long to, boolean told, List<LedgerTerm> terms) {

  public Ledger {
    terms = List.copyOf(terms);
  }

  /** How long the application waited, in nanoseconds. */
  public long waited() {
    return to - from;
  }

  /** The term that an instant belongs to, or -1 if the wait has not begun or is over. */
  public int at(long nanos) {
    for (int i = 0; i < terms.size(); i++) {
      if (nanos >= terms.get(i).from() && nanos < terms.get(i).to()) {
        return i;
      }
    }
    return -1;
  }

  /** Terms at least so long; what is shorter is somebody's work, not a wait. */
  public List<LedgerTerm> longerThan(long nanos) {
    return terms.stream().filter(each -> each.nanos() >= nanos).toList();
  }

  /** What all terms of a kind take together, in nanoseconds. */
  public long sum(LedgerTerm.Kind kind) {
    return terms.stream()
        .filter(each -> each.kind() == kind)
        .mapToLong(LedgerTerm::nanos)
        .sum();
  }
}
