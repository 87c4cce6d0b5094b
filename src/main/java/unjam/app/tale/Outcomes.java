package unjam.app.tale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.analysis.CostCard;
import unjam.analysis.Ledger;
import unjam.analysis.LedgerReader;
import unjam.analysis.LedgerTerm;
import unjam.app.Narration.Phrases;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.app.Narrator.Word;
import unjam.app.OpenRun;
import unjam.app.tale.Tale.Line;
import unjam.app.tale.Tale.Part;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.projection.StackState;
import unjam.reading.ProcessTable;
import unjam.scsi.Errno;

/** What became of everything in a run. */
final class Outcomes {

  /** So many IOs are told one by one. */
  private static final int MOST = 24;

  /** A wait that is worth a word. */
  private static final long LONG = SimTime.NANOS_PER_SECOND;

  private final OpenRun run;
  private final Cast cast;

  Outcomes(OpenRun run, Cast cast) {
    this.run = run;
    this.cast = cast;
  }

  /** How it ended, in a few sentences. */
  List<Sentence> end(CostCard cost) {
    List<Sentence> words = new ArrayList<>();
    int good = cost.ios() - cost.errors() - cost.unanswered();
    if (cost.ios() > 0) {
      words.add(
          Sentence.of(
              cost.errors() + cost.unanswered() == 0 ? "tell.end.well" : "tell.end.mixed",
              cost.ios(), good, cost.errors(), cost.unanswered(), new Span(cost.longest())));
    }
    words.addAll(lost());
    return words;
  }

  /** Disks that are not as they should be. */
  private List<Sentence> lost() {
    Map<String, List<String>> byState = disksByState();
    byState.remove("running");
    List<Sentence> words = new ArrayList<>();
    byState.forEach(
        (state, disks) ->
            words.add(
                Sentence.of("tell.end.disks", Cast.listing(disks), disks.size(), state)));
    return words;
  }

  private StackState last() {
    return run.timeline().at(run.trace().endNanos());
  }

  private Map<String, List<String>> disksByState() {
    Map<String, List<String>> byState = new LinkedHashMap<>();
    for (DeviceView each : last().devices()) {
      byState.computeIfAbsent(each.state().sysfs(), key -> new ArrayList<>()).add(each.disk());
    }
    return byState;
  }

  /** Every IO that was not simply answered, those that ended alike together; the rest as a sum. */
  Part ios() {
    Map<String, List<IoOutcome>> alike = new LinkedHashMap<>();
    int rest = 0;
    long slowest = 0;
    for (IoOutcome io : run.timeline().ios().all()) {
      if (io.startSeq() < 0 && !io.ended()) {
        continue;
      }
      if (isRemarkable(io)) {
        alike.computeIfAbsent(fate(io), key -> new ArrayList<>()).add(io);
      } else {
        rest++;
        slowest = Math.max(slowest, io.latency());
      }
    }
    List<Line> lines = new ArrayList<>();
    alike.values().stream().limit(MOST).map(this::line).forEach(lines::add);
    int more = alike.values().stream().skip(MOST).mapToInt(List::size).sum();
    if (more > 0) {
      lines.add(Line.of(Sentence.of("tell.io.more", more)));
    }
    if (rest > 0) {
      String key = lines.isEmpty() ? "tell.io.all" : "tell.io.rest";
      lines.add(Line.of(Sentence.of(key, rest, new Span(slowest))));
    }
    return new Part(Optional.of(Sentence.of("tell.part.ios")), lines);
  }

  private static boolean isRemarkable(IoOutcome io) {
    return !io.ended() || io.errno() != Errno.OK || io.latency() >= LONG || io.timeouts() > 0;
  }

  /** IOs of an application to which the same has happened. */
  private static String fate(IoOutcome io) {
    boolean slow = !io.ended() || io.latency() >= LONG;
    return ProcessTable.processOf(io.name()) + " " + key(io) + " " + io.device() + io.errno()
        + " " + io.dispatches() + " " + io.timeouts() + slow;
  }

  private static String key(IoOutcome io) {
    if (!io.ended()) {
      return "tell.io.waits";
    }
    return io.errno() != Errno.OK
        ? "tell.io.failed"
        : io.elsewhere() ? "tell.io.elsewhere" : "tell.io.well";
  }

  private Line line(List<IoOutcome> alike) {
    IoOutcome io = alike.getFirst();
    long waited = (io.ended() ? io.end() : run.trace().endNanos()) - io.start();
    boolean once = io.start() < 0 || waited < SimTime.NANOS_PER_MILLI;
    List<Sentence> words = new ArrayList<>();
    words.add(
        Sentence.of(
            key(io), io.name(), io.device() < 0 ? "?" : cast.disk(io.device()),
            once ? Sentence.of("tell.at_once") : Sentence.of("tell.after", new Span(waited)),
            io.errno().name(), io.dispatches(), io.timeouts()));
    if (alike.size() > 1) {
      words.add(
          Sentence.of(
              "tell.io.likewise", alike.size() - 1, ProcessTable.processOf(io.name())));
    }
    int seq = io.ended() ? io.endSeq() : run.trace().size() - 1;
    long nanos = io.ended() ? io.end() : run.trace().endNanos();
    return new Line(seq, nanos, 0, words);
  }

  /** The sum that makes the longest wait. */
  Optional<Part> ledger() {
    return LedgerReader.ofLongest(run.timeline())
        .filter(ledger -> ledger.waited() > 0)
        .map(
            ledger ->
                new Part(
                    Optional.of(Sentence.of("tell.part.ledger")), List.of(Line.of(sum(ledger)))));
  }

  private Sentence sum(Ledger ledger) {
    TreeMap<LedgerTerm.Kind, Long> sums = new TreeMap<>();
    for (LedgerTerm each : ledger.terms()) {
      sums.merge(each.kind(), each.nanos(), Long::sum);
    }
    List<Sentence> terms = new ArrayList<>();
    long small = 0;
    for (Map.Entry<LedgerTerm.Kind, Long> each : sums.entrySet()) {
      if (each.getValue() * 1_000 < ledger.waited()) {
        small += each.getValue();
      } else {
        String term = each.getKey().name().toLowerCase(Locale.ROOT);
        terms.add(
            Sentence.of(
                "tell.ledger.term", new Word("ledger.term." + term), new Span(each.getValue())));
      }
    }
    if (small > 0) {
      terms.add(Sentence.of("tell.ledger.rest", new Span(small)));
    }
    return Sentence.of(
        "tell.ledger", run.trace().ioNames().get(ledger.io()), new Span(ledger.waited()),
        new Phrases(terms));
  }

  /** In which state everything is when the run ends. */
  Part end() {
    List<Line> lines = new ArrayList<>();
    disksByState()
        .forEach(
            (state, disks) ->
                lines.add(
                    Line.of(
                        Sentence.of(
                            "tell.end.disks", Cast.listing(disks), disks.size(), state))));
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    Map<String, List<String>> ports = new LinkedHashMap<>();
    for (HostView each : last().hosts()) {
      String state = each.state().name();
      hosts.computeIfAbsent(state, key -> new ArrayList<>()).add("host" + each.number());
      each.ports()
          .forEach(
              (port, word) ->
                  ports.computeIfAbsent(word, key -> new ArrayList<>()).add(port));
    }
    hosts.forEach((state, names) -> lines.add(state("tell.end.hosts", names, state)));
    ports.forEach((state, names) -> lines.add(state("tell.end.ports", names, state)));
    return new Part(Optional.of(Sentence.of("tell.part.end")), lines);
  }

  private static Line state(String key, List<String> names, String state) {
    return Line.of(Sentence.of(key, Cast.listing(names), names.size(), state));
  }
}
