package unjam.app.tale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.analysis.CostCard;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.app.OpenRun;
import unjam.app.tale.Happening.Kind;
import unjam.app.tale.Tale.Line;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.reading.ProcessTable;

/** The decisive instants of a run, a dozen at most. */
final class BriefTale {

  /** Beside the beginning and the end. */
  private static final int MOST = 10;

  /** With fewer there is room to tell how an IO goes when all is well. */
  private static final int FEW = 3;

  private static final int END = 8;

  private final OpenRun run;
  private final Cast cast;
  private final CostCard cost;

  BriefTale(OpenRun run, Cast cast, CostCard cost) {
    this.run = run;
    this.cast = cast;
    this.cost = cost;
  }

  List<Line> told(List<Happening> happenings) {
    List<Telling> all =
        Telling.alike(happenings).stream().filter(each -> each.kind().weight() > 0).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(opening());
    if (all.size() <= FEW) {
      firstIo().ifPresent(lines::add);
    }
    long before = -1;
    for (Telling each : decisive(all)) {
      lines.add(each.line(before, each.kind() == Kind.STOP ? victims(each) : List.of()));
      before = each.isRepeated() ? -1 : each.nanos();
    }
    lines.add(ending());
    return lines;
  }

  private static List<Telling> decisive(List<Telling> all) {
    return all.stream()
        .sorted(Comparator.comparingInt((Telling each) -> -each.first().weight()))
        .limit(MOST)
        .sorted(Comparator.comparingInt((Telling each) -> each.first().seq()))
        .toList();
  }

  Line opening() {
    List<String> disks = cast.disks().stream().map(DeviceView::disk).toList();
    List<String> hosts =
        cast.hosts().stream().map(each -> "host" + each.number()).toList();
    List<String> drivers = cast.hosts().stream().map(HostView::driver).distinct().toList();
    Sentence machine =
        Sentence.of(
            "tell.open", Cast.listing(disks), disks.size(), Cast.listing(hosts), hosts.size(),
            Cast.listing(drivers));
    List<Sentence> words = new ArrayList<>(List.of(machine));
    if (!cast.applications().isEmpty()) {
      words.add(
          Sentence.of(
              "tell.open.applications", Cast.listing(cast.applications()),
              cast.applications().size()));
    }
    return new Line(run.trace().seqAt(0), 0, 0, words);
  }

  private Optional<Line> firstIo() {
    return run.timeline().ios().all().stream()
        .filter(each -> each.startSeq() >= 0 && each.ended() && each.device() >= 0)
        .filter(each -> each.timeouts() == 0 && each.requeues() == 0)
        .findFirst()
        .map(this::io);
  }

  private Line io(IoOutcome io) {
    return new Line(
        io.endSeq(), io.end(), 1,
        List.of(
            Sentence.of(
                "tell.first_io", ProcessTable.processOf(io.name()), cast.disk(io.device()),
                new Span(io.latency()))));
  }

  /** Healthy disks that wait because these hosts stop. */
  private List<Sentence> victims(Telling stop) {
    List<String> names = new ArrayList<>();
    for (CostCard.Hurt each : cost.hurt()) {
      cast.disks().stream()
          .filter(disk -> disk.index() == each.device())
          .filter(disk -> stop.subjects().contains("host" + disk.host()))
          .forEach(disk -> names.add(disk.disk()));
    }
    return names.isEmpty()
        ? List.of()
        : List.of(
            Sentence.of(
                "tell.stop.victims", Cast.listing(names.stream().sorted().toList()),
                names.size()));
  }

  private Line ending() {
    List<Sentence> words = new Outcomes(run, cast).end(cost);
    return new Line(run.trace().size() - 1, run.trace().endNanos(), END, words);
  }
}
