package unjam.conform;

import java.util.Optional;

/**
 * Rule 4: a landmark runs in the recorded context. {@code submitter} and {@code kblockd} are one
 * for requests on their way down, {@code hardirq} and {@code softirq} for {@code scsi_done}. A
 * context that the recording does not name is not compared.
 */
final class ContextEquality {

  private ContextEquality() {}

  static Optional<Divergence> check(SequenceMatch.Pair pair, String where) {
    Landmark real = pair.recorded();
    Landmark sim = pair.simulated();
    if (same(real.name(), real.context(), sim.context())) {
      return Optional.empty();
    }
    return Optional.of(
        new Divergence(4, where, real.text() + " in " + real.context(), "it in " + sim.context(),
            real.millis(), real.index(), sim.index()));
  }

  static boolean same(String landmark, String recorded, String simulated) {
    if (recorded.isEmpty() || recorded.equals(simulated)) {
      return true;
    }
    return switch (landmark) {
      case "scsi_queue_rq", "scsi_dispatch_cmd" -> goesDown(recorded) && goesDown(simulated);
      case "scsi_done" -> interrupts(recorded) && interrupts(simulated);
      default -> false;
    };
  }

  private static boolean goesDown(String context) {
    return context.equals("submitter") || context.equals("kblockd");
  }

  private static boolean interrupts(String context) {
    return context.equals("hardirq") || context.equals("softirq");
  }
}
