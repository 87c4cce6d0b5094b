package unjam.app.tale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import unjam.analysis.Chapter;
import unjam.analysis.EhPass;
import unjam.analysis.Mark;
import unjam.app.Narrator.Span;
import unjam.app.Narrator.Word;
import unjam.app.Narration.Sentence;
import unjam.app.OpenRun;
import unjam.app.tale.Happening.Kind;
import unjam.engine.SimTime;
import unjam.playback.Cursor;
import unjam.projection.CommandView;
import unjam.reading.ProcessTable;
import unjam.scenario.FaultRule;
import unjam.scsi.HostByte;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.TimerReturn;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/** Everything decisive that happens in a run, in order. */
final class Happenings {

  /** From the answer of a disk to what becomes of it, in nanoseconds. */
  private static final long COMPLAINS_WITHIN = SimTime.NANOS_PER_MILLI;

  private static final String FAILS = " fails";
  private static final String USED_UP = "it has hit as often as it may";

  private final OpenRun run;
  private final Trace trace;
  private final Cast cast;
  private final List<Happening> all = new ArrayList<>();
  private final TreeMap<String, String> places = new TreeMap<>();

  private Happenings(OpenRun run, Cast cast) {
    this.run = run;
    this.cast = cast;
    trace = run.trace();
  }

  static List<Happening> of(OpenRun run, Cast cast) {
    Happenings happenings = new Happenings(run, cast);
    run.marks().all().forEach(happenings::mark);
    run.passes().all().forEach(happenings::ladder);
    happenings.ways();
    run.chapters().forEach(happenings::complaint);
    happenings.all.sort(Comparator.comparingInt(Happening::seq));
    return List.copyOf(happenings.all);
  }

  private void add(
      Kind kind, String variant, String group, Mark mark, String subject, Object... more) {
    all.add(
        new Happening(
            kind, variant, variant + " " + group, mark.seq(), mark.nanos(), mark.command(), subject,
            List.of(more)));
  }

  private void mark(Mark mark) {
    String first = mark.arguments().getFirst();
    String last = mark.arguments().getLast();
    switch (mark.kind()) {
      case FAULT_BEGAN -> fault(mark);
      case FAULT_ENDED -> faultOver(mark, first, last);
      case KNOB_SET -> knob(mark);
      case TIMEOUT -> timeout(mark, first);
      case ABORT -> abort(mark, first, last);
      case HOST_STOPPED -> add(Kind.STOP, "", "", mark, first);
      case EH_WOKEN ->
          add(
              Kind.WOKEN, "", last, mark, "scsi_eh_" + mark.host(), Integer.parseInt(last));
      case START_UNIT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET -> rung(mark, first, last);
      case NOT_READY -> add(Kind.NOT_READY, "", "", mark, first);
      case OFFLINE -> add(Kind.OFFLINE, "", "", mark, first);
      case RESTART -> restart(mark, first);
      case ERROR_TOLD ->
          add(Kind.TOLD, "", last, mark, ProcessTable.processOf(first), last);
      case GIVEN_UP -> add(Kind.GIVEN_UP, "", "", mark, last);
      case ELSEWHERE ->
          add(Kind.ELSEWHERE, "", last, mark, ProcessTable.processOf(first), last);
      case MARKED_DOWN -> add(Kind.MARKED_DOWN, "", last, mark, first, last);
      case CAME_LATE -> add(Kind.CAME_LATE, "", "", mark, last);
      case ARRAY_FROZEN -> add(Kind.FROZEN, "", last, mark, first, last);
      case ARRAY_THAWED -> add(Kind.THAWED, "", "", mark, first);
      case REINSTATED -> add(Kind.REINSTATED, "", last, mark, first, last);
      case HELD -> add(Kind.HELD, "", "", mark, ProcessTable.processOf(first));
      case READ_ONLY -> add(Kind.READ_ONLY, "", last, mark, first, last);
    }
  }

  private void fault(Mark mark) {
    String id = mark.arguments().getFirst();
    String kind = mark.arguments().get(1);
    String scope = mark.arguments().getLast();
    places.put(id, scope);
    boolean hook = kind.endsWith(FAILS);
    OptionalInt count = cast.fault(id).map(FaultRule::count).orElse(OptionalInt.empty());
    boolean lost = kind.equals("mute") && count.isPresent();
    String variant = hook ? "fails" : lost ? "lost" : kind;
    Object more =
        hook ? kind.substring(0, kind.length() - FAILS.length()) : lost ? count.getAsInt() : "";
    for (String disk : cast.disksOf(scope)) {
      all.add(
          new Happening(
              Kind.FAULT, variant, variant + " " + more, mark.seq(), mark.nanos(),
              -1, disk, List.of(more)));
    }
  }

  /** What ends because there was no more of it is not worth a word. */
  private void faultOver(Mark mark, String id, String why) {
    if (why.equals(USED_UP)) {
      return;
    }
    boolean cured = why.startsWith("eh_");
    for (String disk : cast.disksOf(places.getOrDefault(id, id))) {
      add(Kind.FAULT_OVER, cured ? "cured" : "", why, mark, disk, why);
    }
  }

  private void knob(Mark mark) {
    String scope = mark.arguments().get(1);
    for (String disk : cast.disksOf(scope)) {
      add(
          Kind.KNOB, scope.equals("machine") ? "machine" : "", mark.arguments().toString(), mark,
          scope.equals("machine") || scope.startsWith("host") ? scope : disk,
          mark.arguments().getFirst(), mark.arguments().getLast());
    }
  }

  private void timeout(Mark mark, String disk) {
    boolean again =
        trace.fact(mark.seq()) instanceof TimeoutFact.TimedOut out
            && out.answer() == TimerReturn.BLK_EH_RESET_TIMER;
    Optional<CommandView> command =
        run.frame(Cursor.after(trace, mark.seq())).state().command(mark.command());
    if (command.isEmpty()) {
      add(Kind.TIMEOUT, "bare", "", mark, disk);
      return;
    }
    CommandView one = command.get();
    long since = mark.nanos() - sent(mark);
    boolean early = since < one.timeout();
    add(
        Kind.TIMEOUT, early ? "early" : again ? "again" : "", "", mark, disk,
        new Word("op." + one.op().word()), new Span(one.timeout()), new Span(since));
  }

  /** When the command was last given its time. */
  private long sent(Mark mark) {
    return run.timeline().after(mark.seq() - 1).command(mark.command())
        .map(CommandView::startedNanos)
        .orElse(mark.nanos());
  }

  private void abort(Mark mark, String disk, String answer) {
    String variant =
        switch (answer) {
          case "SUCCESS" -> "success";
          case "FAILED" -> "failed";
          default -> "";
        };
    add(Kind.ABORT, variant, answer, mark, disk, answer.isEmpty() ? "?" : answer);
  }

  private void rung(Mark mark, String disk, String answer) {
    String rung = mark.kind().name().toLowerCase(Locale.ROOT);
    boolean open = answer.isEmpty();
    add(
        Kind.TRY, open ? "open" : "", rung + answer, mark, disk,
        Sentence.of("tell.rung." + rung), answer);
  }

  private void restart(Mark mark, String host) {
    long shut =
        run.passes().all().stream()
            .filter(each -> each.host() == mark.host() && each.shut() <= mark.nanos())
            .mapToLong(EhPass::shut)
            .max()
            .orElse(mark.nanos());
    add(Kind.RESTART, "", "", mark, host, new Span(mark.nanos() - shut));
  }

  private void ladder(EhPass pass) {
    Climb climb = new Climb(pass, cast);
    all.addAll(climb.steps());
    climb.told().ifPresent(all::add);
  }

  /** What transports do with the ways to disks. */
  private void ways() {
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof MachineFact.DeviceStateSet set && set.legal()
          && set.old() != set.next() && trace.device(seq) >= 0) {
        Optional<Kind> kind = way(set.old(), set.next());
        if (kind.isPresent()) {
          way(kind.get(), seq);
        }
      }
    }
  }

  private void way(Kind kind, int seq) {
    all.add(
        new Happening(
            kind, "", "", seq, trace.nanos(seq), -1, cast.disk(trace.device(seq)), List.of()));
  }

  private static Optional<Kind> way(SdevState old, SdevState next) {
    return switch (next) {
      case SDEV_BLOCK -> Optional.of(Kind.BLOCKED);
      case SDEV_TRANSPORT_OFFLINE -> Optional.of(Kind.UNREACHABLE);
      case SDEV_DEL -> Optional.of(Kind.REMOVED);
      case SDEV_RUNNING ->
          switch (old) {
            case SDEV_BLOCK -> Optional.of(Kind.OPEN_AGAIN);
            case SDEV_TRANSPORT_OFFLINE, SDEV_OFFLINE -> Optional.of(Kind.REACHABLE);
            case SDEV_CREATED, SDEV_RUNNING, SDEV_CANCEL, SDEV_DEL, SDEV_QUIESCE,
                SDEV_CREATED_BLOCK ->
                Optional.empty();
          };
      case SDEV_CREATED, SDEV_CANCEL, SDEV_QUIESCE, SDEV_OFFLINE, SDEV_CREATED_BLOCK ->
          Optional.empty();
    };
  }

  /** Somebody brought a command back that was not done; who it was says what it brought. */
  private void complaint(Chapter chapter) {
    if (chapter.kind() != Chapter.Kind.COMPLAINT || chapter.device() < 0) {
      return;
    }
    long from = chapter.from() - COMPLAINS_WITHIN;
    for (int seq = trace.seqAt(chapter.from()); seq >= 0 && trace.nanos(seq) > from; seq--) {
      if (trace.device(seq) != chapter.device()) {
        continue;
      }
      if (trace.fact(seq) instanceof MidLayerFact.SenseChecked(var _, var sense)
          && sense.isPresent()) {
        complaint(chapter, seq, "", said(sense.get()));
        return;
      }
      if (trace.fact(seq) instanceof MidLayerFact.Completed(var result) && !result.isZero()) {
        boolean driver = result.host() != HostByte.DID_OK;
        complaint(
            chapter, seq, driver ? "driver" : "",
            driver ? result.host().name() : status(result));
        return;
      }
    }
  }

  private static String said(SenseData sense) {
    return String.format(
        Locale.ROOT, "%s %02x/%02x", sense.key().name(), sense.asc(), sense.ascq());
  }

  private static String status(ScsiResult result) {
    return Stream.of(SamStatus.values())
        .filter(result::is)
        .findFirst()
        .map(SamStatus::name)
        .orElse(result.hex());
  }

  private void complaint(Chapter chapter, int seq, String variant, String text) {
    all.add(
        new Happening(
            Kind.COMPLAINT, variant, variant + " " + text, seq, chapter.from(), -1,
            cast.disk(chapter.device()), List.of(text)));
  }
}
