package unjam.app.tale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import unjam.analysis.CostCard;
import unjam.analysis.Ledger;
import unjam.analysis.LedgerReader;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Narration;
import unjam.app.Narration.Moment;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator;
import unjam.app.Narrator.Span;
import unjam.app.OpenRun;
import unjam.app.tale.Tale.Line;
import unjam.export.Page;
import unjam.playback.Cursor;
import unjam.reading.LogLine;

/** The report of a run: its story, what it cost, what the kernel printed, what is simplified. */
public final class Report {

  /** At most so many pictures. */
  private static final int PICTURES = 6;

  /** So many lines of the kernel log are shown from its beginning, and so many from its end. */
  private static final int FIRST = 150;

  private static final int LAST = 50;

  /** How many sentences there are about what is simplified. */
  private static final int SIMPLIFIED = 6;

  private final OpenRun run;
  private final Tale tale;
  private final CostCard cost;
  private final Voice voice;
  private final List<Page.Block> blocks = new ArrayList<>();

  private Report(OpenRun run, Tale tale, CostCard cost, Voice voice) {
    this.run = run;
    this.tale = tale;
    this.cost = cost;
    this.voice = voice;
  }

  /**
   * An instant to be painted.
   *
   * @param at where the playhead stands
   * @param words what is told of it
   */
  public record Still(Cursor at, List<Sentence> words) {
    public Still {
      words = List.copyOf(words);
    }
  }

  /** The most decisive instants of a tale, in order. */
  public static List<Still> stills(Tale tale) {
    List<Line> chosen =
        tale.brief().stream()
            .filter(each -> each.hasPlace() && each.weight() > 0)
            .sorted(Comparator.comparingInt((Line each) -> -each.weight()))
            .limit(PICTURES)
            .sorted(Comparator.comparingInt(Line::seq))
            .toList();
    return chosen.stream()
        .map(each -> new Still(new Cursor(each.nanos(), each.seq()), alone(each)))
        .toList();
  }

  /** Beside a picture nothing goes before it that it could happen right after. */
  private static List<Sentence> alone(Line line) {
    Sentence first = line.words().getFirst();
    if (first.arguments().indexOf(Telling.THEN) != 0) {
      return line.words();
    }
    List<Object> arguments = new ArrayList<>(first.arguments());
    arguments.set(0, Sentence.of("tell.at", new Moment(line.nanos())));
    List<Sentence> words = new ArrayList<>(line.words());
    words.set(0, new Sentence(first.key(), arguments));
    return words;
  }

  /**
   * The report as a page.
   *
   * @param title of the run, in the language of the voice
   * @param pictures names of the pictures' files, one for each of {@link #stills}, or none
   */
  public static Page page(
      OpenRun run, Tale tale, CostCard cost, Voice voice, String title, List<String> pictures) {
    Report report = new Report(run, tale, cost, voice);
    report.write(pictures);
    return new Page(title, voice.language(), report.blocks);
  }

  private void write(List<String> pictures) {
    blocks.add(new Page.Lead(voice.say(tale.sentence())));
    blocks.add(
        new Page.Paragraph(
            say(
                "report.run", run.scenario().name(), run.trace().header().kernel(),
                Long.toString(run.scenario().seed()), new Span(run.trace().endNanos()))));
    settings();
    heading("report.story");
    blocks.add(
        new Page.Items(tale.brief().stream().map(each -> voice.say(each.words())).toList()));
    pictures(pictures);
    LedgerReader.ofLongest(run.timeline()).filter(each -> each.waited() > 0)
        .ifPresent(this::ledger);
    cost();
    log();
    heading("help.simplified");
    blocks.add(
        new Page.Items(
            IntStream.rangeClosed(1, SIMPLIFIED)
                .mapToObj(each -> say("help.simplified." + each))
                .toList()));
  }

  private String say(String key, Object... arguments) {
    return voice.say(Sentence.of(key, arguments));
  }

  private void heading(String key) {
    blocks.add(new Page.Heading(say(key)));
  }

  private void settings() {
    heading("report.settings");
    List<List<String>> rows = new Settings(run).rows(voice);
    blocks.add(
        rows.isEmpty()
            ? new Page.Paragraph(say("report.settings.none"))
            : new Page.Table(
                List.of(
                    say("report.setting"), say("report.where"), say("report.value"),
                    say("report.default")),
                rows));
  }

  private void pictures(List<String> pictures) {
    if (pictures.isEmpty()) {
      return;
    }
    heading("report.pictures");
    List<Still> stills = stills(tale);
    for (int i = 0; i < Math.min(pictures.size(), stills.size()); i++) {
      Still still = stills.get(i);
      Frame frame = run.frame(still.at());
      Narration told = Narrator.of(frame, Focus.of(frame, -1));
      blocks.add(
          new Page.Picture(
              pictures.get(i), voice.say(List.of(told.what(), told.why())),
              voice.say(still.words())));
    }
  }

  private void ledger(Ledger ledger) {
    heading("tell.part.ledger");
    new Outcomes(run, new Cast(run))
        .ledger()
        .ifPresent(
            part ->
                part.lines()
                    .forEach(
                        line -> blocks.add(new Page.Paragraph(voice.say(line.words())))));
    blocks.add(
        new Page.Table(
            List.of(
                say("report.from"), say("ledger.head.timer"), say("ledger.head.set"),
                say("ledger.head.took"), say("ledger.head.source")),
            new LedgerTable(ledger).rows(voice)));
  }

  private void cost() {
    heading("cost.title");
    blocks.add(
        new Page.Table(
            List.of(say("report.figure"), say("report.value")), CostTable.rows(cost, voice)));
    if (!cost.hurt().isEmpty()) {
      Cast cast = new Cast(run);
      blocks.add(new Page.Paragraph(say("report.hurt")));
      blocks.add(
          new Page.Table(
              List.of(say("report.disk"), say("report.waited"), say("report.ios")),
              cost.hurt().stream()
                  .map(
                      each ->
                          List.of(
                              cast.disk(each.device()), say("report.plain", new Span(each.nanos())),
                              Integer.toString(each.ios())))
                  .toList()));
    }
  }

  private void log() {
    heading("report.log");
    List<LogLine> all = run.log().lines();
    if (all.isEmpty()) {
      blocks.add(new Page.Paragraph(say("report.log.none")));
      return;
    }
    int most = FIRST + LAST;
    if (all.size() <= most) {
      blocks.add(listing(all));
      return;
    }
    blocks.add(listing(all.subList(0, FIRST)));
    blocks.add(new Page.Paragraph(say("report.log.more", all.size() - most)));
    blocks.add(listing(all.subList(all.size() - LAST, all.size())));
  }

  private static Page.Block listing(List<LogLine> lines) {
    return new Page.Listing(lines.stream().map(LogLine::dmesg).toList());
  }
}
