package unjam.ui.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.Recovery.Left;
import unjam.ui.theme.Styles;

/** Offers what an earlier run of Unjam could not save, one piece after the other. */
final class RecoveryBar extends HBox {

  private final Deque<Left> waiting = new ArrayDeque<>();
  private final Surroundings surroundings;
  private final Consumer<Left> settled;
  private final Label words = new Label();

  /**
   * @param surroundings words and actions
   * @param settled is told what a person has decided about
   */
  RecoveryBar(Surroundings surroundings, Consumer<Left> settled) {
    this.surroundings = surroundings;
    this.settled = settled;
    setId("recovery");
    getStyleClass().add("recovery");
    words.setId("recovery-words");
    words.getStyleClass().add(Styles.LABEL);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            words, gap,
            button("restore", () -> surroundings.send(new Action.Recover(next().work()))),
            button("discard", () -> {}));
    surroundings.texts().subscribe(texts -> say());
    say();
  }

  void offer(Collection<Left> left) {
    waiting.addAll(left);
    say();
  }

  private Left next() {
    return waiting.element();
  }

  private Button button(String name, Runnable decision) {
    Button button = new Button();
    button.setId("recovery-" + name);
    button.textProperty().bind(surroundings.say("recovery." + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          decision.run();
          settled.accept(waiting.remove());
          say();
        });
    return button;
  }

  private void say() {
    setVisible(!waiting.isEmpty());
    setManaged(!waiting.isEmpty());
    if (!waiting.isEmpty()) {
      words.setText(
          surroundings.texts().getValue().of(
              "recovery.words", next().work().scenario().name(), waiting.size()));
    }
  }
}
