package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.analysis.Holder;
import unjam.analysis.Holdings;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.reading.ProcessTable;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.inspector.CommandPicture.Bar;
import unjam.ui.inspector.CommandPicture.Holding;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts into words who has had a command and for how long. */
final class HoldingReader {

  /** A share that would be rounded to all of it is said as "more than". */
  private static final double NEARLY_ALL = 0.999;

  /** Whoever had it for less than this part of its life had it briefly. */
  private static final int BRIEF = 1000;

  /** So many holders are shown, however briefly each of them had it. */
  private static final int SHOWN = 6;

  private final Frame frame;
  private final CommandView command;
  private final Holdings holdings;
  private final Texts texts;

  HoldingReader(Frame frame, CommandView command, Holdings holdings, Texts texts) {
    this.frame = frame;
    this.command = command;
    this.holdings = holdings;
    this.texts = texts;
  }

  List<Holding> holdings() {
    List<Holding> lines = new ArrayList<>();
    for (Holdings.Holding each : holdings.all()) {
      Holder holder = each.holder();
      boolean mono = holder.isCode() || holder == Holder.GATE;
      lines.add(
          new Holding(
              "holder-" + word(holder), runner(holder), title(holder),
              mono ? each.where() : texts.of("holder.nobody"), mono,
              TimeText.span(each.nanos()), bars(each), !each.runs() && !holder.isCode(),
              each.now(), isBrief(each)));
    }
    return lines;
  }

  private boolean isBrief(Holdings.Holding holding) {
    return !holding.now() && holding.nanos() < holdings.life() / BRIEF;
  }

  /** Those who had it briefly in one line, if there are many of them. */
  String briefly() {
    List<Holdings.Holding> brief = holdings.all().stream().filter(this::isBrief).toList();
    return holdings.all().size() <= SHOWN || brief.size() < 2
        ? ""
        : texts.of(
            "holder.briefly", Integer.toString(brief.size()),
            TimeText.span(brief.stream().mapToLong(Holdings.Holding::nanos).sum()));
  }

  private static String word(Holder holder) {
    return holder.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Runner> runner(Holder holder) {
    return switch (holder) {
      case PROCESS -> Optional.of(Runner.PROCESS);
      case KBLOCKD, KWORKER, ABORT_WORKER -> Optional.of(Runner.KWORKER);
      case HARD_IRQ -> Optional.of(Runner.HARD_IRQ);
      case SOFTIRQ -> Optional.of(Runner.SOFTIRQ);
      case ERROR_HANDLER -> Optional.of(Runner.ERROR_HANDLER);
      case DISK, SCHEDULER, GATE, REQUEUE_LIST, ABORT_QUEUE, EH_QUEUE -> Optional.empty();
    };
  }

  private String title(Holder holder) {
    return switch (holder) {
      case PROCESS ->
          command.io() < 0
              ? texts.of("holder.kernel")
              : texts.of(
                  "holder.process",
                  ProcessTable.processOf(frame.trace().ioNames().get(command.io())));
      case ERROR_HANDLER -> "scsi_eh_" + command.host();
      case ABORT_WORKER -> texts.of("holder.abort_worker", "scsi_tmf_" + command.host());
      case KBLOCKD, KWORKER, HARD_IRQ, SOFTIRQ, DISK, SCHEDULER, GATE, REQUEUE_LIST,
          ABORT_QUEUE, EH_QUEUE ->
          texts.of("holder." + holder.name().toLowerCase(Locale.ROOT), "host" + command.host());
    };
  }

  private List<Bar> bars(Holdings.Holding holding) {
    double life = Math.max(1, holdings.life());
    return holding.when().stream()
        .map(
            each ->
                new Bar(
                    (each.from() - holdings.born()) / life,
                    (each.to() - holdings.born()) / life,
                    each.held() >= (each.to() - each.from()) / 2))
        .toList();
  }

  /** In which part of its life no processor worked on it. */
  String idle() {
    if (holdings.life() <= 0) {
      return "";
    }
    String key = holdings.ended() ? "holder.idle.was" : "holder.idle.is";
    double share = holdings.idleShare();
    String percent = percent(share);
    return texts.of(
        key, share >= NEARLY_ALL && share < 1 ? texts.of("holder.more_than", percent) : percent);
  }

  String idleNote() {
    return holdings.life() <= 0 ? "" : texts.of("holder.idle.note");
  }

  /** Rounded down, so that a little work is never none. */
  static String percent(double share) {
    if (share >= NEARLY_ALL && share < 1) {
      return "99.9";
    }
    double tenths = Math.floor(share * 1000) / 10;
    return share > 0.99
        ? String.format(Locale.ROOT, "%.1f", tenths)
        : String.format(Locale.ROOT, "%.0f", Math.floor(share * 100));
  }
}
