package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** The stage gives way to large letters and to smaller levels of detail: nothing overlaps. */
@ExtendWith(ApplicationExtension.class)
class StageLegibilityTest {

  @ParameterizedTest
  @CsvSource({
    "1440, 900, en, 1.15, FUNCTIONS", "1920, 1080, zh-CN, 1.3, FUNCTIONS",
    "1280, 800, en, 1, BOXES", "1280, 800, en, 1.3, FUNCTIONS", "1280, 800, zh-CN, 1.5, QUEUES",
    "1920, 1080, en, 1.3, FUNCTIONS", "1920, 1080, en, 1, QUEUES", "1920, 1080, en, 0.9, BOXES"
  })
  void everyTextOfTheStageHasItsOwnPlace(
      int width, int height, String language, double scale, Detail detail) throws Exception {
    Look look = new Look(Look.Theme.LIGHT, Locale.forLanguageTag(language)).withScale(scale);
    Desk desk = Desk.FIRST.with(detail);

    assertThat(WaitForAsyncUtils.asyncFx(() -> lookAt(width, height, look, desk)).get())
        .isEmpty();
  }

  private static List<Long> instants(OpenRun run) {
    List<Long> instants = new ArrayList<>(List.of(0L, 50_000L, 160_000L, 20_000_000_000L));
    run.marks().all().stream()
        .map(Mark::nanos)
        .forEach(each -> instants.addAll(List.of(each, each + 700_000_000L)));
    return instants;
  }

  private static List<String> lookAt(int width, int height, Look look, Desk desk) {
    Fonts.load();
    OpenRun run = Runs.opening();
    FxStore store = new FxStore(Session.empty(look), Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    store.send(new Action.SetDesk(desk));
    Workbench workbench = new Workbench(store, Belongings.ofPicture(), () -> {});
    Scene scene = new Scene(workbench.root(), width, height);
    scene.snapshot(null);
    List<String> bad = new ArrayList<>();
    for (long instant : instants(run)) {
      store.send(new Action.JumpTo(instant));
      scene.snapshot(null);
      LegibilityTest.check(
          instant, LegibilityTest.labels(workbench.root().lookup(".board")).toList(), width,
          height, bad);
    }
    return bad;
  }
}
