package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** The two machines have room for their words at any size, and show the knot as it is tied. */
@ExtendWith(ApplicationExtension.class)
class MachinesLegibilityTest {

  private static final List<Double> INSTANTS =
      List.of(2.0, 45.0, 66.0, 67.56, 68.0, 70.0, 70.62401, 75.0, 78.62486, 85.0);

  @ParameterizedTest
  @CsvSource({
    "iscsi-seed, 1280, 800, en, 1, FUNCTIONS", "iscsi-seed, 1280, 800, zh-CN, 1, FUNCTIONS",
    "iscsi-seed, 1920, 1080, en, 1, FUNCTIONS", "iscsi-seed, 1920, 1080, zh-CN, 1, QUEUES",
    "iscsi-seed, 1440, 900, en, 1.15, FUNCTIONS", "iscsi-seed, 1280, 800, en, 1, BOXES",
    "iscsi-seed, 1920, 1080, en, 1.3, FUNCTIONS", "iscsi-cable-cut, 1280, 800, en, 1, FUNCTIONS",
    "iscsi-two-sessions, 1280, 800, en, 1, FUNCTIONS",
    "iscsi-two-sessions, 1920, 1080, en, 1, FUNCTIONS"
  })
  void everyTextOfTheMachinesHasItsOwnPlace(
      String scenario, int width, int height, String language, double scale, Detail detail)
      throws Exception {
    Look look = new Look(Look.Theme.LIGHT, Locale.forLanguageTag(language)).withScale(scale);

    assertThat(
            WaitForAsyncUtils.asyncFx(
                    () -> lookAt(scenario, width, height, look, Desk.FIRST.with(detail)))
                .get())
        .isEmpty();
  }

  private static List<String> lookAt(
      String scenario, int width, int height, Look look, Desk desk) {
    Fonts.load();
    OpenRun run = SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
    FxStore store = new FxStore(Session.empty(look), Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    store.send(new Action.SetDesk(desk));
    Workbench workbench = new Workbench(store, Belongings.ofPicture(), () -> {});
    Scene scene = new Scene(workbench.root(), width, height);
    scene.snapshot(null);
    List<String> bad = new ArrayList<>();
    for (double seconds : INSTANTS) {
      long instant = (long) (seconds * 1e9);
      store.send(new Action.JumpTo(Math.min(instant, run.trace().endNanos())));
      scene.snapshot(null);
      scene.snapshot(null);
      LegibilityTest.check(
          instant, LegibilityTest.labels(workbench.root().lookup(".board")).toList(), width,
          height, bad);
      if (scenario.equals("iscsi-seed")) {
        knot(seconds, workbench.root(), bad);
      }
    }
    return bad;
  }

  /** The boxes that can be pointed at are those that there are, and the ladder comes and goes. */
  private static void knot(double seconds, Node root, List<String> bad) {
    boolean held = seconds > 3 && seconds < 78.6;
    if ((root.lookup("#m-spot-store-0") == null)
        || !held && root.lookup("#m-spot-bio-held-5") != null) {
      bad.add("at " + seconds + ": wrong things can be pointed at");
    }
    boolean worker = root.lookup("#m-spot-thread-TMR_WORKER-0") != null;
    if (worker != (seconds > 64.6 && seconds < 78.6)) {
      bad.add("at " + seconds + ": the worker is " + (worker ? "there" : "not there"));
    }
    boolean ladder = root.lookup(".ladder").isVisible();
    if (ladder != (seconds > 67.568 && seconds < 70.6241)) {
      bad.add("at " + seconds + ": the ladder is " + (ladder ? "shown" : "hidden"));
    }
  }
}
