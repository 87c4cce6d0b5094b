package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.lesson.ClassFolder;
import unjam.lesson.ClassSummary;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.LessonStep;
import unjam.lesson.Progress;
import unjam.lesson.ProgressShelf;
import unjam.lesson.Track;

/** Lists lessons, and what was done in them. */
@Command(
    name = "lessons",
    description = "Lists the lessons, one of the ways through them, or what was done in them.",
    footer = {
      "",
      "Learners hand in with --hand-in, or copies of the files that --progress names. Whose file"
          + " has no name after \"learner:\" is called by the file's name, or by the folder it is"
          + " in.",
      "",
      "Exit status: 0 all is well, 1 Unjam failed, 2 something is wrong with a file."
    },
    mixinStandardHelpOptions = true)
final class LessonsCommand implements Callable<Integer> {

  private final OutputStream stdout;
  private final ProgressShelf own;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LessonsOption from = new LessonsOption();

  @Mixin private LanguageOption language = new LanguageOption();

  @ArgGroup private Wish wish = new Wish();

  @Option(names = "--csv", description = "With --summary: one table for a spreadsheet.")
  private boolean csv;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a file, which appears only when it is whole.")
  private @Nullable Path out;

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  /** What is asked for; nothing for the list of all lessons. */
  private static final class Wish {

    @Option(
        names = "--path",
        paramLabel = "PATH",
        description = "Lists one way through the lessons: class, self-study, workshop or course.")
    private String path = "";

    @Option(
        names = "--summary",
        paramLabel = "FOLDER",
        description = "Sums up a folder of learners' files, or of a folder for each learner.")
    private @Nullable Path summary;

    @Option(
        names = "--progress",
        description = "Says where your own files are, and what you have done.")
    private boolean progress;

    @Option(
        names = "--hand-in",
        paramLabel = "FOLDER",
        description = "Writes your own files into a folder for your teacher, under your name.")
    private @Nullable Path handIn;
  }

  @Option(
      names = "--learner",
      paramLabel = "NAME",
      description = "With --hand-in: your name.")
  private String learner = "";

  LessonsCommand(OutputStream stdout, ProgressShelf own) {
    this.stdout = stdout;
    this.own = own;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    Locale locale = language.locale(problems);
    Optional<Track> track = track(problems);
    Catalog catalog = Catalog.ofClassPath();
    LessonShelf shelf = from.shelf(catalog, problems);
    checkTogether(problems);
    Destination to = out == null ? new Destination.Standard(stdout) : new Destination.File(out);
    to.obstacle().ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    if (!problems.isEmpty()) {
      return Complaints.problems(err, problems);
    }
    try {
      done(catalog, shelf, track, locale, to, problems);
      return problems.isEmpty() ? ExitStatus.OK : Complaints.problems(err, problems);
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam lessons", debug);
    }
  }

  private void done(
      Catalog catalog, LessonShelf shelf, Optional<Track> track, Locale locale, Destination to,
      List<Problem> problems)
      throws IOException {
    Path handIn = wish.handIn;
    Path handedIn = wish.summary;
    if (handIn != null) {
      to.write(writer -> new HandIn(learner.strip(), handIn).write(own, problems, writer));
      return;
    }
    Map<String, Lesson> lessons = lessons(catalog, shelf, problems);
    if (handedIn != null) {
      summed(handedIn, lessons, locale, to, problems);
    } else if (wish.progress) {
      to.write(writer -> progress(lessons, locale, problems, writer));
    } else {
      to.write(writer -> list(lessons, track, locale, writer));
    }
  }

  /** Options that make sense with others only. */
  private void checkTogether(List<Problem> problems) {
    Path handedIn = wish.summary;
    if (handedIn != null && !Files.isDirectory(handedIn)) {
      problems.add(new Problem("--summary " + handedIn, 0, 0, "there is no such folder"));
    }
    if (csv && handedIn == null) {
      problems.add(new Problem("--csv", 0, 0, "is about a summary; name a folder with --summary"));
    }
    Path handIn = wish.handIn;
    if (learner.isBlank() != (handIn == null)) {
      problems.add(
          new Problem(
              handIn == null ? "--learner " + learner : "--hand-in " + handIn, 0, 0,
              "--hand-in and --learner go together: where to, and under which name"));
    }
  }

  private Optional<Track> track(List<Problem> problems) {
    if (wish.path.isEmpty()) {
      return Optional.empty();
    }
    for (Track each : Track.values()) {
      if (word(each).equals(wish.path)) {
        return Optional.of(each);
      }
    }
    problems.add(
        new Problem(
            "--path " + wish.path, 0, 0, "is none of: class, self-study, workshop, course"));
    return Optional.empty();
  }

  private static String word(Track track) {
    return track.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those that can be read, in their order; what is wrong with the others is a problem. */
  private static Map<String, Lesson> lessons(
      Catalog catalog, LessonShelf shelf, List<Problem> problems) {
    Map<String, Lesson> lessons = new TreeMap<>();
    for (String name : shelf.names()) {
      switch (LessonReader.read(catalog, shelf.folder(name))) {
        case Read.Good<Lesson>(Lesson good) -> lessons.put(name, good);
        case Read.Bad<Lesson>(List<Problem> found) -> problems.addAll(found);
      }
    }
    return lessons;
  }

  private static int spent(Lesson lesson, Optional<Track> track) {
    return track.map(lesson::minutes).orElse(lesson.minutes());
  }

  /** A class goes through the short form of a lesson. */
  private static String way(Track track) {
    return track == Track.CLASS
        ? " (class: the steps that are gone through together)"
        : " (" + word(track) + ")";
  }

  private static String minutes(Lesson lesson, Optional<Track> track) {
    return String.valueOf(spent(lesson, track));
  }

  private static void list(
      Map<String, Lesson> lessons, Optional<Track> track, Locale locale, Writer out)
      throws IOException {
    List<Lesson> listed =
        lessons.values().stream()
            .filter(each -> track.map(each.tracks()::contains).orElse(true))
            .toList();
    TextTable table = new TextTable();
    table.add("no.", "title", "minutes", "paths", "kernels", "name");
    for (Lesson each : listed) {
      table.add(
          each.number(), new LessonPhrases(each, locale).title(), minutes(each, track),
          each.tracks().stream().sorted().map(LessonsCommand::word)
              .collect(Collectors.joining(" ")),
          String.join(" ", each.kernels()), each.name());
    }
    table.write(out);
    int minutes = listed.stream().mapToInt(each -> spent(each, track)).sum();
    out.write(
        "\n" + listed.size() + (listed.size() == 1 ? " lesson, " : " lessons, ") + minutes
            + " minutes" + track.map(LessonsCommand::way).orElse("") + "\n");
  }

  private void summed(
      Path folder, Map<String, Lesson> lessons, Locale locale, Destination to,
      List<Problem> problems)
      throws IOException {
    ClassFolder files = ClassFolder.read(folder);
    problems.addAll(files.problems());
    if (files.handedIn().isEmpty()) {
      problems.add(new Problem(folder.toString(), 0, 0, "holds no file of progress"));
      return;
    }
    ClassSummary summary =
        ClassSummary.of(files.handedIn(), name -> Optional.ofNullable(lessons.get(name)));
    ClassReport report = new ClassReport(summary, lessons, locale);
    to.write(
        writer -> {
          if (csv) {
            report.writeCsv(writer);
          } else {
            report.write(writer);
          }
        });
  }

  private void progress(
      Map<String, Lesson> lessons, Locale locale, List<Problem> problems, Writer out)
      throws IOException {
    Path folder = own.folder();
    out.write(folder.toAbsolutePath() + "\n");
    if (!Files.isDirectory(folder)) {
      out.write("no lesson has been begun\n");
      return;
    }
    ClassFolder files = ClassFolder.read(folder);
    problems.addAll(files.problems());
    TextTable table = new TextTable();
    table.add("lesson", "title", "step", "answered", "right", "kernel");
    for (Progress each : files.handedIn()) {
      Optional<Lesson> lesson = Optional.ofNullable(lessons.get(each.lesson()));
      table.add(
          each.lesson(),
          lesson.map(found -> new LessonPhrases(found, locale).title()).orElse("-"),
          lesson.map(found -> place(found, each)).orElse(each.step()),
          String.valueOf(each.answers().size()), String.valueOf(each.right()),
          each.kernel());
    }
    table.write(out);
  }

  /** Where somebody is in a lesson. */
  private static String place(Lesson lesson, Progress progress) {
    List<String> steps = lesson.steps().stream().map(LessonStep::id).toList();
    int at = steps.indexOf(progress.step());
    String number = at < 0 ? "?" : String.valueOf(at + 1);
    String end = ClassSummary.isFinished(progress, Optional.of(lesson)) ? ", finished" : "";
    return progress.step() + " (" + number + "/" + steps.size() + end + ")";
  }
}
