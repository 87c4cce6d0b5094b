package unjam.catalog;

import java.util.List;
import java.util.Optional;
import unjam.scsi.ServiceTime;

/**
 * Reads how long an answer takes: {@code 100us}, {@code {uniform: [80us, 120us]}}, {@code
 * {exponential: 100us}} or {@code {growing: {from: 0s, per_second: 10ms}}}.
 */
final class ServiceTimeReader {

  static final ServiceTime STAND_IN = new ServiceTime.Fixed(0);

  private static final long MOST_PER_SECOND = 1_000_000_000L;
  private static final String FORMS =
      " is a time such as 100us, or {uniform: [80us, 120us]}, or {exponential: 100us}";
  private static final String GROWING = ", or {growing: {from: 0s, per_second: 10ms}}";

  private ServiceTimeReader() {}

  /**
   * What a node says.
   *
   * @param mayGrow whether it belongs to a fault, which has a beginning to grow from
   */
  static ServiceTime read(Tree tree, String key, boolean mayGrow, Problems problems) {
    if (!(tree instanceof Tree.Mapping)) {
      Fields one = Fields.of(new Tree.Mapping(List.of(), tree.at()), key, problems);
      return new ServiceTime.Fixed(one.parsed(tree, key, Values::nanos, 0L));
    }
    Fields f = Fields.of(tree, key, problems);
    Optional<Tree> uniform = f.tree("uniform");
    Optional<Tree> exponential = f.tree("exponential");
    Optional<Tree> growing = mayGrow ? f.tree("growing") : Optional.empty();
    f.end();
    if (f.entries().size() != 1) {
      problems.add(tree.at(), key + FORMS + (mayGrow ? GROWING : "") + "; give one of them");
      return STAND_IN;
    }
    return uniform.map(range -> uniform(range, problems))
        .or(() -> exponential.map(
            mean -> new ServiceTime.Exponential(
                f.parsed(mean, "exponential", Values::nanos, 0L))))
        .or(() -> growing.map(each -> growing(each, problems)))
        .orElse(STAND_IN);
  }

  private static ServiceTime uniform(Tree range, Problems problems) {
    if (!(range instanceof Tree.Sequence(List<Tree> items, Place _)) || items.size() != 2) {
      problems.add(
          range.at(), "uniform is a list of the shortest and the longest time, [80us, 120us]");
      return STAND_IN;
    }
    Fields f = Fields.of(new Tree.Mapping(List.of(), range.at()), "uniform", problems);
    long least = f.parsed(items.get(0), "uniform", Values::nanos, 0L);
    long most = f.parsed(items.get(1), "uniform", Values::nanos, Long.MAX_VALUE);
    if (most < least) {
      problems.add(items.get(1).at(), "uniform: the longest time is below the shortest");
      return STAND_IN;
    }
    return new ServiceTime.Uniform(least, most);
  }

  private static ServiceTime growing(Tree tree, Problems problems) {
    Fields f = Fields.of(tree, "growing", problems);
    long from = f.value("from", Values::nanos, 0L);
    long perSecond = f.required("per_second", Values::nanos, "per_second: 10ms", 0L);
    if (perSecond > MOST_PER_SECOND) {
      f.wrong("per_second", "an answer grows by at most 1s for every second");
    }
    f.end();
    return new ServiceTime.Growing(from, perSecond);
  }
}
