package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.LessonStep;
import unjam.lesson.Measured;
import unjam.lesson.Puzzle;
import unjam.projection.Timeline;

/** Prints what an administrator has of a machine in trouble, and nothing else. */
@Command(
    name = "puzzle",
    description = {
      "Draws a machine in trouble and prints what an administrator has of it: the kernel's log,",
      "the processes with their stacks, and sysfs. The same seed draws the same machine."
    },
    footer = {
      "",
      "For example: unjam puzzle --seed 7 | less, and when you are sure: unjam puzzle --seed 7"
          + " --answer"
    },
    mixinStandardHelpOptions = true)
final class PuzzleCommand implements Callable<Integer> {

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", paramLabel = "N", description = "Draws the machine; 1 if not given.")
  private long seed = 1;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      split = ",",
      description =
          "dmesg, ps or sysfs, or several with commas; all if not given, and then the questions.")
  private List<String> show = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "T",
      description = "As it was at an earlier instant than that of the questions, such as 20s.")
  private String at = "";

  @Option(
      names = "--kernel",
      paramLabel = "V",
      description = "Kernel version, ${DEFAULT-VALUE} if not given.",
      defaultValue = Catalog.DEFAULT_KERNEL)
  private String kernel = Catalog.DEFAULT_KERNEL;

  @Option(names = "--answer", description = "Tells what is right, as computed from the run.")
  private boolean answer;

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private LessonsOption from = new LessonsOption();

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  PuzzleCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Catalog catalog = Catalog.ofClassPath();
    List<Problem> problems = new ArrayList<>();
    Locale locale = language.locale(problems);
    Set<AdminView.Source> sources = sources(problems);
    Optional<SimTime> wished = instant(problems);
    LessonShelf shelf = from.shelf(catalog, problems);
    if (!problems.isEmpty()) {
      return Complaints.problems(err, problems);
    }
    try {
      Optional<Lesson> lesson = lesson(catalog, shelf, problems);
      if (lesson.isEmpty()) {
        return Complaints.problems(err, problems);
      }
      Puzzle puzzle =
          Puzzle.of(
                  catalog, scenario -> Timeline.of(Simulation.run(scenario).trace()),
                  lesson.get(), kernel, seed)
              .orElseThrow();
      long nanos = wished.map(SimTime::nanos).orElse(puzzle.nanos());
      if (nanos > puzzle.nanos()) {
        return Complaints.badInput(
            err, "--at " + at + ": the questions are asked at "
                + new Measured.Span(puzzle.nanos()).text() + "; what is later is the answer");
      }
      new Destination.Standard(stdout)
          .write(out -> write(puzzle, wished.map(SimTime::nanos), sources, locale, out));
      return ExitStatus.OK;
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam puzzle --seed " + seed, debug);
    }
  }

  private void write(
      Puzzle puzzle, Optional<Long> earlier, Set<AdminView.Source> sources, Locale locale,
      Writer out)
      throws IOException {
    if (answer) {
      answers(puzzle, locale, out);
      return;
    }
    AdminView.of(puzzle, earlier).write(sources, out);
    if (show.isEmpty()) {
      questions(puzzle, locale, out);
    }
  }

  private Set<AdminView.Source> sources(List<Problem> problems) {
    Set<AdminView.Source> sources = EnumSet.noneOf(AdminView.Source.class);
    for (String each : show) {
      Optional<AdminView.Source> found =
          Arrays.stream(AdminView.Source.values())
              .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(each))
              .findFirst();
      found.ifPresent(sources::add);
      if (found.isEmpty()) {
        problems.add(new Problem("--show " + each, 0, 0, "is none of: dmesg, ps, sysfs"));
      }
    }
    return show.isEmpty() ? EnumSet.allOf(AdminView.Source.class) : sources;
  }

  private Optional<SimTime> instant(List<Problem> problems) {
    try {
      return at.isEmpty() ? Optional.empty() : Optional.of(SimTime.parse(at));
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("--at " + at, 0, 0, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** The last lesson that asks such questions: the one that all others lead to. */
  private Optional<Lesson> lesson(Catalog catalog, LessonShelf shelf, List<Problem> problems) {
    for (String name : shelf.names().reversed()) {
      if (LessonReader.read(catalog, shelf.folder(name)) instanceof Read.Good<Lesson>(Lesson good)
          && !Puzzle.questions(good).isEmpty()) {
        if (good.kernels().contains(kernel)) {
          return Optional.of(good);
        }
        problems.add(
            new Problem(
                "--kernel " + kernel, 0, 0,
                "there are puzzles for: " + String.join(", ", good.kernels())));
        return Optional.empty();
      }
    }
    problems.add(
        new Problem(
            "puzzle", 0, 0,
            "no lesson asks what an administrator could answer; such steps have mirror: true"));
    return Optional.empty();
  }

  private static void questions(Puzzle puzzle, Locale locale, Writer out) throws IOException {
    LessonPhrases phrases = new LessonPhrases(puzzle.lesson(), locale);
    for (LessonStep each : puzzle.questions()) {
      out.write("\n" + phrases.heading(each.id()) + "\n");
      for (String choice : puzzle.offered(each)) {
        out.write("  - " + phrases.said(each.id(), choice) + "\n");
      }
    }
  }

  private static void answers(Puzzle puzzle, Locale locale, Writer out) throws IOException {
    LessonPhrases phrases = new LessonPhrases(puzzle.lesson(), locale);
    for (LessonStep each : puzzle.questions()) {
      out.write(
          phrases.heading(each.id()) + "\n  " + phrases.answer(each, puzzle.truth(each)) + "\n");
    }
  }
}
