package unjam.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.Action;
import unjam.app.Next;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.SessionReducer;
import unjam.app.SimulationService;
import unjam.app.SweepService;
import unjam.app.SweepStep;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;

/** Paints the window at an instant into a file; needs no display. */
@Command(
    name = "snapshot",
    description = "Paints the window at an instant of a scenario into a PNG file.",
    mixinStandardHelpOptions = true)
public final class SnapshotCommand implements Callable<Integer> {

  /** What paints; handed in because this package must not know the user interface. */
  @FunctionalInterface
  public interface Painter {

    /**
     * Paints the window's content into a PNG file.
     *
     * @param session what is shown
     * @param width in pixels of the window
     * @param height in pixels of the window
     * @param zoom pixels of the picture for one of the window
     * @param file what is written
     */
    void paint(Session session, int width, int height, double zoom, Path file)
        throws IOException;
  }

  private final Painter painter;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(names = "--at", paramLabel = "T", description = "The instant, such as 33.79s.")
  private String at = "0s";

  @Mixin private PictureOptions picture = new PictureOptions();

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Mixin private LessonOptions lesson = new LessonOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      required = true,
      description = "The file that is written.")
  private Path out = Path.of("");

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  SnapshotCommand(Painter painter) {
    this.painter = painter;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    long nanos = instant(problems);
    picture.check(problems);
    new Destination.File(out)
        .obstacle()
        .ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    if (!out.toString().endsWith(".png")) {
      problems.add(
          new Problem("--out " + out, 0, 0, "is a PNG file, and its name ends with .png"));
    }
    lesson.checkAlone(problems);
    if (!lesson.isThere() && scenario.isEmpty()) {
      problems.add(
          new Problem("snapshot", 0, 0, "takes a scenario, or a lesson after --lesson"));
      return Complaints.problems(err, problems);
    }
    try {
      if (lesson.isThere()) {
        return paintLesson(problems, err);
      }
      Read<Scenario> read =
          ScenarioArgument.read(Catalog.ofClassPath(), scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      return switch (read) {
        case Read.Good<Scenario>(Scenario good) when problems.isEmpty() ->
            paint(good, nanos, err);
        case Read.Good<Scenario> good -> Complaints.problems(err, problems);
        case Read.Bad<Scenario> bad -> Complaints.problems(err, problems);
      };
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(
          err, e, "unjam snapshot " + scenario + " --at " + at + " --out " + out, debug);
    }
  }

  private int paint(Scenario good, long nanos, PrintWriter err) throws IOException {
    try {
      OpenRun run = OpenRun.of(good, Simulation.run(good).trace()).studied();
      List<Problem> problems = new ArrayList<>();
      if (nanos > run.trace().endNanos()) {
        problems.add(
            new Problem(
                "--at " + at, 0, 0,
                "lies behind the end of the run, " + SimTime.ofNanos(run.trace().endNanos())));
      }
      picture.checkSelection(run.trace().commands(), problems);
      if (!problems.isEmpty()) {
        return Complaints.problems(err, problems);
      }
      Session session =
          Session.empty(picture.look())
              .after(
                  new Action.SetDesk(picture.desk()),
                  new Action.RunFinished(0, run),
                  new Action.Pause(),
                  new Action.JumpTo(nanos),
                  new Action.Select(picture.selected()));
      Session shown =
          picture.compares() ? compared(session) : picture.sweeps() ? swept(session) : session;
      painter.paint(shown, picture.width(), picture.height(), picture.zoom(), out);
      return ExitStatus.OK;
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    }
  }

  private int paintLesson(List<Problem> problems, PrintWriter err) throws IOException {
    Session empty =
        Session.empty(picture.look()).after(new Action.SetDesk(picture.desk()));
    Session shown = problems.isEmpty() ? lesson.session(empty, changes.seed(), problems) : empty;
    if (!problems.isEmpty()) {
      return Complaints.problems(err, problems);
    }
    painter.paint(shown, picture.width(), picture.height(), picture.zoom(), out);
    return ExitStatus.OK;
  }

  /** With the same under another policy beside it. */
  private static Session compared(Session alone) {
    Session[] now = {alone};
    SimulationService service =
        new SimulationService(
            Catalog.ofClassPath(), Runnable::run,
            action -> now[0] = SessionReducer.update(now[0], action).session());
    Next asked = SessionReducer.update(alone, new Action.Compare());
    now[0] = asked.session();
    asked.effects().forEach(service::perform);
    return now[0];
  }

  /** With what the settings that are asked for most would have made of it. */
  private static Session swept(Session alone) {
    Session[] now = {alone};
    SweepService service =
        new SweepService(
            Catalog.ofClassPath(), Runnable::run, Runtime.getRuntime().availableProcessors(),
            action -> {
              synchronized (now) {
                now[0] = SessionReducer.update(now[0], action).session();
              }
            });
    Next asked =
        SessionReducer.update(
            alone, new Action.Sweeping(new SweepStep.Start(alone.survey().wish())));
    now[0] = asked.session();
    asked.effects().forEach(service::perform);
    return now[0];
  }

  private long instant(List<Problem> problems) {
    try {
      return SimTime.parse(at).nanos();
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("--at " + at, 0, 0, String.valueOf(e.getMessage())));
      return 0;
    }
  }
}
