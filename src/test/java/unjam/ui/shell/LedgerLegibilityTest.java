package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.SimulationService;
import unjam.app.View;
import unjam.catalog.Catalog;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** The staircase has a place for each of its words, even where one bar is nearly all of it. */
@ExtendWith(ApplicationExtension.class)
class LedgerLegibilityTest {

  private static final List<Double> PARTS = List.of(0.0, 0.003, 0.1, 0.5, 0.6, 0.95, 1.0);

  @ParameterizedTest
  @CsvSource({
    "lost-command, 1280, 800, en", "lost-command, 1280, 800, zh-CN",
    "lost-command, 1920, 1080, en", "lost-command, 1920, 1080, zh-CN",
    "healthy, 1280, 800, en", "seed-slow-disk, 1280, 800, en", "seed-slow-disk, 1920, 1080, en",
    "fc-port-gone, 1280, 800, en", "iscsi-cable-cut, 1280, 800, en"
  })
  void everyTextOfTheLedgerHasItsOwnPlace(
      String scenario, int width, int height, String language) throws Exception {
    assertThat(
            WaitForAsyncUtils.asyncFx(() -> lookAt(scenario, width, height, language)).get())
        .isEmpty();
  }

  private static List<String> lookAt(String scenario, int width, int height, String language) {
    Fonts.load();
    OpenRun run = SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
    FxStore store =
        new FxStore(
            Session.empty(new Look(Look.Theme.LIGHT, Locale.forLanguageTag(language))),
            Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    store.send(new Action.SetDesk(Desk.FIRST.with(View.LEDGER)));
    Workbench workbench = new Workbench(store, Belongings.ofPicture(), () -> {});
    Scene scene = new Scene(workbench.root(), width, height);
    scene.snapshot(null);
    List<String> bad = new ArrayList<>();
    for (double part : PARTS) {
      long instant = (long) (run.trace().endNanos() * part);
      store.send(new Action.JumpTo(instant));
      scene.snapshot(null);
      Node ledger = workbench.root().lookup(".ledger");
      LegibilityTest.check(instant, LegibilityTest.labels(ledger).toList(), width, height, bad);
      boolean offers =
          ledger.lookup(".button.try") instanceof Region button && button.getWidth() > 0;
      if (offers != (ledger.lookup("#ledger-turn") != null)) {
        bad.add("at " + instant + ": a heading without buttons, or buttons without heading");
      }
    }
    return bad;
  }
}
