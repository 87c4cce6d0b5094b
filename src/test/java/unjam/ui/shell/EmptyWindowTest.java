package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Look;
import unjam.app.Session;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** The window can come before the first run has: there is nothing to show, and no harm in it. */
@ExtendWith(ApplicationExtension.class)
class EmptyWindowTest {

  @ParameterizedTest
  @CsvSource({"1280, 800", "1920, 1080"})
  void nothingOpenCanBePainted(int width, int height) {
    assertThatCode(() -> WaitForAsyncUtils.asyncFx(() -> paint(width, height)).get())
        .doesNotThrowAnyException();
  }

  private static void paint(int width, int height) {
    Fonts.load();
    FxStore store =
        new FxStore(
            Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)), Runnable::run);
    Workbench workbench =
        new Workbench(store, Belongings.ofPicture(), () -> {});
    new Scene(workbench.root(), width, height).snapshot(null);
  }
}
