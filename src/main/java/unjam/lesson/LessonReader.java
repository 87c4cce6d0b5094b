package unjam.lesson;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import unjam.catalog.Catalog;
import unjam.catalog.Fields;
import unjam.catalog.Place;
import unjam.catalog.Problems;
import unjam.catalog.Read;
import unjam.catalog.Text;
import unjam.catalog.Tree;
import unjam.catalog.Values;
import unjam.catalog.YamlTree;
import unjam.lesson.LessonStep.Why;

/** Reads lessons. Every mistake is found at once; nothing is run. */
public final class LessonReader {

  private static final int LONGEST = 600;
  private static final String SUFFIX = ".yaml";

  private final Catalog catalog;
  private final LessonFolder folder;
  private final Problems problems;

  private LessonReader(Catalog catalog, LessonFolder folder, Problems problems) {
    this.catalog = catalog;
    this.folder = folder;
    this.problems = problems;
  }

  /** Reads a lesson. */
  public static Read<Lesson> read(Catalog catalog, LessonFolder folder) {
    return Problems.reading(
        problems -> new LessonReader(catalog, folder, problems).lesson());
  }

  private Optional<Lesson> lesson() {
    Optional<Tree> tree =
        folder
            .text(LessonFolder.LESSON, problems)
            .flatMap(
                text -> YamlTree.parse(folder.place(LessonFolder.LESSON), text, problems));
    SortedMap<String, LessonText> texts = new TreeMap<>();
    for (String language : Lesson.LANGUAGES) {
      String file = language + ".md";
      folder
          .text(file, problems)
          .ifPresent(
              text ->
                  texts.put(
                      language, LessonTextReader.read(folder.place(file), text, problems)));
    }
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    Lesson lesson = lesson(Fields.of(tree.get(), "lesson", problems), texts);
    new LessonWords(lesson, folder, problems).check();
    return Optional.of(lesson);
  }

  private Lesson lesson(Fields f, SortedMap<String, LessonText> texts) {
    Level level = f.value("level", choice(Level.values()), Level.FUNCTIONS);
    int minutes = f.required("minutes", Values.count(1, LONGEST), "minutes: 15", 1);
    List<String> kernels = kernels(f);
    Set<Track> tracks = set(f, "tracks", Track.values(), EnumSet.noneOf(Track.class));
    SortedMap<String, RunRecipe> runs = runs(f);
    SortedMap<String, Lesson.Named> values = values(f, runs);
    List<LessonStep> steps = steps(f, runs);
    Optional<Lesson.Brief> brief = f.tree("class").map(tree -> brief(tree, steps));
    f.end();
    return new Lesson(
        folder.name(), level, minutes, kernels, tracks, brief, runs, values, steps, texts);
  }

  private Lesson.Brief brief(Tree tree, List<LessonStep> steps) {
    Fields f = Fields.of(tree, "class", problems);
    int minutes = f.required("minutes", Values.count(1, LONGEST), "minutes: 11", 1);
    List<String> known = steps.stream().map(LessonStep::id).toList();
    List<String> named = new ArrayList<>();
    for (Tree each : f.list("steps")) {
      String id = f.parsed(each, "steps", Values::identifier, "?");
      if (!known.contains(id)) {
        problems.add(
            each.at(),
            "the lesson has no step " + Text.quoted(id) + "; "
                + Text.suggestion(id, known, "steps"));
      }
      named.add(id);
    }
    if (named.isEmpty()) {
      f.missing("steps", "steps: [incident, when, watch]");
    }
    f.end();
    return new Lesson.Brief(minutes, named);
  }

  private static <E extends Enum<E>> Function<String, E> choice(E[] values) {
    return text -> Values.lowerCaseChoice(values).apply(text.replace('-', '_'));
  }

  private <E extends Enum<E>> Set<E> set(Fields f, String key, E[] values, Set<E> otherwise) {
    if (f.tree(key).isEmpty()) {
      return otherwise;
    }
    List<E> found = new ArrayList<>();
    for (Tree each : f.list(key)) {
      f.parsed(each, key, choice(values).andThen(Optional::of), Optional.<E>empty())
          .ifPresent(found::add);
    }
    return Set.copyOf(found);
  }

  private List<String> kernels(Fields f) {
    List<String> kernels = new ArrayList<>();
    for (Tree each : f.list("kernels")) {
      String version = f.parsed(each, "kernels", this::kernel, "");
      if (!version.isEmpty()) {
        kernels.add(version);
      }
    }
    if (kernels.isEmpty()) {
      f.missing("kernels", "kernels: [\"6.1\", \"6.12\"]");
    }
    return kernels;
  }

  private String kernel(String version) {
    if (!catalog.kernels().contains(version)) {
      throw new IllegalArgumentException(
          "there are no rules for Linux " + Text.quoted(version) + "; known: "
              + String.join(", ", catalog.kernels()));
    }
    return version;
  }

  private SortedMap<String, RunRecipe> runs(Fields f) {
    SortedMap<String, RunRecipe> runs = new TreeMap<>();
    f.requiredTree("runs", "runs: {main: {scenario: lost-command}}")
        .ifPresent(
            tree -> {
              for (Tree.Entry each : Fields.of(tree, "runs", problems).entries()) {
                runs.put(each.key(), run(each));
              }
            });
    return runs;
  }

  private RunRecipe run(Tree.Entry entry) {
    Fields f = Fields.of(entry.value(), "run " + entry.key(), problems);
    List<RunRecipe.Situation> situations = new ArrayList<>();
    Optional<Tree> scenario = f.requiredTree("scenario", "scenario: lost-command");
    if (scenario.isPresent()) {
      List<Tree> all =
          scenario.get() instanceof Tree.Sequence(List<Tree> items, Place at)
              ? items
              : List.of(scenario.get());
      for (Tree each : all) {
        String name = f.parsed(each, "scenario", Values::text, "");
        situation(name, each.at()).ifPresent(situations::add);
      }
    }
    List<String> settings = new ArrayList<>();
    for (Tree each : f.list("set")) {
      settings.add(f.parsed(each, "set", Values::text, ""));
    }
    SortedMap<String, List<String>> vary = new TreeMap<>();
    f.tree("vary").ifPresent(tree -> vary(tree, vary));
    f.end();
    return new RunRecipe(entry.key(), situations, settings, vary, entry.keyAt().line());
  }

  private void vary(Tree tree, SortedMap<String, List<String>> into) {
    Fields f = Fields.of(tree, "vary", problems);
    for (Tree.Entry each : f.entries()) {
      List<String> values = new ArrayList<>();
      for (Tree value : f.list(each.key())) {
        values.add(f.parsed(value, each.key(), Values::text, ""));
      }
      into.put(each.key(), values);
    }
  }

  /** A scenario beside the lesson, or one of the catalog. */
  private Optional<RunRecipe.Situation> situation(String name, Place at) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.endsWith(SUFFIX)) {
      return folder
          .text(name, problems)
          .map(text -> new RunRecipe.Situation(folder.place(name), text));
    }
    Optional<String> text = catalog.scenarioText(name);
    if (text.isEmpty()) {
      problems.add(
          at,
          "there is no scenario " + Text.quoted(name) + " in the catalog; "
              + catalog.scenarioLike(name, List.of()));
    }
    return text.map(each -> new RunRecipe.Situation(name + SUFFIX, each));
  }

  private SortedMap<String, Lesson.Named> values(Fields f, SortedMap<String, RunRecipe> runs) {
    SortedMap<String, Lesson.Named> values = new TreeMap<>();
    f.tree("values")
        .ifPresent(
            tree -> {
              for (Tree.Entry each : Fields.of(tree, "values", problems).entries()) {
                Fields one = Fields.of(each.value(), "value " + each.key(), problems);
                String run = run(one, runs);
                Quantity of =
                    one.required(
                        "is", Phrase::quantity, "is: time of first timed_out",
                        new Quantity.Given(new Measured.Count(0)));
                one.end();
                values.put(each.key(), new Lesson.Named(run, of));
              }
            });
    return values;
  }

  private String run(Fields f, SortedMap<String, RunRecipe> runs) {
    return f.required("run", text -> known(text, runs), "run: main", "");
  }

  private static String known(String run, SortedMap<String, RunRecipe> runs) {
    if (!runs.containsKey(run)) {
      throw new IllegalArgumentException(
          "there is no run " + Text.quoted(run) + "; "
              + Text.suggestion(run, runs.keySet(), "runs"));
    }
    return run;
  }

  private List<LessonStep> steps(Fields f, SortedMap<String, RunRecipe> runs) {
    List<LessonStep> steps = new ArrayList<>();
    String run = runs.isEmpty() ? "" : runs.firstKey();
    for (Tree each : f.list("steps")) {
      LessonStep step = step(Fields.of(each, "step", problems), runs, run);
      run = step.run();
      if (steps.stream().anyMatch(before -> before.id().equals(step.id()))) {
        problems.add(each.at(), "there is a second step " + Text.quoted(step.id()));
      }
      steps.add(step);
    }
    if (steps.isEmpty()) {
      f.missing("steps", "steps: [{id: incident, part: incident}]");
    }
    return steps;
  }

  private LessonStep step(Fields f, SortedMap<String, RunRecipe> runs, String runBefore) {
    String id = f.required("id", Values::identifier, "id: incident", "?");
    Part part = f.required("part", choice(Part.values()), "part: predict", Part.INCIDENT);
    String run = f.value("run", text -> known(text, runs), runBefore);
    Optional<FactQuery> at = f.value("at", Phrase::query);
    boolean blind =
        f.value("blind", choiceOf("true", "false"), part == Part.PREDICT ? "true" : "false")
            .equals("true");
    boolean mirror = f.value("mirror", choiceOf("true", "false"), "false").equals("true");
    Set<Control> allow = set(f, "allow", Control.values(), usual(part));
    String focus = f.value("focus", Values::text, "");
    Optional<Shown> show = f.value("show", choice(Shown.values()));
    Optional<Why> why = f.tree("why").flatMap(this::why);
    Task task = new TaskReader(problems).read(f);
    for (String each : TaskReader.runs(task)) {
      if (!runs.containsKey(each)) {
        problems.add(
            f.at(),
            "there is no run " + Text.quoted(each) + "; "
                + Text.suggestion(each, runs.keySet(), "runs"));
      }
    }
    f.end();
    return new LessonStep(
        id, part, run, at, blind, mirror, allow, focus, show, why, task, f.at().line());
  }

  private static Function<String, String> choiceOf(String... words) {
    return text -> {
      if (!List.of(words).contains(text)) {
        throw new IllegalArgumentException(
            "write " + String.join(" or ", words) + ", found " + Text.quoted(text));
      }
      return text;
    };
  }

  /** Where somebody is to try something out they may use everything. */
  private static Set<Control> usual(Part part) {
    return switch (part) {
      case PLAY, CHANGE, TRANSFER -> EnumSet.allOf(Control.class);
      case INCIDENT, PREDICT, OBSERVE, EXPLAIN, CHECK, BOUNDARY -> EnumSet.noneOf(Control.class);
    };
  }

  private Optional<Why> why(Tree tree) {
    Fields f = Fields.of(tree, "why", problems);
    List<String> reasons = new ArrayList<>();
    for (Tree each : f.list("reasons")) {
      reasons.add(f.parsed(each, "reasons", Values::identifier, "?"));
    }
    String right = f.required("right", Values::identifier, "right: later", "?");
    if (!reasons.contains(right)) {
      f.wrong("right", Text.quoted(right) + " is none of the reasons");
    }
    f.end();
    return Optional.of(new Why(reasons, right));
  }
}
