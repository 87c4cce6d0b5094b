package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Rule 5: per IO, dispatches, timeouts, the highest retry counter and the number of requeues are
 * equal. An IO with more than twenty dispatches that the limit on its total runtime ended may
 * differ by 40 %.
 *
 * <p>What the recording does not state is not compared; requeues are counted from its landmarks, so
 * only where none were left out and they could be seen.
 */
final class Counts {

  private static final double FREE_SHARE = 0.4;
  private static final String REQUEUE = "block_rq_requeue";

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();

  private Counts(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    Counts rule = new Counts(trial);
    for (String io : trial.measuredIos()) {
      trial.recorded().io(io).ifPresent(real ->
          trial.simulated().io(io).ifPresent(sim -> rule.check(real, sim)));
    }
    return rule.found;
  }

  private void check(Observed.Io real, Observed.Io sim) {
    String io = real.name();
    compare(io, "dispatches", real.dispatches(), sim.dispatches(), lost("scsi_dispatch_cmd"));
    compare(io, "timeouts", real.timeouts(), sim.timeouts(), lost("scsi_timeout"));
    compare(io, "as highest retry counter", real.maxRetryCounter(), sim.maxRetryCounter(), 0);
    if (!trial.isCut() && trial.counts(REQUEUE)) {
      compare(io, "requeues", OptionalInt.of(requeues(io, trial.before())),
          OptionalInt.of(requeues(io, trial.done())), lost(REQUEUE));
    }
  }

  private static int requeues(String io, List<Landmark> landmarks) {
    return (int) landmarks.stream()
        .filter(each -> each.name().equals(REQUEUE) && each.io().equals(io) && !each.optional())
        .count();
  }

  /** Probe hits that the recording lost: so many more may be counted. */
  private int lost(String landmark) {
    return trial.golden().observerGaps().getOrDefault(landmark, 0);
  }

  private void compare(String io, String what, OptionalInt real, OptionalInt sim, int lost) {
    if (real.isEmpty() || sim.isEmpty()) {
      return;
    }
    int more = sim.getAsInt() - real.getAsInt();
    double free = trial.endedByRuntimeLimit(io) ? FREE_SHARE * real.getAsInt() : 0;
    if (more < -free || more > free + lost) {
      found.add(Divergence.plain(5, io, real.getAsInt() + " " + what,
          String.valueOf(sim.getAsInt())));
    }
  }
}
