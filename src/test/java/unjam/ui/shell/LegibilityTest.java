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
import unjam.app.Desk;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Panel;
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
    "1280, 800, en, LOG", "1280, 800, zh-CN, LOG", "1440, 900, en, LOG", "1920, 1080, en, LOG",
    "1920, 1080, zh-CN, LOG", "2560, 1440, en, LOG", "1280, 800, en, COMMAND",
    "1920, 1080, zh-CN, COMMAND", "1280, 800, zh-CN, DEVICE", "1920, 1080, en, DEVICE",
    "1280, 800, en, PROCESSES", "1920, 1080, zh-CN, PROCESSES", "1280, 800, en, SYSFS",
    "1920, 1080, zh-CN, SYSFS", "1280, 800, en, EVENTS", "1920, 1080, zh-CN, EVENTS",
    "1280, 800, en, FIGURES", "1920, 1080, zh-CN, FIGURES", "1280, 800, en, CHECKS",
    "1920, 1080, zh-CN, CHECKS"
  })
  void everyTextHasItsOwnPlace(int width, int height, String language, Panel panel)
      throws Exception {
    OpenRun run = Runs.opening().studied();
    List<Long> instants = new ArrayList<>(List.of(0L, 50_000L, 160_000L, 20_000_000_000L));
    run.marks().all().stream().map(Mark::nanos)
        .forEach(each -> instants.addAll(List.of(each, each + 700_000_000L)));
    List<String> bad =
        WaitForAsyncUtils.asyncFx(() -> lookAt(run, instants, width, height, language, panel))
            .get();

    assertThat(bad).isEmpty();
  }

  private static List<String> lookAt(
      OpenRun run, List<Long> instants, int width, int height, String language, Panel panel) {
    Fonts.load();
    FxStore store =
        new FxStore(
            Session.empty(new Look(Look.Theme.LIGHT, Locale.forLanguageTag(language))),
            Runnable::run);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.Pause());
    store.send(new Action.SetDesk(Desk.FIRST.with(panel)));
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

  static Stream<Label> labels(Node node) {
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

  static void check(
      long instant, List<Label> labels, int width, int height, List<String> bad) {
    for (int i = 0; i < labels.size(); i++) {
      Bounds one = bounds(labels.get(i));
      if (scrolledAway(labels.get(i), one)) {
        continue;
      }
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
        if (!scrolledAway(labels.get(j), other)
            && overlap(one.getMinX(), one.getMaxX(), other.getMinX(), other.getMaxX())
            && overlap(
                one.getMinY() + 2, one.getMaxY() - 2, other.getMinY() + 2, other.getMaxY() - 2)) {
          bad.add(
              "at " + instant + ": " + says(labels.get(i)) + " over " + says(labels.get(j)));
        }
      }
    }
  }

  /** In a pane or a list that scrolls, and not wholly seen at the moment. */
  private static boolean scrolledAway(Label label, Bounds bounds) {
    for (Node each = label.getParent(); each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("viewport")
          || each.getStyleClass().contains("clipped-container")) {
        Bounds port = each.localToScene(each.getLayoutBounds());
        return bounds.getMinY() < port.getMinY() || bounds.getMaxY() > port.getMaxY();
      }
    }
    return false;
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
