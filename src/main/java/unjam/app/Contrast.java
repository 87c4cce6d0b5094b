package unjam.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.analysis.CostCard;
import unjam.analysis.Divergence;
import unjam.app.Futures.Future;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Names;
import unjam.app.Narrator.Span;
import unjam.app.Narrator.Word;
import unjam.projection.DeviceView;

/**
 * What is different between futures, as sentences. None of them names a winner: whoever tells soon
 * tells errors, and whoever hides them makes everybody wait.
 */
public final class Contrast {

  private final Futures futures;

  public Contrast(Futures futures) {
    this.futures = futures;
  }

  /** What became of one future, for the line on top. */
  public Optional<Sentence> fate(Future future) {
    return future.cost().map(cost -> fate(future, cost));
  }

  private static Sentence fate(Future future, CostCard cost) {
    Word name = future.name();
    Span longest = new Span(cost.longest());
    if (cost.errors() > 0) {
      return Sentence.of("fate.errors", name, longest, cost.errors());
    }
    if (cost.unanswered() > 0) {
      return Sentence.of("fate.unanswered", name, longest, cost.unanswered());
    }
    return Sentence.of("fate.well", name, longest);
  }

  /** Whom else it hurt; empty if nobody. */
  public Optional<Sentence> victims(Future future) {
    return future.cost().flatMap(cost -> victims(future, cost));
  }

  private static Optional<Sentence> victims(Future future, CostCard cost) {
    if (!cost.offline().isEmpty()) {
      return Optional.of(Sentence.of("fate.lost", new Names(disks(future, cost.offline()))));
    }
    if (!cost.hurt().isEmpty()) {
      long longest = cost.hurt().getFirst().nanos();
      return Optional.of(Sentence.of("fate.hurt", cost.hurt().size(), new Span(longest)));
    }
    return Optional.empty();
  }

  private static List<String> disks(Future future, List<Integer> devices) {
    return future.run().timeline().at(future.run().trace().endNanos()).devices().stream()
        .filter(each -> devices.contains(each.index()))
        .map(DeviceView::disk)
        .toList();
  }

  /** Where a future parts from the one that is worked on; empty if it is the same to the end. */
  public Optional<Divergence> parting(Future other) {
    return Divergence.of(futures.all().get(futures.own()).run().trace(), other.run().trace());
  }

  /** The first instant at which any two of them are different, with the pair's parting. */
  public Optional<Divergence> firstParting() {
    return futures.all().stream()
        .filter(each -> each.rival() >= 0)
        .flatMap(each -> parting(each).stream())
        .min(Comparator.comparingLong(Divergence::nanos));
  }

  /** The other way round: what speaks for whoever looks worse. */
  public List<Sentence> otherWayRound() {
    List<Future> known = futures.all().stream().filter(each -> each.cost().isPresent()).toList();
    if (known.size() < 2) {
      return List.of();
    }
    Comparator<Future> byWait = Comparator.comparingLong(each -> cost(each).longest());
    Future fast = known.stream().min(byWait).orElseThrow();
    Future slow = known.stream().max(byWait).orElseThrow();
    List<Sentence> said = new ArrayList<>();
    int more = cost(fast).errors() - cost(slow).errors();
    Word quick = fast.name();
    Word patient = slow.name();
    if (cost(fast).longest() == cost(slow).longest()) {
      said.add(Sentence.of("other.same"));
    } else if (more > 0) {
      said.add(Sentence.of("other.outage", cost(fast).errors(), quick, patient));
    } else {
      said.add(Sentence.of("other.later", patient, quick));
    }
    int late = Math.max(cost(fast).lateAnswers(), cost(slow).lateAnswers());
    if (late > 0) {
      said.add(
          Sentence.of(
              "other.late", late,
              cost(fast).lateAnswers() >= cost(slow).lateAnswers() ? quick : patient));
    }
    return said;
  }

  private static CostCard cost(Future future) {
    return future.cost().orElseThrow();
  }
}
