package unjam.ui.inspector;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.ui.control.LongList;
import unjam.ui.inspector.CheckRow.FactLink;
import unjam.ui.inspector.CheckRow.Verdict;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * A statement with its verdict: a check if it holds, a ring if there was nothing to look at, an
 * octagon if it does not hold.
 */
final class CheckLine implements LongList.Row<CheckRow> {

  private final Region sign = new Region();
  private final Region cross = new Region();
  private final Label statement = new Label();
  private final Label details = new Label();
  private final Label found = new Label();
  private final VBox facts = new VBox();
  private final HBox box;
  private final ObservableValue<Texts> texts;
  private final IntConsumer go;
  private @Nullable CheckRow row;

  CheckLine(ObservableValue<Texts> texts, Consumer<CheckRow> toggle, IntConsumer go) {
    this.texts = texts;
    this.go = go;
    cross.getStyleClass().add("verdict-cross");
    StackPane verdict = new StackPane(sign, cross);
    verdict.getStyleClass().add("verdict");
    statement.setWrapText(true);
    statement.getStyleClass().add("statement");
    details.setWrapText(true);
    details.getStyleClass().add(Styles.CAPTION);
    found.setWrapText(true);
    found.getStyleClass().addAll(Styles.FUNCTION, "found");
    VBox words = new VBox(statement, details, found, facts);
    words.getStyleClass().add("check-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    box = new HBox(verdict, words);
    box.getStyleClass().add("check-line");
    box.setOnMouseClicked(
        event -> {
          if (row != null) {
            toggle.accept(row);
          }
        });
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(CheckRow now) {
    row = now;
    String verdict = now.verdict().name().toLowerCase(Locale.ROOT);
    box.setId("check-" + now.invariant().id());
    sign.getStyleClass().setAll("verdict-" + verdict);
    cross.setVisible(now.verdict() == Verdict.BROKEN);
    box.getStyleClass().setAll("check-line", "check-" + verdict);
    statement.setText(now.statement());
    say(details, now.details());
    say(found, now.found());
    box.setAccessibleText(
        texts.getValue().of("checks.verdict." + verdict) + ": " + now.statement());
    facts.getChildren().setAll(now.facts().stream().map(this::link).toList());
    Sheet.show(facts, !now.facts().isEmpty());
  }

  private static void say(Label label, String text) {
    label.setText(text);
    Sheet.show(label, !text.isEmpty());
  }

  private Button link(FactLink fact) {
    Button link = new Button(fact.text());
    link.setMnemonicParsing(false);
    link.setId("check-event-" + fact.seq());
    link.getStyleClass().setAll("link", "machine-link");
    link.setOnAction(event -> go.accept(fact.seq()));
    return link;
  }
}
