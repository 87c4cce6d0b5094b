package unjam.app.tale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.Set;
import unjam.analysis.CostCard;
import unjam.analysis.Mark;
import unjam.analysis.Mark.Kind;
import unjam.app.Narration.Phrases;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.app.OpenRun;
import unjam.engine.SimTime;
import unjam.projection.IoOutcome;
import unjam.scenario.FaultRule;
import unjam.scsi.Errno;

/** The whole run in one sentence: cause, who had to wait, how long, what applications were told. */
final class OneSentence {

  /** The gravest first; what is not among them is no cause but makes another one worse. */
  private static final List<String> CAUSES =
      List.of(
          "link_down", "hold", "mute", "medium_error", "result", "answers_after", "slow",
          "queuecommand_returns", "sent_late");

  private final OpenRun run;
  private final Cast cast;
  private final CostCard cost;
  private final Set<String> culprits = new LinkedHashSet<>();

  OneSentence(OpenRun run, Cast cast, CostCard cost) {
    this.run = run;
    this.cast = cast;
    this.cost = cost;
  }

  Sentence told() {
    Optional<Sentence> cause = cause();
    if (isCalm()) {
      return cause.isEmpty()
          ? Sentence.of("tale.healthy", ios(), new Span(longest()))
          : Sentence.of("tale.harmless", cause.get(), ios(), new Span(longest()));
    }
    return Sentence.of(
        "tale.sentence", cause.orElseGet(this::symptom), others(), waits(), whatTheyWereTold());
  }

  /** Nothing had to be repeated, given up or waited for. */
  private boolean isCalm() {
    return cost.timeouts() + cost.errors() + cost.retries() + cost.stops() + cost.elsewhere()
            + cost.unanswered() + cost.hurt().size() + cost.offline().size() + cost.lateAnswers()
        == 0;
  }

  private int ios() {
    return cost.ios() > 0 ? cost.ios() : run.timeline().ios().endedCount(Long.MAX_VALUE);
  }

  private long longest() {
    return cost.ios() > 0
        ? cost.longest()
        : run.timeline().ios().all().stream().mapToLong(IoOutcome::latency).max().orElse(0);
  }

  /** The gravest fault, and every disk that had it. */
  private Optional<Sentence> cause() {
    String gravest = "";
    boolean limited = true;
    int lost = 0;
    Map<String, Set<String>> places = new LinkedHashMap<>();
    for (Mark each : run.marks().all()) {
      String kind = each.arguments().size() > 1 ? each.arguments().get(1) : "";
      if (each.kind() == Kind.FAULT_BEGAN && CAUSES.contains(kind)) {
        places
            .computeIfAbsent(kind, key -> new LinkedHashSet<>())
            .addAll(cast.disksOf(each.arguments().getLast()));
        OptionalInt count =
            cast.fault(each.arguments().getFirst())
                .map(FaultRule::count)
                .orElse(OptionalInt.empty());
        if (kind.equals("mute")) {
          limited &= count.isPresent();
          lost += count.orElse(0);
        }
        gravest = graver(gravest, kind);
      }
    }
    if (gravest.isEmpty()) {
      return Optional.empty();
    }
    culprits.addAll(places.getOrDefault(gravest, Set.of()));
    String variant = gravest.equals("mute") && limited ? "lost" : gravest;
    return Optional.of(
        Sentence.of("tale.cause." + variant, Cast.listing(culprits), culprits.size(), lost));
  }

  private static String graver(String one, String other) {
    return one.isEmpty() || CAUSES.indexOf(other) < CAUSES.indexOf(one) ? other : one;
  }

  /** Without a fault there is only what one sees. */
  private Sentence symptom() {
    for (Mark each : run.marks().all()) {
      if (each.device() >= 0) {
        culprits.add(cast.disk(each.device()));
      }
    }
    return culprits.isEmpty()
        ? Sentence.of("tale.cause.unknown")
        : Sentence.of("tale.cause.symptom", Cast.listing(culprits), culprits.size());
  }

  /** Healthy disks that had to wait. */
  private Sentence others() {
    List<String> names = new ArrayList<>();
    long most = 0;
    for (CostCard.Hurt each : cost.hurt()) {
      String disk = cast.disk(each.device());
      if (!culprits.contains(disk)) {
        names.add(disk);
        most = Math.max(most, each.nanos());
      }
    }
    return names.isEmpty()
        ? Sentence.of("tale.others.none", cast.disks().size())
        : Sentence.of(
            "tale.others", Cast.listing(names.stream().sorted().toList()), names.size(),
            new Span(most));
  }

  private Sentence waits() {
    Span longest = new Span(cost.longest());
    if (cost.ios() == 0) {
      return Sentence.of("tale.waits.nobody");
    }
    if (cost.ios() == 1) {
      return Sentence.of("tale.waits.one", longest);
    }
    if (cost.longest() < SimTime.NANOS_PER_SECOND) {
      return Sentence.of("tale.waits.short", longest);
    }
    boolean alone = cost.total() - cost.longest() < cost.longest() / 50;
    return alone
        ? Sentence.of("tale.waits.alone", longest)
        : Sentence.of("tale.waits", longest, new Span(cost.total()));
  }

  private Sentence whatTheyWereTold() {
    List<Sentence> told = new ArrayList<>();
    if (cost.errors() > 0) {
      String all = cost.errors() == cost.ios() ? "tale.told.all_errors" : "tale.told.errors";
      told.add(Sentence.of(all, cost.errors(), cost.ios(), Cast.listing(errors())));
    } else if (cost.unanswered() == 0) {
      told.add(Sentence.of("tale.told.well", cost.ios()));
    }
    if (cost.unanswered() > 0) {
      told.add(Sentence.of("tale.told.nothing", cost.unanswered()));
    }
    if (cost.elsewhere() > 0) {
      told.add(Sentence.of("tale.told.elsewhere", cost.elsewhere()));
    }
    told.addAll(lost());
    if (told.size() == 1 && told.getFirst().key().equals("tale.told.well")) {
      told.add(Sentence.of("tale.told.unaware"));
    }
    return told.size() == 1
        ? told.getFirst()
        : Sentence.of(
            "tale.told.and", new Phrases(told.subList(0, told.size() - 1)), told.getLast());
  }

  /** What does not come back by itself. */
  private List<Sentence> lost() {
    List<Sentence> lost = new ArrayList<>();
    if (!cost.offline().isEmpty()) {
      List<String> gone = cost.offline().stream().map(cast::disk).toList();
      lost.add(Sentence.of("tale.told.offline", Cast.listing(gone), gone.size()));
    }
    run.marks()
        .lastUntil(
            Long.MAX_VALUE,
            mark -> mark.kind() == Kind.MARKED_DOWN || mark.kind() == Kind.REINSTATED)
        .filter(mark -> mark.kind() == Kind.MARKED_DOWN)
        .ifPresent(
            mark ->
                lost.add(
                    Sentence.of(
                        "tale.told.marked_down", mark.arguments().getFirst(),
                        mark.arguments().getLast())));
    run.marks()
        .lastUntil(Long.MAX_VALUE, mark -> mark.kind() == Kind.READ_ONLY)
        .ifPresent(
            mark -> lost.add(Sentence.of("tale.told.read_only", mark.arguments().getFirst())));
    return lost;
  }

  private Set<String> errors() {
    Set<String> errors = new LinkedHashSet<>();
    for (IoOutcome io : run.timeline().ios().all()) {
      if (!io.background() && io.ended() && io.errno() != Errno.OK) {
        errors.add(io.errno().name());
      }
    }
    return errors;
  }
}
