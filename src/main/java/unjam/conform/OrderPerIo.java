package unjam.conform;

import java.util.ArrayList;
import java.util.List;

/**
 * Rule 1: for every IO of a stream that is not background, the sequence of its landmarks with their
 * key fields equals the recorded one. Reports rule 12 where the simulator emits one too many, and
 * rule 4 for a pair in different contexts.
 *
 * <p>Where the middle of a recording was left out, an IO that lies wholly on one side is compared
 * whole; of one that reaches into the gap the recorded beginning and end must be the simulated
 * one's. An IO whose number of dispatches is not fixed (rule 5) is compared likewise: beginning and
 * end must be alike, and together reach across the shorter of the two; its retry counter counts
 * back from its end.
 */
final class OrderPerIo {

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();

  private OrderPerIo(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    OrderPerIo rule = new OrderPerIo(trial);
    trial.measuredIos().forEach(rule::check);
    return rule.found;
  }

  private void check(String io) {
    List<Landmark> before = of(io, trial.before());
    List<Landmark> after = of(io, trial.after());
    List<Landmark> done = of(io, trial.done());
    if (trial.isCut() && before.isEmpty() && after.isEmpty()) {
      return;
    }
    if (trial.isCut() && reachesIntoTheCut(before, after)) {
      ends(io, before, after, done);
    } else if (trial.endedByRuntimeLimit(io)) {
      loop(io, concat(before, after), done);
    } else {
      report(io, SequenceMatch.whole(
          concat(before, after), done, Trial::answers, trial.excuses()));
    }
  }

  private static List<Landmark> of(String io, List<Landmark> landmarks) {
    return landmarks.stream().filter(each -> each.io().equals(io)).toList();
  }

  private static List<Landmark> concat(List<Landmark> before, List<Landmark> after) {
    List<Landmark> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  private static boolean reachesIntoTheCut(List<Landmark> before, List<Landmark> after) {
    boolean endsBefore =
        after.isEmpty() && before.stream().anyMatch(each -> each.name().equals("io_end"));
    boolean startsAfter =
        before.isEmpty() && after.stream().anyMatch(each -> each.name().equals("io_start"));
    return !endsBefore && !startsAfter;
  }

  private void ends(
      String io, List<Landmark> before, List<Landmark> after, List<Landmark> done) {
    SequenceMatch.Result beginning =
        SequenceMatch.beginning(before, done, Trial::answers, trial.excuses());
    report(io, beginning);
    int ahead = trial.retriesAhead(io);
    SequenceMatch.Result end =
        SequenceMatch.end(
            after, done, (real, sim) -> Trial.answers(real, sim, ahead), trial.excuses());
    report(io, end);
    if (beginning.holds() && end.holds() && beginning.used() + end.used() > done.size()) {
      found.add(Divergence.plain(1, io,
          "at least " + (beginning.used() + end.used()) + " landmarks",
          done.size() + ", so that the beginning and the end recorded overlap"));
    }
  }

  /**
   * A loop that ran another number of times: equal from both sides until the shorter one is used
   * up.
   */
  private void loop(String io, List<Landmark> recorded, List<Landmark> done) {
    List<Landmark> must = recorded.stream().filter(each -> !each.optional()).toList();
    int shorter = Math.min(must.size(), done.size());
    int ahead = trial.retriesAhead(io);
    SequenceMatch.Result beginning =
        SequenceMatch.beginning(must, done, Trial::answers, trial.excuses());
    SequenceMatch.Result end =
        SequenceMatch.end(
            must, done, (real, sim) -> Trial.answers(real, sim, ahead), trial.excuses());
    pairs(io, beginning);
    if (beginning.pairs().size() + end.pairs().size() < shorter) {
      part(io, beginning);
    }
  }

  private void report(String io, SequenceMatch.Result result) {
    pairs(io, result);
    if (!result.holds()) {
      part(io, result);
    }
  }

  private void pairs(String io, SequenceMatch.Result result) {
    for (SequenceMatch.Pair pair : result.pairs()) {
      ContextEquality.check(pair, io).ifPresent(found::add);
    }
  }

  private void part(String io, SequenceMatch.Result result) {
    found.add(Parting.of(result, 1, io));
  }
}
