package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.ui.fx.FxStore;
import unjam.ui.theme.Fonts;

/** No text lies over another, leaves the window or is cut, at any decisive instant. */
@ExtendWith(ApplicationExtension.class)
class LegibilityTest {

  private static final double TOLERANCE = 1;

  @ParameterizedTest
  @CsvSource({
    "1280, 800, en", "1280, 800, zh-CN", "1440, 900, en", "1920, 1080, en", "1920, 1080, zh-CN",
    "2560, 1440, en"
  })
  void everyTextHasItsOwnPlace(int width, int height, String language) throws Exception {
    OpenRun run = Runs.opening();
    List<Long> instants = new ArrayList<>(List.of(0L, 50_000L, 160_000L, 20_000_000_000L));
    run.marks().all().stream().map(Mark::nanos)
        .forEach(each -> instants.addAll(List.of(each, each + 700_000_000L)));
    List<String> bad =
        WaitForAsyncUtils.asyncFx(() -> lookAt(run, instants, width, height, language)).get();

    assertThat(bad).isEmpty();
  }

  private static List<String> lookAt(
      OpenRun run, List<Long> instants, int width, int height, String language) {
    Fonts.load();
    FxStore store =
        new FxStore(
            Session.empty(new Look(Look.Theme.LIGHT, Locale.forLanguageTag(language))),
            Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    Workbench workbench = new Workbench(store, Belongings.ofPicture(), () -> {});
    Scene scene = new Scene(workbench.root(), width, height);
    scene.snapshot(null);
    List<String> bad = new ArrayList<>();
    for (long instant : instants) {
      store.send(new Action.JumpTo(instant));
      scene.snapshot(null);
      check(instant, labels(workbench.root()).toList(), width, height, bad);
    }
    return bad;
  }

  private static Stream<Label> labels(Node node) {
    Stream<Label> own =
        node instanceof Label label && !label.getText().isBlank()
            ? Stream.of(label)
            : Stream.empty();
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            own, parent.getChildrenUnmodifiable().stream().flatMap(LegibilityTest::labels))
        : own;
  }

  private static void check(
      long instant, List<Label> labels, int width, int height, List<String> bad) {
    for (int i = 0; i < labels.size(); i++) {
      Bounds one = bounds(labels.get(i));
      if (one.getMinX() < 0 || one.getMaxX() > width + TOLERANCE || one.getMaxY() > height) {
        bad.add("at " + instant + " outside: " + says(labels.get(i)));
      }
      if (labels.get(i).lookup(".text") instanceof Text text
          && !text.getText().equals(labels.get(i).getText())
          && !labels.get(i).isWrapText()) {
        bad.add("at " + instant + " cut: " + says(labels.get(i)) + " to " + text.getText());
      }
      for (int j = i + 1; j < labels.size(); j++) {
        Bounds other = bounds(labels.get(j));
        if (overlap(one.getMinX(), one.getMaxX(), other.getMinX(), other.getMaxX())
            && overlap(
                one.getMinY() + 2, one.getMaxY() - 2, other.getMinY() + 2, other.getMaxY() - 2)) {
          bad.add(
              "at " + instant + ": " + says(labels.get(i)) + " over " + says(labels.get(j)));
        }
      }
    }
  }

  private static Bounds bounds(Label label) {
    return label.localToScene(label.getLayoutBounds());
  }

  private static boolean overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.min(to, otherTo) - Math.max(from, otherFrom) > TOLERANCE;
  }

  private static String says(Label label) {
    return label.getId() + " \"" + label.getText() + "\"";
  }
}
