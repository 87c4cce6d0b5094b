package unjam.conform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Lays a simulated sequence of landmarks along a recorded one.
 *
 * <p>Recorded landmarks marked optional may be passed over; so may simulated ones that are marked
 * so, and those that an observer gap excuses. All else must pair off in order. The search goes back
 * when an optional landmark was taken for the wrong one, so the answer does not depend on luck;
 * where no pairing exists the one that reaches furthest tells where the sequences part.
 */
final class SequenceMatch {

  private final List<Landmark> recorded;
  private final List<Landmark> simulated;
  private final BiPredicate<Landmark, Landmark> same;
  private final Excuses excuses;
  private final boolean openEnded;

  private SequenceMatch(
      List<Landmark> recorded,
      List<Landmark> simulated,
      BiPredicate<Landmark, Landmark> same,
      Excuses excuses,
      boolean openEnded) {
    this.recorded = recorded;
    this.simulated = simulated;
    this.same = same;
    this.excuses = excuses;
    this.openEnded = openEnded;
  }

  /** A recorded landmark and the simulated one that answers it. */
  record Pair(Landmark recorded, Landmark simulated) {}

  /**
   * How far two sequences agree.
   *
   * @param pairs what answers what, in order, as far as it goes
   * @param expected where they part: the recorded landmark that nothing answers, or null at its end
   * @param found where they part: the simulated landmark that answers nothing, or null at its end
   * @param extra whether {@code found} is one too many, rather than another than expected
   * @param holds whether they agree
   * @param used how many simulated landmarks were laid along, excused ones included
   */
  record Result(
      List<Pair> pairs,
      @Nullable Landmark expected,
      @Nullable Landmark found,
      boolean extra,
      boolean holds,
      int used) {}

  /** Both sequences from beginning to end. */
  static Result whole(
      List<Landmark> recorded, List<Landmark> simulated,
      BiPredicate<Landmark, Landmark> same, Excuses excuses) {
    return new SequenceMatch(recorded, simulated, same, excuses, false).match();
  }

  /** All of the recorded sequence along the beginning of the simulated one. */
  static Result beginning(
      List<Landmark> recorded, List<Landmark> simulated,
      BiPredicate<Landmark, Landmark> same, Excuses excuses) {
    return new SequenceMatch(recorded, simulated, same, excuses, true).match();
  }

  /** All of the recorded sequence along the end of the simulated one, compared backwards. */
  static Result end(
      List<Landmark> recorded, List<Landmark> simulated,
      BiPredicate<Landmark, Landmark> same, Excuses excuses) {
    return new SequenceMatch(recorded.reversed(), simulated.reversed(), same, excuses, true)
        .match();
  }

  /** How both sequences were laid along up to here; a chain back to the beginning. */
  private record Step(
      int recorded, int simulated, int excused, boolean paired, @Nullable Step before) {}

  private Result match() {
    Deque<Step> open = new ArrayDeque<>();
    Set<List<Integer>> seen = new HashSet<>();
    Step furthest = new Step(0, 0, 0, false, null);
    open.push(furthest);
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (!seen.add(List.of(step.recorded, step.simulated, step.excused))) {
        continue;
      }
      if (isOver(step)) {
        return result(step, true);
      }
      if (step.recorded > furthest.recorded
          || step.recorded == furthest.recorded && step.simulated > furthest.simulated) {
        furthest = step;
      }
      next(step).forEach(open::push);
    }
    return result(furthest, false);
  }

  private boolean isOver(Step step) {
    return step.recorded == recorded.size()
        && (openEnded || step.simulated == simulated.size());
  }

  /** Ways on, the most natural last, so that it is tried first. */
  private List<Step> next(Step step) {
    List<Step> ways = new ArrayList<>();
    boolean moreRecorded = step.recorded < recorded.size();
    boolean moreSimulated = step.simulated < simulated.size();
    if (moreSimulated) {
      Landmark sim = simulated.get(step.simulated);
      if (sim.optional() || excuses.isExcused(sim)) {
        ways.add(new Step(step.recorded, step.simulated + 1, step.excused, false, step));
      } else if (excuses.left(sim.name()) > excusedBefore(step, sim.name())) {
        ways.add(new Step(step.recorded, step.simulated + 1, step.excused + 1, false, step));
      }
    }
    if (moreRecorded && recorded.get(step.recorded).optional()) {
      ways.add(new Step(step.recorded + 1, step.simulated, step.excused, false, step));
    }
    if (moreRecorded && moreSimulated
        && same.test(recorded.get(step.recorded), simulated.get(step.simulated))) {
      ways.add(new Step(step.recorded + 1, step.simulated + 1, step.excused, true, step));
    }
    return ways;
  }

  private int excusedBefore(Step step, String name) {
    int count = 0;
    for (Step at = step; at.before != null; at = at.before) {
      if (at.excused > at.before.excused
          && simulated.get(at.simulated - 1).name().equals(name)) {
        count++;
      }
    }
    return count;
  }

  private Result result(Step last, boolean holds) {
    List<Pair> pairs = new ArrayList<>();
    for (Step at = last; at.before != null; at = at.before) {
      if (at.paired) {
        pairs.add(new Pair(recorded.get(at.recorded - 1), simulated.get(at.simulated - 1)));
      } else if (holds && at.excused > at.before.excused) {
        excuses.take(simulated.get(at.simulated - 1));
      }
    }
    Collections.reverse(pairs);
    Landmark expected = at(recorded, last.recorded);
    Landmark found = at(simulated, last.simulated);
    return new Result(pairs, expected, found, isExtra(last), holds, last.simulated);
  }

  /**
   * One too many: the next simulated landmark is what was expected here, or nothing more was
   * expected. If the one found is what was to come next, two have changed places instead.
   */
  private boolean isExtra(Step at) {
    int expected = next(recorded, at.recorded);
    int found = next(simulated, at.simulated);
    if (expected == recorded.size() || found == simulated.size()) {
      return found < simulated.size();
    }
    return isSame(expected, next(simulated, found + 1))
        && !isSame(next(recorded, expected + 1), found);
  }

  private boolean isSame(int real, int sim) {
    return real < recorded.size() && sim < simulated.size()
        && same.test(recorded.get(real), simulated.get(sim));
  }

  /** The place of the first landmark from here on that had to be there, or the end. */
  private static int next(List<Landmark> list, int index) {
    int at = index;
    while (at < list.size() && list.get(at).optional()) {
      at++;
    }
    return at;
  }

  private static @Nullable Landmark at(List<Landmark> list, int index) {
    int at = next(list, index);
    return at < list.size() ? list.get(at) : null;
  }
}
