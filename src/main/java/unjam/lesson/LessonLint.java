package unjam.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;

/**
 * Runs a lesson's scenarios and holds every step against them: in every kernel version that the
 * lesson names and in every variant each fact is there, each question has one answer, and each goal
 * can be reached.
 */
public final class LessonLint {

  private final Catalog catalog;
  private final Function<Scenario, Timeline> simulation;
  private final Lesson lesson;
  private final String file;
  private final TreeSet<Problem> problems = new TreeSet<>();

  private LessonLint(
      Catalog catalog, Function<Scenario, Timeline> simulation, Lesson lesson, String file) {
    this.catalog = catalog;
    this.simulation = simulation;
    this.lesson = lesson;
    this.file = file;
  }

  /**
   * Looks through a lesson.
   *
   * @param simulation runs a scenario
   * @return all problems; none if the lesson holds what it says
   */
  public static List<Problem> problems(
      Catalog catalog, Function<Scenario, Timeline> simulation, LessonFolder folder) {
    return switch (LessonReader.read(catalog, folder)) {
      case Read.Bad<Lesson>(List<Problem> found) -> found;
      case Read.Good<Lesson>(Lesson lesson) -> {
        LessonLint lint =
            new LessonLint(catalog, simulation, lesson, folder.place(LessonFolder.LESSON));
        lesson.kernels().forEach(lint::kernel);
        yield List.copyOf(lint.problems);
      }
    };
  }

  private void add(int line, String message) {
    problems.add(new Problem(file, line, 1, message));
  }

  private void kernel(String kernel) {
    Map<String, List<RunFacts>> runs = new TreeMap<>();
    for (RunRecipe recipe : lesson.runs().values()) {
      List<RunFacts> variants = new ArrayList<>();
      for (RunRecipe.Variant variant : recipe.variants()) {
        run(variant, kernel, List.of(), recipe.line()).ifPresent(variants::add);
      }
      if (variants.isEmpty()) {
        return;
      }
      runs.put(recipe.name(), variants);
    }
    for (LessonStep step : lesson.steps()) {
      List<RunFacts> variants = runs.getOrDefault(step.run(), List.of());
      for (int i = 0; i < variants.size(); i++) {
        step(step, variants.get(i), runs, "in Linux " + kernel + ", variant " + (i + 1));
      }
      solution(step, kernel);
    }
    lesson.values().forEach((name, value) -> value(name, value, runs, kernel));
  }

  private Optional<RunFacts> run(
      RunRecipe.Variant variant, String kernel, List<String> more, int line) {
    List<String> settings = new ArrayList<>(more);
    settings.add("kernel=" + kernel);
    return switch (variant.scenario(catalog, settings)) {
      case Read.Bad<Scenario>(List<Problem> found) -> {
        found.forEach(
            each ->
                add(line, "the run cannot be made in Linux " + kernel + ": " + each.text()));
        yield Optional.empty();
      }
      case Read.Good<Scenario>(Scenario scenario) ->
          Optional.of(new RunFacts(simulation.apply(scenario)));
    };
  }

  private void step(
      LessonStep step, RunFacts facts, Map<String, List<RunFacts>> runs, String where) {
    int at = -1;
    if (step.at().isPresent()) {
      OptionalInt seq = facts.find(step.at().get());
      if (seq.isEmpty()) {
        add(step.line(), "at: the run " + step.run() + " does not have this fact, " + where);
        return;
      }
      at = seq.getAsInt();
    }
    if (!step.focus().isEmpty() && !facts.disks().contains(step.focus())) {
      add(step.line(), "focus: the run has no disk " + step.focus());
    }
    try {
      task(step, at, facts, runs, where);
    } catch (IllegalArgumentException e) {
      add(step.line(), e.getMessage() + ", " + where);
    }
  }

  private void task(
      LessonStep step, int at, RunFacts facts, Map<String, List<RunFacts>> runs, String where) {
    List<String> cases = step.task() instanceof Task.Drill drill ? drill.runs() : List.of();
    Function<String, RunFacts> others =
        name -> Objects.requireNonNull(runs.get(name)).getFirst();
    Judge judge = new Judge(facts, others, cases);
    Answer truth = judge.truth(step.task());
    switch (step.task()) {
      case Task.Watch watch -> comes(step, watch.until(), at, facts, where);
      case Task.Flag flag -> comes(step, flag.of(), at, facts, where);
      case Task.Order order -> distinct(step, order.cards(), truth, facts, true, where);
      case Task.Moves moves -> distinct(step, moves.cards(), truth, facts, false, where);
      case Task.Blanks blanks ->
          blanks.blanks().stream()
              .filter(each -> judge.offered(each).size() < 2)
              .forEach(
                  each -> add(
                      step.line(),
                      "the gap " + each.id() + " offers nothing but the truth, " + where));
      case Task.Change change -> {
        if (facts.holds(change.goal())) {
          add(step.line(), "the goal is reached before anything is changed, " + where);
        }
      }
      case Task.Drill drill -> {
        if (drill.ask() > drill.runs().size() || drill.pass() > drill.ask()) {
          add(step.line(), "pass is at most ask, and ask at most the number of runs");
        }
      }
      default -> { }
    }
  }

  private void comes(
      LessonStep step, FactQuery fact, int at, RunFacts facts, String where) {
    OptionalInt seq = facts.find(fact);
    if (seq.isEmpty()) {
      add(step.line(), "the run " + step.run() + " does not have this fact, " + where);
    } else if (seq.getAsInt() <= at) {
      add(step.line(), "the fact has happened already when the step begins, " + where);
    }
  }

  private void distinct(
      LessonStep step, List<Task.Card> cards, Answer truth, RunFacts facts, boolean all,
      String where) {
    TreeSet<Integer> seen = new TreeSet<>();
    for (Task.Card card : cards) {
      OptionalInt seq = facts.find(card.fact());
      if (seq.isEmpty() && all) {
        add(step.line(), "the run does not have the fact of the card " + card.id() + ", " + where);
      }
      if (seq.isPresent() && !seen.add(seq.getAsInt())) {
        add(step.line(), "two cards stand for the same event, one is " + card.id() + ", " + where);
      }
    }
    if (truth instanceof Answer.Names(List<String> names) && names.size() < 2) {
      add(step.line(), "fewer than two cards have their fact in the run, " + where);
    }
  }

  private void solution(LessonStep step, String kernel) {
    if (!(step.task() instanceof Task.Change change)) {
      return;
    }
    RunRecipe recipe = lesson.runs().get(step.run());
    if (recipe == null) {
      return;
    }
    for (RunRecipe.Variant variant : recipe.variants()) {
      run(variant, kernel, change.solution(), step.line())
          .filter(facts -> !facts.holds(change.goal()))
          .ifPresent(
              facts ->
                  add(step.line(), "the solution does not reach the goal in Linux " + kernel));
    }
  }

  private void value(
      String name, Lesson.Named value, Map<String, List<RunFacts>> runs, String kernel) {
    for (RunFacts facts : runs.getOrDefault(value.run(), List.of())) {
      if (facts.measure(value.of()).isEmpty()) {
        add(0, "the value " + name + " cannot be found in Linux " + kernel);
      }
    }
  }
}
