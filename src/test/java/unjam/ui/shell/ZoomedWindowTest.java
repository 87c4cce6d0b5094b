package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Look;
import unjam.app.Runs;
import unjam.ui.control.Zoomed;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Styles;

/** More pixels show the same window, not a larger one. */
@ExtendWith(ApplicationExtension.class)
class ZoomedWindowTest {

  private static final int HEIGHT = 800;

  @ParameterizedTest
  @CsvSource({"1280, 1, true", "1280, 2, true", "1920, 1, false", "1920, 2, false"})
  void thePanelOnTheLeftDependsOnTheWidthOfTheWindow(int width, int zoom, boolean strip)
      throws Exception {
    assertThat(WaitForAsyncUtils.asyncFx(() -> showsStrip(width, zoom)).get()).isEqualTo(strip);
  }

  private static boolean showsStrip(int width, int zoom) {
    Look look = UnjamApp.firstLook();
    FxStore store = new FxStore(Picture.at(Runs.trouble(), 0, look), Runnable::run);
    Workbench workbench = Workbench.ofPicture(store);
    workbench.root().getStyleClass().add(Styles.ROOT);
    Scene scene =
        new Scene(new Zoomed(workbench.root(), width), (double) width * zoom, HEIGHT * zoom);
    scene.snapshot(null);
    scene.snapshot(null);
    return workbench.root().lookup("#rail-strip").isVisible();
  }
}
