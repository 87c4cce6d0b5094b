package unjam.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.analysis.EhPasses;
import unjam.projection.IoOutcome;
import unjam.projection.Timeline;
import unjam.scsi.Errno;
import unjam.scsi.SdevState;
import unjam.trace.FactFields;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/** Finds in a run what a lesson speaks of. */
public final class RunFacts {

  private final Timeline timeline;
  private final Trace trace;
  private final Disks disks;
  private @Nullable CostCard cost;

  public RunFacts(Timeline timeline) {
    this.timeline = timeline;
    trace = timeline.trace();
    disks = new Disks(trace);
  }

  public Trace trace() {
    return trace;
  }

  /** Names of the disks. */
  public List<String> disks() {
    return disks.all();
  }

  /** The index of a disk, -1 if there is none of that name. */
  public int device(String disk) {
    return disks.index(disk);
  }

  /** The event of a fact; empty if the run does not have it. */
  public OptionalInt find(FactQuery query) {
    int from = 0;
    if (query.after().isPresent()) {
      OptionalInt after = find(query.after().get());
      if (after.isEmpty()) {
        return after;
      }
      from = after.getAsInt() + 1;
    }
    int seen = 0;
    int last = -1;
    for (int seq = from; seq < trace.size(); seq++) {
      if (query.filter().holds(trace, seq, disks)) {
        last = seq;
        if (++seen == query.number()) {
          return OptionalInt.of(seq);
        }
      }
    }
    boolean found = query.number() == FactQuery.LAST && last >= 0;
    return found ? OptionalInt.of(last) : OptionalInt.empty();
  }

  private int count(FactFilter facts) {
    int count = 0;
    for (int seq = 0; seq < trace.size(); seq++) {
      if (facts.holds(trace, seq, disks)) {
        count++;
      }
    }
    return count;
  }

  /** What a quantity is in this run; empty if it is about a fact that the run does not have. */
  public Optional<Measured> measure(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Given(Measured value) -> Optional.of(value);
      case Quantity.TimeOf(FactQuery fact) -> at(fact).map(Measured.Span::new);
      case Quantity.CountOf(FactFilter facts) -> Optional.of(new Measured.Count(count(facts)));
      case Quantity.Between(FactQuery from, FactQuery to) ->
          at(from).flatMap(start -> at(to).map(end -> new Measured.Span(end - start)));
      case Quantity.FieldOf field -> field(field);
      case Quantity.LongestWait(String disk) -> Optional.of(new Measured.Span(longest(disk)));
      case Quantity.Errors(String disk) -> Optional.of(new Measured.Count(errors(disk)));
      case Quantity.Cost(var figure) -> {
        long value = figure.of(cost());
        yield Optional.of(
            figure.isSpan() ? new Measured.Span(value) : new Measured.Count(value));
      }
      case Quantity.StateOf(String disk) -> Optional.of(new Measured.Word(state(disk)));
      case Quantity.Sum(Quantity left, boolean plus, Quantity right) ->
          measure(left).flatMap(one -> measure(right).flatMap(two -> sum(one, plus, two)));
    };
  }

  private Optional<Long> at(FactQuery fact) {
    OptionalInt seq = find(fact);
    return seq.isPresent() ? Optional.of(trace.nanos(seq.getAsInt())) : Optional.empty();
  }

  private Optional<Measured> field(Quantity.FieldOf wanted) {
    OptionalInt seq = find(wanted.fact());
    if (seq.isEmpty()) {
      return Optional.empty();
    }
    if (FactFilter.isSpecial(wanted.field())) {
      return Optional.of(
          new Measured.Word(FactFilter.special(trace, seq.getAsInt(), wanted.field())));
    }
    Object value = FactFields.of(trace.fact(seq.getAsInt())).get(wanted.field());
    if (value instanceof Number number) {
      return Optional.of(
          wanted.field().endsWith("nanos")
              ? new Measured.Span(number.longValue())
              : new Measured.Count(number.longValue()));
    }
    return value == null
        ? Optional.empty()
        : Optional.of(new Measured.Word(FactFilter.word(value)));
  }

  private static Optional<Measured> sum(Measured one, boolean plus, Measured two) {
    Optional<Long> left = one.amount();
    Optional<Long> right = two.amount();
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    long value = plus ? left.get() + right.get() : left.get() - right.get();
    boolean span = one instanceof Measured.Span || two instanceof Measured.Span;
    return Optional.of(span ? new Measured.Span(value) : new Measured.Count(value));
  }

  private List<IoOutcome> ios(String disk) {
    int device = disks.index(disk);
    return timeline.ios().all().stream()
        .filter(each -> each.start() >= 0 && (disk.isEmpty() || each.device() == device))
        .toList();
  }

  private long longest(String disk) {
    return ios(disk).stream()
        .mapToLong(each -> (each.ended() ? each.end() : trace.endNanos()) - each.start())
        .max()
        .orElse(0);
  }

  private long errors(String disk) {
    return ios(disk).stream().filter(each -> each.ended() && each.errno() != Errno.OK).count();
  }

  private CostCard cost() {
    if (cost == null) {
      cost = CostReader.of(timeline, EhPasses.of(trace));
    }
    return cost;
  }

  private String state(String disk) {
    int device = disks.index(disk);
    SdevState state = SdevState.SDEV_RUNNING;
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.device(seq) == device
          && trace.fact(seq) instanceof MachineFact.DeviceStateSet set
          && set.legal()) {
        state = set.next();
      }
    }
    return state.name();
  }

  /** Whether a statement holds. */
  public boolean holds(Claim claim) {
    return switch (claim) {
      case Claim.All(List<Claim> claims) -> claims.stream().allMatch(this::holds);
      case Claim.Compared(Quantity left, Relation relation, Quantity right) ->
          measure(left)
              .flatMap(one -> measure(right).map(two -> one.is(relation, two)))
              .orElse(false);
      case Claim.Exists(FactFilter facts, boolean wanted) -> count(facts) > 0 == wanted;
      case Claim.Before(FactQuery one, FactQuery other) -> {
        OptionalInt first = find(one);
        OptionalInt second = find(other);
        yield first.isPresent()
            && second.isPresent()
            && first.getAsInt() < second.getAsInt();
      }
      case Claim.Fixed(boolean holds) -> holds;
    };
  }

  /** The first comparison in a statement that does not hold; empty if all of them do. */
  public Optional<Verdict.Unmet> unmet(Claim claim) {
    return switch (claim) {
      case Claim.All(List<Claim> claims) ->
          claims.stream().map(this::unmet).flatMap(Optional::stream).findFirst();
      case Claim.Compared(Quantity left, Relation relation, Quantity right) ->
          holds(claim)
              ? Optional.empty()
              : Optional.of(
                  new Verdict.Unmet(left, measure(left), relation, measure(right)));
      case Claim.Exists exists -> Optional.empty();
      case Claim.Before before -> Optional.empty();
      case Claim.Fixed fixed -> Optional.empty();
    };
  }

  /** The event that shows what a statement is about; empty if none does. */
  public OptionalInt evidence(Claim claim) {
    return switch (claim) {
      case Claim.All(List<Claim> claims) ->
          claims.stream()
              .map(this::evidence)
              .filter(OptionalInt::isPresent)
              .findFirst()
              .orElse(OptionalInt.empty());
      case Claim.Compared(Quantity left, Relation relation, Quantity right) -> {
        OptionalInt seq = evidence(left);
        yield seq.isPresent() ? seq : evidence(right);
      }
      case Claim.Exists(FactFilter facts, boolean wanted) -> find(first(facts));
      case Claim.Before(FactQuery one, FactQuery other) -> find(one);
      case Claim.Fixed fixed -> OptionalInt.empty();
    };
  }

  private static FactQuery first(FactFilter facts) {
    return new FactQuery(facts, 1, Optional.empty());
  }

  /** The event that shows a quantity; empty if none does. */
  public OptionalInt evidence(Quantity quantity) {
    return switch (quantity) {
      case Quantity.TimeOf(FactQuery fact) -> find(fact);
      case Quantity.Between(FactQuery from, FactQuery to) -> find(to);
      case Quantity.FieldOf(String field, FactQuery fact) -> find(fact);
      case Quantity.CountOf(FactFilter facts) -> find(first(facts));
      case Quantity.LongestWait(String disk) -> endOfLongest(disk);
      case Quantity.Errors(String disk) -> firstError(disk);
      case Quantity.StateOf(String disk) -> lastState(disk);
      case Quantity.Sum(Quantity left, boolean plus, Quantity right) -> {
        OptionalInt seq = evidence(left);
        yield seq.isPresent() ? seq : evidence(right);
      }
      case Quantity.Given given -> OptionalInt.empty();
      case Quantity.Cost cost -> OptionalInt.empty();
    };
  }

  private OptionalInt endOfLongest(String disk) {
    return ios(disk).stream()
        .max(
            Comparator.comparingLong(
                each -> (each.ended() ? each.end() : trace.endNanos()) - each.start()))
        .map(each -> OptionalInt.of(each.ended() ? each.endSeq() : each.startSeq()))
        .orElse(OptionalInt.empty());
  }

  private OptionalInt firstError(String disk) {
    return ios(disk).stream()
        .filter(each -> each.ended() && each.errno() != Errno.OK)
        .mapToInt(IoOutcome::endSeq)
        .min();
  }

  private OptionalInt lastState(String disk) {
    int device = disks.index(disk);
    OptionalInt last = OptionalInt.empty();
    for (int seq = 0; seq < trace.size(); seq++) {
      boolean set = trace.fact(seq) instanceof MachineFact.DeviceStateSet;
      last = set && trace.device(seq) == device ? OptionalInt.of(seq) : last;
    }
    return last;
  }
}
