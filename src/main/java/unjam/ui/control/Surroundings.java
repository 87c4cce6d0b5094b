package unjam.ui.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import unjam.app.Action;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;

/**
 * What every view is given.
 *
 * @param texts the words of the language, which may change while the application runs
 * @param palette the colours, likewise
 * @param actions takes what a person does
 */
public record Surroundings(
    ObservableValue<Texts> texts,
    ObservableValue<Palette> palette,
    Consumer<Action> actions) {

  /** A sentence that follows the language. */
  public ObservableValue<String> say(String key) {
    return texts.map(each -> each.of(key));
  }

  /** For what is only looked at: whatever a person does there is not done. */
  public Surroundings withoutActions() {
    return new Surroundings(texts, palette, action -> {});
  }

  public void send(Action action) {
    actions.accept(action);
  }
}
