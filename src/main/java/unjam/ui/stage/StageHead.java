package unjam.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
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

  /** Letters do not fill their line: so much of it may lie over its neighbour. */
  private static final double LEADING = 5;

  private final StageViewModel model;
  private final RichLine sentence = new RichLine(Styles.SENTENCE, Styles.SUBJECT);
  private final RichLine reason = new RichLine(Styles.REASON, Styles.FUNCTION);
  private final Button hint = new Button();
  private final Map<Detail, ToggleButton> levels = new EnumMap<>(Detail.class);
  private final SegmentedButton detail = new SegmentedButton();
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
    boolean proposes = offers && !hint.getText().isEmpty();
    hint.setVisible(proposes);
    detail.setVisible(offers);
    double right = getWidth() - 20;
    double top = (look.presenter() ? 14 : wide ? 19 : 12) * look.room();
    double hintWidth = hint.prefWidth(-1);
    double hintHeight = hint.prefHeight(-1);
    double detailWidth = detail.prefWidth(-1);
    double detailHeight = detail.prefHeight(-1);
    hint.resizeRelocate(right - hintWidth, top - (wide ? 2 : 0), hintWidth, hintHeight);
    boolean large = offers && look.scale() >= StageLook.LESS_FROM;
    detail.resizeRelocate(
        right - detailWidth,
        Math.round(Math.max(top + hintHeight + 8, head - detailHeight + (large ? 4 : -2))),
        detailWidth, detailHeight);
    double beside = offers ? Math.max(hintWidth, detailWidth) + 24 : free;
    double room = right - left - (large ? hintWidth + 20 : beside);
    double height = sentence.fit(room, List.of(look, wide));
    sentence.resizeRelocate(left, top, room, height);
    double below = top + height + (wide || look.presenter() ? 5 : 2);
    reason(left, large ? Math.max(below, top + hintHeight - 1) : below, head,
        right - left - (large ? 0 : beside), List.of(look, wide));
  }

  /** Large letters need the whole width, below the button and above the choice of detail. */
  private void reason(double left, double y, double head, double room, Object look) {
    reason.applyCss();
    double width = room;
    double height = reason.fit(width, look);
    double over = left + Math.min(width, reason.prefWidth(-1)) + 12 - detail.getLayoutX();
    if (detail.isVisible() && over > 0 && y + height > detail.getLayoutY() + LEADING) {
      width = detail.getLayoutX() - 12 - left;
      height = reason.fit(width, look);
    }
    reason.resizeRelocate(left, y, width, height);
    reason.setVisible(y + height <= head + 2);
  }

  /** Whoever lays out the stage places everything here as well. */
  @Override
  protected void layoutChildren() {}
}
