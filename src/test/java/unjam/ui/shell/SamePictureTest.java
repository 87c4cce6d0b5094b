package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.Ways;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** Pixel by pixel: a window that was played and stepped to a place looks like a new one there. */
@ExtendWith(ApplicationExtension.class)
class SamePictureTest {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  @ParameterizedTest
  @CsvSource({
    "seed-slow-disk, 67200000000", "seed-slow-disk, 33776008750", "seed-slow-disk, 40000000000",
    "two-hosts, 12276056000"
  })
  void theSamePlaceIsTheSamePicture(String scenario, long instant) throws Exception {
    OpenRun run = Ways.run(scenario);
    List<String> different =
        WaitForAsyncUtils.asyncFx(() -> different(run, new Ways(run, 31), instant)).get();

    assertThat(different).isEmpty();
  }

  private static List<String> different(OpenRun run, Ways ways, long instant) {
    Fonts.load();
    WritableImage fresh = travelled(ways.opened(), ways.jump(instant));
    List<String> bad = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    compare("", fresh, travelled(ways.opened(), ways.jump(instant / 2)), elsewhere);
    assertThat(elsewhere).as("another place is another picture").isNotEmpty();
    compare("played", fresh, travelled(ways.opened(), ways.play(instant)), bad);
    List<Action> wandered = new ArrayList<>(ways.wander());
    wandered.addAll(ways.jump(instant));
    compare("wandered", fresh, travelled(ways.opened(), wandered), bad);
    Session at = ways.opened().after(new Action.JumpTo(instant));
    long event = run.trace().nanos(at.playback().at().seq());
    compare(
        "stepped back", travelled(ways.opened(), ways.jump(event)),
        travelled(ways.opened(), ways.stepBack(at.playback().at(), 15)), bad);
    return bad;
  }

  /** A window after a way, painted now and then on it as a pulse would have. */
  private static WritableImage travelled(Session from, List<Action> way) {
    FxStore store = new FxStore(from, Runnable::run);
    Workbench workbench = Workbench.ofPicture(store);
    Scene scene = new Scene(workbench.root(), WIDTH, HEIGHT);
    scene.snapshot(null);
    int every = Math.max(1, way.size() / 8);
    for (int i = 0; i < way.size(); i++) {
      store.send(way.get(i));
      if (i % every == 0) {
        scene.snapshot(null);
      }
    }
    scene.snapshot(null);
    return scene.snapshot(null);
  }

  private static void compare(
      String how, WritableImage one, WritableImage other, List<String> bad) {
    PixelReader left = one.getPixelReader();
    PixelReader right = other.getPixelReader();
    int count = 0;
    int minX = WIDTH;
    int minY = HEIGHT;
    int maxX = 0;
    int maxY = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (left.getArgb(x, y) != right.getArgb(x, y)) {
          count++;
          minX = Math.min(minX, x);
          minY = Math.min(minY, y);
          maxX = Math.max(maxX, x);
          maxY = Math.max(maxY, y);
        }
      }
    }
    if (count > 0) {
      bad.add(
          how + ": " + count + " pixels between " + minX + ", " + minY + " and " + maxX + ", "
              + maxY);
    }
  }
}
