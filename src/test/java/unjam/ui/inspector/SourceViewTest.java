package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.OpenRun;
import unjam.playback.Cursor;
import unjam.reading.SourceNotes;
import unjam.reading.SourceReading;
import unjam.ui.Shows;
import unjam.ui.text.Texts;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.Styles;

@ExtendWith(ApplicationExtension.class)
class SourceViewTest {

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get();
  }

  private static StackPane stage(Node view, double width, double height, boolean wide) {
    Fonts.load();
    StackPane root = new StackPane(view);
    root.getStylesheets().setAll(Styles.sheets(1));
    if (wide) {
      root.getStyleClass().add(Styles.WIDE);
    }
    new Scene(root, width, height).snapshot(null);
    return root;
  }

  private static ReadOnlyObjectProperty<Texts> english() {
    return new SimpleObjectProperty<>(Shows.ENGLISH);
  }

  /** The first event of every stack of functions that there is. */
  private static List<Integer> everyStack(OpenRun run) {
    Set<String> seen = new HashSet<>();
    List<Integer> first = new ArrayList<>();
    SourceNotes notes = SourceNotes.in(Locale.ENGLISH);
    for (int seq = run.steps().start().seq() + 1; seq < run.trace().size(); seq++) {
      String stack =
          SourceReading.at(run.trace(), seq, notes).stream()
              .flatMap(reading -> reading.levels().stream())
              .map(level -> level.note().function() + " " + level.lit())
              .collect(Collectors.joining());
      if (seen.add(stack)) {
        first.add(seq);
      }
    }
    return first;
  }

  @ParameterizedTest
  @CsvSource({"228, 430, false", "328, 620, true"})
  void noNameIsCutAndTheLitStepIsSeenAtAnyEvent(double width, double height, boolean wide)
      throws Exception {
    OpenRun run = Shows.run();
    List<Integer> events = everyStack(run);
    List<String> bad = onFx(() -> {
      SourceViewModel model = new SourceViewModel();
      SourceView view = new SourceView(model, english());
      StackPane root = stage(view, width, height, wide);
      List<String> found = new ArrayList<>();
      for (int seq : events) {
        model.show(run.frame(Cursor.after(run.trace(), seq)), -1, Shows.ENGLISH);
        root.applyCss();
        root.layout();
        check(root, width, "at " + seq, found);
      }
      return found;
    });

    assertThat(bad).isEmpty();
  }

  private static void check(StackPane root, double width, String at, List<String> bad) {
    for (Node each : root.lookupAll(".label")) {
      Bounds bounds = each.localToScene(each.getLayoutBounds());
      if (each instanceof Label label && label.isVisible() && !label.isWrapText()
          && label.lookup(".text") instanceof Text text
          && (!text.getText().equals(label.getText()) || bounds.getMaxX() > width + 1)) {
        bad.add(at + " cut: " + label.getText());
      }
    }
    for (Node each : root.lookupAll(".source-call")) {
      if (each instanceof Button button && button.lookup(".text") instanceof Text text
          && !text.getText().equals(button.getText())) {
        bad.add(at + " cut: " + button.getText());
      }
    }
    ScrollPane scroll = (ScrollPane) root.lookup(".source-scroll");
    Node lit = root.lookup(".step-row:lit");
    if (lit != null) {
      Bounds row = lit.localToScene(lit.getLayoutBounds());
      Bounds view = scroll.localToScene(scroll.getLayoutBounds());
      if (row.getMinY() < view.getMinY() - 1 || row.getMaxY() > view.getMaxY() + 1) {
        bad.add(at + " the lit step is out of sight");
      }
    }
  }

  @Test
  void aClickOnACallerShowsItsSteps() throws Exception {
    String title = onFx(() -> {
      SourceViewModel model = new SourceViewModel();
      SourceView view = new SourceView(model, english());
      model.show(Shows.asking(), -1, Shows.ENGLISH);
      StackPane root = stage(view, 328, 620, true);
      ((Button) root.lookup("#call-scsi_eh_ready_devs")).fire();
      return ((Label) root.lookup("#source-title")).getText();
    });

    assertThat(title).isEqualTo("scsi_eh_ready_devs");
  }

  @Test
  void theCompactOneIsTheFunctionAndItsStepsOnly() throws Exception {
    onFx(() -> {
      SourceViewModel model = new SourceViewModel();
      SourceView view = new SourceView(model, english(), true);
      model.show(Shows.asking(), -1, Shows.ENGLISH);
      StackPane root = stage(view, 520, 200, true);

      assertThat(((Label) root.lookup("#source-brief-title")).getText())
          .isEqualTo("scsi_eh_target_reset");
      // Four of its five steps: those around the one that is lit.
      assertThat(root.lookupAll(".step-row")).hasSize(4);
      assertThat(root.lookupAll(".step-row:lit")).hasSize(1);
      assertThat(root.lookupAll(".source-purpose")).isEmpty();
      assertThat(view.prefHeight(520)).isLessThan(180);
      return true;
    });
  }
}
