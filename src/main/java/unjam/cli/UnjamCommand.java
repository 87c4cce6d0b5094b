package unjam.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.Opening;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.lesson.ProgressShelf;

/**
 * The root of the command line: without a command it opens the window.
 *
 * <p>Exit status: 0 when all is well, 1 when the work itself failed, 2 when the input is wrong or
 * does not end within its limits.
 */
@Command(
    name = "unjam",
    description = "Shows one block IO travel the Linux SCSI stack and its error handling.",
    footer = {"", "Without a command it opens the window."},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class UnjamCommand implements Callable<Integer> {

  /** What opens the window; handed in because this package must not know the user interface. */
  @FunctionalInterface
  public interface Window {

    /**
     * Opens it and returns when it is closed; the exit status.
     *
     * @param first what it opens with, empty for what it always does
     * @param lessons a folder of lessons, empty for those that come with Unjam
     */
    int open(Optional<Opening> first, Optional<Path> lessons);
  }

  private final Window window;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description =
          "What the window opens with: a scenario's file, or the name of one of the catalog (see "
              + "unjam list).")
  private @Nullable String scenario;

  @Mixin private LessonsOption lessons = new LessonsOption();

  private UnjamCommand(Window window) {
    this.window = window;
  }

  /**
   * The whole command line.
   *
   * @param window what opens the window
   */
  public static CommandLine commandLine(Window window) {
    return commandLine(window, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * The whole command line with the command that paints pictures.
   *
   * @param window what opens the window
   * @param painter what paints
   */
  public static CommandLine commandLine(Window window, SnapshotCommand.Painter painter) {
    return commandLine(window)
        .addSubcommand(new SnapshotCommand(painter))
        .setParameterExceptionHandler(Complaints::wrongArguments);
  }

  /**
   * The whole command line with the commands that need words and pictures.
   *
   * @param window what opens the window
   * @param painter what paints
   * @param wordings who tells a run
   * @param reporter what writes a report
   * @param progress where this user's progress in lessons is kept
   */
  public static CommandLine commandLine(
      Window window, SnapshotCommand.Painter painter, Wordings wordings,
      ReportCommand.Reporter reporter, ProgressShelf progress) {
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    return commandLine(window, painter)
        .addSubcommand(new TellCommand(wordings, stdout))
        .addSubcommand(new ReportCommand(reporter))
        .addSubcommand(new LessonsCommand(stdout, progress))
        .setParameterExceptionHandler(Complaints::wrongArguments);
  }

  /**
   * The whole command line.
   *
   * @param window what opens the window
   * @param stdout where commands write what they were asked for, in UTF-8
   */
  static CommandLine commandLine(Window window, OutputStream stdout) {
    return new CommandLine(new UnjamCommand(window))
        .addSubcommand(new RunCommand(stdout))
        .addSubcommand(new LintCommand())
        .addSubcommand(new ListCommand(stdout))
        .addSubcommand(new DriversCommand(stdout))
        .addSubcommand(new FactsCommand(stdout))
        .addSubcommand(new ConformCommand(stdout))
        .addSubcommand(new SweepCommand(stdout))
        .addSubcommand(new CompareCommand(stdout))
        .addSubcommand(new PuzzleCommand(stdout))
        .registerConverter(Format.class, Format::parse)
        .setParameterExceptionHandler(Complaints::wrongArguments);
  }

  @Override
  public Integer call() {
    List<Problem> problems = new ArrayList<>();
    Optional<Path> folder = lessons.folder(problems);
    if (!problems.isEmpty()) {
      return Complaints.problems(spec.commandLine().getErr(), problems);
    }
    return scenario == null
        ? window.open(Optional.empty(), folder)
        : openWith(scenario, folder);
  }

  /** What is wrong with it is said here: nobody needs a window for that. */
  private int openWith(String named, Optional<Path> folder) {
    PrintWriter err = spec.commandLine().getErr();
    List<String> commands = List.copyOf(spec.subcommands().keySet());
    try {
      return switch (ScenarioArgument.opening(Catalog.ofClassPath(), named, commands)) {
        case Read.Good<Opening>(Opening good) -> window.open(Optional.of(good), folder);
        case Read.Bad<Opening>(List<Problem> problems) -> Complaints.problems(err, problems);
      };
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam " + named, false);
    }
  }
}
