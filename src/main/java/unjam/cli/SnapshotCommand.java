package unjam.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.Look;
import unjam.app.OpenRun;
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

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final int SMALLEST_WIDTH = 1280;
  private static final int SMALLEST_HEIGHT = 800;
  private static final int LARGEST = 8192;

  /** What paints; handed in because this package must not know the user interface. */
  @FunctionalInterface
  public interface Painter {

    /**
     * Paints the window's content into a PNG file.
     *
     * @param run what is shown
     * @param nanos the instant
     * @param width in pixels
     * @param height in pixels
     * @param look theme and language
     * @param file what is written
     */
    void paint(OpenRun run, long nanos, int width, int height, Look look, Path file)
        throws IOException;
  }

  /** Width and height in pixels. */
  private record Size(int width, int height) {}

  private final Painter painter;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(names = "--at", paramLabel = "T", description = "The instant, such as 33.79s.")
  private String at = "0s";

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Width and height in pixels; ${DEFAULT-VALUE} if not given.")
  private String size = "1280x800";

  @Option(names = "--theme", paramLabel = "THEME", description = "light or dark.")
  private String theme = "light";

  @Option(names = "--lang", paramLabel = "LANG", description = "en or zh_CN.")
  private String lang = "en";

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Changes the scenario.")
  private List<String> settings = new ArrayList<>();

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
    Size pixels = size(problems);
    Look look = look(problems);
    new Destination.File(out)
        .obstacle()
        .ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    try {
      Read<Scenario> read =
          ScenarioArgument.read(Catalog.ofClassPath(), scenario, settings);
      problems.addAll(read.problems());
      return switch (read) {
        case Read.Good<Scenario>(Scenario good) when problems.isEmpty() ->
            paint(good, nanos, pixels, look, err);
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

  private int paint(Scenario good, long nanos, Size pixels, Look look, PrintWriter err)
      throws IOException {
    try {
      OpenRun run = OpenRun.of(good.title(), Simulation.run(good).trace());
      painter.paint(run, nanos, pixels.width(), pixels.height(), look, out);
      return ExitStatus.OK;
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    }
  }

  private long instant(List<Problem> problems) {
    try {
      return SimTime.parse(at).nanos();
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("--at " + at, 0, 0, String.valueOf(e.getMessage())));
      return 0;
    }
  }

  private Size size(List<Problem> problems) {
    Matcher matcher = SIZE.matcher(size);
    Optional<Size> found =
        matcher.matches()
            ? Optional.of(
                new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
            : Optional.empty();
    Optional<Size> fitting =
        found.filter(
            each ->
                each.width() >= SMALLEST_WIDTH
                    && each.height() >= SMALLEST_HEIGHT
                    && each.width() <= LARGEST
                    && each.height() <= LARGEST);
    if (fitting.isEmpty()) {
      problems.add(
          new Problem(
              "--size " + size, 0, 0,
              "a size is width and height in pixels, such as 1920x1080, from 1280x800 to "
                  + LARGEST + "x" + LARGEST));
    }
    return fitting.orElse(new Size(SMALLEST_WIDTH, SMALLEST_HEIGHT));
  }

  private Look look(List<Problem> problems) {
    Look.Theme chosen = Look.Theme.LIGHT;
    switch (theme) {
      case "light" -> chosen = Look.Theme.LIGHT;
      case "dark" -> chosen = Look.Theme.DARK;
      default ->
          problems.add(new Problem("--theme " + theme, 0, 0, "a theme is light or dark"));
    }
    Locale language = Locale.ENGLISH;
    switch (lang) {
      case "en" -> language = Locale.ENGLISH;
      case "zh_CN", "zh-CN" -> language = Locale.SIMPLIFIED_CHINESE;
      default -> problems.add(new Problem("--lang " + lang, 0, 0, "a language is en or zh_CN"));
    }
    return new Look(chosen, language);
  }
}
