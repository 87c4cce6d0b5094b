package unjam.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unjam.app.Narration.Sentence;
import unjam.app.SweepFlaw.Field;
import unjam.app.SweepWish.Range;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.scenario.Scenario;

/** Makes a plan of what is written into the form, or says field by field what is wrong. */
final class SweepCheck {

  /** More values of one setting do not fit on the screen. */
  static final int MOST_VALUES = 10;

  private static final int MOST_SEEDS = 1_000;

  private final Catalog catalog;
  private final Scenario scenario;
  private final List<SweepFlaw> flaws = new ArrayList<>();

  private SweepCheck(Catalog catalog, Scenario scenario) {
    this.catalog = catalog;
    this.scenario = scenario;
  }

  /** What came of it. */
  sealed interface Checked {

    /** It can be run. */
    record Good(Sweep.Plan plan) implements Checked {}

    /** Nothing is run; at most one flaw for each field. */
    record Bad(List<SweepFlaw> flaws) implements Checked {}
  }

  static Checked of(Catalog catalog, Scenario scenario, SweepWish wish) {
    return new SweepCheck(catalog, scenario).check(wish);
  }

  private Checked check(SweepWish wish) {
    List<Sweep.Axis> axes = new ArrayList<>();
    for (int i = 0; i < wish.axes().size(); i++) {
      axes.add(axis(i == 0 ? Field.FIRST : Field.SECOND, wish.axes().get(i)));
    }
    if (axes.size() == 2 && axes.getFirst().key().equals(axes.getLast().key())) {
      flaw(Field.SECOND, "sweep.flaw.same");
    }
    int seeds = seeds(wish.seeds());
    long runs = seeds;
    for (Sweep.Axis each : axes) {
      runs *= each.values().size();
    }
    if (runs > Sweep.MOST_RUNS) {
      flaw(Field.WHOLE, "sweep.flaw.runs", runs, Sweep.MOST_RUNS);
    }
    if (!flaws.isEmpty()) {
      return new Checked.Bad(flaws);
    }
    return switch (Sweep.plan(catalog, scenario, axes, seeds)) {
      case Read.Good<Sweep.Plan>(Sweep.Plan plan) -> new Checked.Good(plan);
      case Read.Bad<Sweep.Plan>(List<Problem> problems) -> {
        flaw(Field.WHOLE, "sweep.flaw.together", problems.getFirst().message());
        yield new Checked.Bad(flaws);
      }
    };
  }

  private void flaw(Field field, String key, Object... arguments) {
    if (flaws.stream().noneMatch(each -> each.field() == field)) {
      flaws.add(new SweepFlaw(field, Sentence.of(key, arguments)));
    }
  }

  private Sweep.Axis axis(Field field, Range range) {
    List<String> values =
        Arrays.stream(range.values().split("[,;\\s\uff0c\u3001]+"))
            .filter(each -> !each.isEmpty())
            .toList();
    String key = range.knob().shortName();
    if (values.isEmpty()) {
      flaw(field, "sweep.flaw.empty");
    } else if (values.size() > MOST_VALUES) {
      flaw(field, "sweep.flaw.many", values.size(), MOST_VALUES);
    } else {
      twice(values).ifPresent(each -> flaw(field, "sweep.flaw.twice", each));
      values.forEach(each -> refused(field, key, each));
    }
    return new Sweep.Axis(key, values);
  }

  private static Optional<String> twice(List<String> values) {
    Set<String> seen = new LinkedHashSet<>();
    return values.stream().filter(each -> !seen.add(each)).findFirst();
  }

  /** What the kernel would not take. */
  private void refused(Field field, String key, String value) {
    if (Variants.of(catalog, scenario, List.of(key + "=" + value))
        instanceof Read.Bad<Scenario>(List<Problem> problems)) {
      flaw(field, "sweep.flaw.refused", value, problems.getFirst().message());
    }
  }

  private int seeds(String text) {
    String digits = text.strip();
    int seeds = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    if (seeds < 1 || seeds > MOST_SEEDS) {
      flaw(Field.SEEDS, "sweep.flaw.seeds", MOST_SEEDS);
      return 1;
    }
    return seeds;
  }
}
