package unjam.ui.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import unjam.analysis.CostCard;
import unjam.analysis.CostFigure;
import unjam.app.Survey;
import unjam.app.Sweep;
import unjam.app.SweepFlaw;
import unjam.app.SweepWish;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts a sweep as far as it has come into a picture. */
final class SweepReading {

  private final Survey survey;
  private final List<String> own;
  private final boolean current;
  private final Texts texts;
  private final List<List<CostCard>> costs = new ArrayList<>();
  private final List<Sweep.Axis> axes;

  /**
   * @param survey what is known
   * @param own the values of its settings in the run that is worked on, empty where they differ
   * @param current whether it is about the scenario as it is now
   * @param texts the words
   */
  SweepReading(Survey survey, List<String> own, boolean current, Texts texts) {
    this.survey = survey;
    this.own = List.copyOf(own);
    this.current = current;
    this.texts = texts;
    axes = axes(survey);
    int cells = axes.stream().mapToInt(each -> each.values().size()).reduce(1, (a, b) -> a * b);
    for (int i = 0; i < cells; i++) {
      costs.add(new ArrayList<>());
    }
    for (Sweep.Result each : survey.results()) {
      costs.get(each.cell()).add(each.cost());
    }
  }

  /** Those of the plan; before there is one, those that are wished. */
  static List<Sweep.Axis> axes(Survey survey) {
    return survey.planned()
        .map(Sweep.Plan::axes)
        .orElseGet(() -> survey.wish().axes().stream().map(SweepReading::axis).toList());
  }

  private static Sweep.Axis axis(SweepWish.Range range) {
    List<String> values =
        Arrays.stream(range.values().split(",")).map(String::strip).limit(10).toList();
    return new Sweep.Axis(range.knob().shortName(), values);
  }

  SweepPicture picture() {
    List<SweepCell> cells = cells();
    List<SweepCell> known = cells.stream().filter(SweepCell::isKnown).toList();
    long least = known.stream().mapToLong(SweepCell::middle).min().orElse(0);
    long most = known.stream().mapToLong(SweepCell::middle).max().orElse(0);
    long top = known.stream().mapToLong(SweepCell::high).max().orElse(0);
    boolean two = axes.size() == 2;
    boolean blank = survey.stand() == Survey.Stand.REFUSED && survey.planned().isEmpty();
    return new SweepPicture(
        says(known),
        note(known),
        survey.isRunning(),
        survey.results().size(),
        survey.planned().map(Sweep.Plan::runs).orElse(0),
        two ? name(axes.getFirst()) : "",
        two && !blank ? axes.getFirst().values() : List.of(""),
        name(axes.getLast()),
        blank ? List.of() : axes.getLast().values(),
        blank ? List.of() : cells,
        least,
        most,
        two
            ? new SweepPicture.Scale(value(least), "", value(most))
            : new SweepPicture.Scale(value(0), value(top / 2), value(top)),
        survey.figure(),
        survey.wish(),
        flaws(),
        opens());
  }

  private boolean opens() {
    return current && survey.planned().isPresent();
  }

  private Map<SweepFlaw.Field, String> flaws() {
    Map<SweepFlaw.Field, String> said = new EnumMap<>(SweepFlaw.Field.class);
    survey.flaws().forEach(each -> said.put(each.field(), Sentences.say(texts, each.why())));
    return said;
  }

  /** The file's own name. */
  private static String name(Sweep.Axis axis) {
    return axis.key().substring(axis.key().lastIndexOf('/') + 1);
  }

  private List<SweepCell> cells() {
    List<SweepCell> cells = new ArrayList<>();
    for (int i = 0; i < costs.size(); i++) {
      cells.add(cell(i));
    }
    return cells;
  }

  private SweepCell cell(int index) {
    List<String> values = values(index);
    long[] figures =
        costs.get(index).stream().mapToLong(survey.figure()::of).sorted().toArray();
    boolean mine = own.equals(values);
    if (figures.length == 0) {
      return new SweepCell(
          index, values, 0, 0, 0, 0, "", "", mine,
          texts.of("sweep.cell.unknown", combination(values)));
    }
    long low = figures[0];
    long middle = figures[(figures.length - 1) / 2];
    long high = figures[figures.length - 1];
    String spread =
        value(low).equals(value(high))
            ? ""
            : texts.of("sweep.cell.from_to", value(low), value(high));
    String spoken =
        texts.of(
            spread.isEmpty() ? "sweep.cell.one" : "sweep.cell.spread", combination(values),
            figureName(survey.figure()), value(middle), value(low), value(high), figures.length);
    return new SweepCell(
        index, values, figures.length, low, middle, high, value(middle), spread, mine,
        mine ? texts.of("sweep.cell.own", spoken) : spoken);
  }

  private List<String> values(int index) {
    int columns = axes.getLast().values().size();
    String last = axes.getLast().values().get(index % columns);
    return axes.size() == 1
        ? List.of(last)
        : List.of(axes.getFirst().values().get(index / columns), last);
  }

  /** Settings with their values: {@code timeout 5, max_retries 0}. */
  private String combination(List<String> values) {
    return String.join(", ", names(values));
  }

  private List<String> names(List<String> values) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      names.add(name(axes.get(i)) + " " + values.get(i));
    }
    return names;
  }

  private String figureName(CostFigure figure) {
    return texts.of("figure." + figure.name().toLowerCase(Locale.ROOT));
  }

  private String value(long value) {
    return value(survey.figure(), value);
  }

  private String value(CostFigure figure, long value) {
    if (value < 0) {
      return texts.of("cost.not_repaired");
    }
    return figure.isSpan() && value > 0 ? TimeText.span(value) : Long.toString(value);
  }

  private String says(List<SweepCell> known) {
    int runs = survey.planned().map(Sweep.Plan::runs).orElse(0);
    return switch (survey.stand()) {
      case NOTHING, REFUSED -> texts.of("sweep.says.nothing");
      case RUNNING ->
          runs == 0
              ? texts.of("sweep.says.checking")
              : texts.of("sweep.says.running", survey.results().size(), runs);
      case STOPPED -> texts.of("sweep.says.stopped", survey.results().size(), runs);
      case DONE -> range(known);
    };
  }

  private String range(List<SweepCell> known) {
    Optional<SweepCell> least = known.stream().min(Comparator.comparingLong(SweepCell::middle));
    Optional<SweepCell> most = known.stream().max(Comparator.comparingLong(SweepCell::middle));
    if (least.isEmpty() || most.isEmpty()) {
      return "";
    }
    String figure = figureName(survey.figure());
    return least.get().middle() == most.get().middle()
        ? texts.of("sweep.says.same", figure, least.get().text())
        : texts.of(
            "sweep.says.range", figure, least.get().text(), combination(least.get().values()),
            most.get().text(), combination(most.get().values()));
  }

  /** Whoever shows waits says what they were traded for, and the other way round. */
  private String note(List<SweepCell> known) {
    if (!current && !known.isEmpty()) {
      return texts.of("sweep.note.stale");
    }
    if (survey.stand() != Survey.Stand.DONE) {
      return texts.of("sweep.note.first");
    }
    long cut = survey.results().stream().filter(each -> each.cost().unanswered() > 0).count();
    String other = other();
    return cut == 0 ? other : texts.of("sweep.note.cut", other, cut);
  }

  private String other() {
    CostFigure other =
        survey.figure() == CostFigure.LONGEST ? CostFigure.ERRORS : CostFigure.LONGEST;
    long[] sorted =
        survey.results().stream().mapToLong(each -> other.of(each.cost())).sorted().toArray();
    long least = sorted[0];
    long most = sorted[sorted.length - 1];
    return least == most
        ? texts.of("sweep.note.same", sorted.length, figureName(other), value(other, least))
        : texts.of(
            "sweep.note.other", sorted.length, figureName(other), value(other, least),
            value(other, most));
  }

  /** All that is known about one cell; nothing if there is no such cell. */
  SweepDetail detail(int index) {
    if (index < 0 || index >= costs.size()) {
      return SweepDetail.NONE;
    }
    List<CostCard> cards = costs.get(index);
    List<String> values = values(index);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      settings.add(axes.get(i).key() + "=" + values.get(i));
    }
    List<SweepDetail.Line> lines = new ArrayList<>();
    for (CostFigure each : CostFigure.values()) {
      if (!cards.isEmpty()) {
        lines.add(line(each, cards));
      }
    }
    return new SweepDetail(
        index, settings, names(values),
        cards.isEmpty() ? texts.of("sweep.seeds.none") : texts.of("sweep.seeds", cards.size()),
        lines, opens() && !cards.isEmpty());
  }

  private SweepDetail.Line line(CostFigure figure, List<CostCard> cards) {
    long[] sorted = cards.stream().mapToLong(figure::of).sorted().toArray();
    return new SweepDetail.Line(
        "sweep-figure-" + figure.name().toLowerCase(Locale.ROOT), figureName(figure),
        value(figure, sorted[(sorted.length - 1) / 2]), figure == survey.figure());
  }
}
