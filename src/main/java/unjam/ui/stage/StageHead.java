package unjam.ui.stage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Detail;
import unjam.ui.control.RichLine;
import unjam.ui.control.StageLook;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * What stands above the map: one sentence, its reason, what to try next, and how much the stage
 * shows. A sentence that is too long is set smaller, then takes two lines; it is never cut.
 */
final class StageHead extends Region {

  private static final String SMALL = "small";

  /** What the size of the letters was chosen for. */
  private record Fitted(String sentence, double room, StageLook look, boolean wide) {}

  private final StageViewModel model;
  private final RichLine sentence = new RichLine(Styles.SENTENCE, Styles.SUBJECT);
  private final RichLine reason = new RichLine(Styles.REASON, Styles.FUNCTION);
  private final Button hint = new Button();
  private final Map<Detail, ToggleButton> levels = new EnumMap<>(Detail.class);
  private final SegmentedButton detail = new SegmentedButton();
  private @Nullable Fitted fitted;
  private boolean quiet;

  StageHead(
      StageViewModel model, ObservableValue<Texts> texts, Consumer<Action> actions) {
    this.model = model;
    setPickOnBounds(false);
    sentence.setId("sentence");
    reason.setId("reason");
    hint.setId("hint");
    hint.getStyleClass().add("primary");
    hint.textProperty().bind(model.hintProperty());
    hint.setOnAction(event -> actions.accept(model.hintActionProperty().get()));
    detail.setId("detail");
    detail.getStyleClass().add("detail");
    for (Detail level : Detail.values()) {
      levels.put(level, toggle(level, texts, actions));
    }
    detail.getButtons().setAll(levels.values());
    getChildren().addAll(sentence, reason, hint, detail);
    model.sentenceProperty().subscribe(sentence::say);
    model.reasonProperty().subscribe(reason::say);
    model.deskProperty().subscribe(desk -> mark(desk.detail()));
    model.hintProperty().subscribe(text -> requestLayout());
    model.sentenceProperty().subscribe(text -> requestLayout());
  }

  /** From here on it offers nothing. */
  void quiet() {
    quiet = true;
  }

  private ToggleButton toggle(
      Detail level, ObservableValue<Texts> texts, Consumer<Action> actions) {
    String key = level.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("detail-" + key);
    button.textProperty().bind(texts.map(each -> each.of("detail." + key)));
    button.setOnAction(
        event -> {
          actions.accept(new Action.SetDesk(model.deskProperty().get().with(level)));
          mark(model.deskProperty().get().detail());
        });
    return button;
  }

  /** One of them is always chosen, also when the chosen one was pressed. */
  private void mark(Detail chosen) {
    levels.forEach((level, button) -> button.setSelected(level == chosen));
  }

  /**
   * Lays everything out.
   *
   * @param head height of the head
   * @param look how large everything is
   * @param left where the words begin
   * @param free at the right, for somebody else
   */
  void arrange(double head, boolean wide, StageLook look, double left, double free) {
    boolean offers = !look.presenter() && !quiet;
    hint.setVisible(offers);
    detail.setVisible(offers);
    double right = getWidth() - 20;
    double top = (look.presenter() ? 14 : wide ? 19 : 12) * look.room();
    double hintWidth = hint.prefWidth(-1);
    double hintHeight = hint.prefHeight(-1);
    double detailWidth = detail.prefWidth(-1);
    double detailHeight = detail.prefHeight(-1);
    hint.resizeRelocate(right - hintWidth, top - (wide ? 2 : 0), hintWidth, hintHeight);
    detail.resizeRelocate(
        right - detailWidth, Math.round(Math.max(top + hintHeight + 8, head - detailHeight - 2)),
        detailWidth, detailHeight);
    double beside = offers ? Math.max(hintWidth, detailWidth) + 24 : free;
    double room = right - beside - left;
    double height = fit(new Fitted(model.sentenceProperty().get(), room, look, wide));
    sentence.resizeRelocate(left, top, room, height);
    double below = top + height + (wide || look.presenter() ? 5 : 2);
    reason.applyCss();
    double reasonHeight = reason.prefHeight(room);
    reason.resizeRelocate(left, below, room, reasonHeight);
    reason.setVisible(below + reasonHeight <= head + 2);
  }

  /** The height of the sentence, in the largest letters that keep it on one line. */
  private double fit(Fitted now) {
    if (!now.equals(fitted)) {
      fitted = now;
      small(false);
      double one = sentence.prefHeight(-1);
      small(sentence.prefHeight(now.room()) > one * 1.3);
    }
    return sentence.prefHeight(now.room());
  }

  private void small(boolean on) {
    if (on != sentence.getStyleClass().contains(SMALL)) {
      if (on) {
        sentence.getStyleClass().add(SMALL);
      } else {
        sentence.getStyleClass().remove(SMALL);
      }
      sentence.applyCss();
    }
  }
}
