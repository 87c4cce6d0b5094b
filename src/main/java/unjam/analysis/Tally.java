package unjam.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes down which statements were held against which events, and what did not hold. */
final class Tally {

  private final Map<Invariant, SeqSet> looked = new EnumMap<>(Invariant.class);
  private final List<Violation> violations = new ArrayList<>();

  Tally(int events) {
    for (Invariant each : Invariant.values()) {
      looked.put(each, new SeqSet(events));
    }
  }

  void looked(Invariant invariant, int seq) {
    of(invariant).add(seq);
  }

  void broken(Violation violation) {
    violations.add(violation);
  }

  SeqSet of(Invariant invariant) {
    SeqSet seqs = looked.get(invariant);
    if (seqs == null) {
      throw new IllegalStateException("no tally of " + invariant);
    }
    return seqs;
  }

  List<Violation> violations() {
    return violations;
  }
}
