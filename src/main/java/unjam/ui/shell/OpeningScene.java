package unjam.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import unjam.analysis.Mark;
import unjam.app.OpenRun;
import unjam.app.Opening;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.engine.LimitExceeded;
import unjam.engine.SimTime;
import unjam.scenario.Scenario;

/**
 * What Unjam does where there is no display: it paints a decisive instant of the opening scene into
 * a file.
 *
 * <p>Width and height are those of the window's first view, in pixels.
 */
public final class OpeningScene {

  static final int WIDTH = 1280;
  static final int HEIGHT = 800;
  private static final String FILE = "opening-scene.png";

  /** So long after the error handler's first rung there is something to see. */
  private static final long INTO_THE_RUNG = 600 * SimTime.NANOS_PER_MILLI;

  private OpeningScene() {}

  /**
   * Paints the opening scene into {@code opening-scene.png} and says so in one sentence.
   *
   * <p>The headless platform must have been chosen before. Returns the exit status: 1 if the file
   * cannot be written, 2 if the scenario does not end within its limits.
   *
   * @param first the scenario, empty for the one of the first start
   */
  public static int paintInto(Path folder, Optional<Opening> first) {
    try {
      return paintInto(
          folder, first.map(Opening::scenario).orElseGet(OpeningScene::ofTheFirstStart));
    } catch (LimitExceeded tooLong) {
      System.err.println("unjam: " + tooLong.getMessage());
      return 2;
    }
  }

  private static Scenario ofTheFirstStart() {
    return Catalog.ofClassPath().scenario(UnjamApp.OPENING).orElseThrow();
  }

  private static int paintInto(Path folder, Scenario scenario) {
    Path file = folder.resolve(FILE).toAbsolutePath();
    OpenRun run = SimulationService.openNow(scenario);
    Picture picture =
        new Picture(
            Picture.at(run, decisive(run), UnjamApp.firstLook()), WIDTH, HEIGHT, 1);
    try {
      Files.createDirectories(file.getParent());
      picture.write(file);
    } catch (IOException e) {
      System.err.println(Messages.text("display.headless_failed", file, e.toString()));
      return 1;
    }
    System.out.println(Messages.text("display.headless", file));
    return 0;
  }

  /** While the error handler is on its first rung, or else the first timeout, or the start. */
  private static long decisive(OpenRun run) {
    return run.marks()
        .firstAfter(0, mark -> mark.kind() == Mark.Kind.LUN_RESET)
        .map(mark -> mark.nanos() + INTO_THE_RUNG)
        .or(
            () ->
                run.marks()
                    .firstAfter(0, mark -> mark.kind() == Mark.Kind.TIMEOUT)
                    .map(Mark::nanos))
        .orElse(0L);
  }
}
