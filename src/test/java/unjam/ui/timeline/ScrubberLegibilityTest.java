package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.Marker;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.SimulationService;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.catalog.Catalog;
import unjam.ui.text.Texts;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.PaletteSource;
import unjam.ui.theme.Styles;

/** No text of the time line lies over another or leaves it, whatever is shown. */
@ExtendWith(ApplicationExtension.class)
class ScrubberLegibilityTest {

  private static final double TOLERANCE = 1;

  @ParameterizedTest
  @CsvSource({
    "two-hosts, 1280, en, 1", "many-stuck, 1280, zh-CN, 1", "queue-full-storm, 1920, en, 1",
    "every-reset-fails, 1280, en, 1", "abort-fails, 1920, zh-CN, 1.5", "healthy, 1280, en, 1.3",
    "host-reset-cures, 1920, en, 1"
  })
  void everyTextHasItsOwnPlace(String scenario, int width, String language, double scale)
      throws Exception {
    OpenRun run = SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
    List<String> bad =
        WaitForAsyncUtils.asyncFx(
                () -> lookAt(run, width, Locale.forLanguageTag(language), scale))
            .get();

    assertThat(bad).isEmpty();
  }

  private static List<String> lookAt(OpenRun run, int width, Locale language, double scale) {
    Fonts.load();
    Fonts.loadChinese();
    Texts texts = Texts.in(language);
    ScrubberViewModel model = new ScrubberViewModel();
    PaletteSource palette = new PaletteSource();
    ScrubberView view =
        new ScrubberView(
            model, new SimpleObjectProperty<>(texts), palette.paletteProperty(), action -> {});
    BorderPane root = new BorderPane(palette);
    root.setBottom(view);
    root.getStylesheets().setAll(Styles.sheets(scale));
    if (width >= Styles.WIDE_FROM) {
      root.getStyleClass().add(Styles.WIDE);
    }
    if (texts.isChinese()) {
      root.getStyleClass().add(Styles.CHINESE);
    }
    Scene scene = new Scene(root, width, 800);
    Look look = new Look(Look.Theme.LIGHT, language).withScale(scale);
    Session open =
        Session.empty(look).after(new Action.RunFinished(0, run), new Action.Pause());
    List<String> bad = new ArrayList<>();
    for (Session session : sessions(open, run)) {
      model.show(session, session.frame().orElseThrow(), texts);
      scene.snapshot(null);
      check(session, view, width, bad);
    }
    return bad;
  }

  /** The decisive instants, and what a person may ask for at some of them. */
  private static List<Session> sessions(Session open, OpenRun run) {
    long end = run.trace().endNanos();
    List<Session> all = new ArrayList<>();
    for (int i = 0; i <= 12; i++) {
      all.add(open.after(new Action.JumpTo(end / 12 * i)));
    }
    run.marks().all().stream()
        .limit(12)
        .forEach(
            mark -> {
              Session there = open.after(new Action.JumpTo(mark.nanos() + 300_000));
              TimeDesk time =
                  there.desk().time().with(Marker.A, mark.nanos()).with(Marker.B, mark.nanos() / 2);
              TimeWindow window =
                  TimeWindow.between(mark.nanos() / 2, mark.nanos() + 50_000_000, end);
              all.add(there);
              all.add(there.after(new Action.SetDesk(there.desk().with(time))));
              all.add(
                  there.after(
                      new Action.SetDesk(
                          there.desk().with(time.with(window).withContexts(true)))));
            });
    return all;
  }

  private static void check(Session session, ScrubberView view, int width, List<String> bad) {
    String at = "at " + session.playback().at().nanos() + " " + session.desk().time() + " ";
    List<Label> labels = new ArrayList<>();
    for (Node node : view.lookupAll(".label")) {
      if (node instanceof Label label && label.isVisible() && !label.getText().isBlank()) {
        labels.add(label);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      Bounds one = bounds(view, labels.get(i));
      if (one.getMinX() < -TOLERANCE || one.getMaxX() > width + TOLERANCE
          || one.getMaxY() > view.getHeight() + TOLERANCE) {
        bad.add(at + "outside: " + says(labels.get(i)));
      }
      for (int j = i + 1; j < labels.size(); j++) {
        Bounds other = bounds(view, labels.get(j));
        if (overlap(one.getMinX(), one.getMaxX(), other.getMinX(), other.getMaxX())
            && overlap(
                one.getMinY() + 2, one.getMaxY() - 2, other.getMinY() + 2,
                other.getMaxY() - 2)) {
          bad.add(at + says(labels.get(i)) + " over " + says(labels.get(j)));
        }
      }
    }
  }

  private static Bounds bounds(ScrubberView view, Label label) {
    return view.sceneToLocal(label.localToScene(label.getLayoutBounds()));
  }

  private static boolean overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.min(to, otherTo) - Math.max(from, otherFrom) > TOLERANCE;
  }

  private static String says(Label label) {
    return label.getId() + " \"" + label.getText() + "\"";
  }
}
