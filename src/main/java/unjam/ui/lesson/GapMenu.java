package unjam.ui.lesson;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import unjam.ui.lesson.Option.Mark;

/** A gap in a sentence: a menu of what could stand there. */
final class GapMenu extends MenuButton {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final String EMPTY = "      ?      ";

  /**
   * @param chosen takes what is put there
   */
  GapMenu(Ask.Gap gap, Consumer<String> chosen) {
    setId("gap-" + gap.id());
    getStyleClass().add("gap");
    setMnemonicParsing(false);
    for (int i = 0; i < gap.offered().size(); i++) {
      String value = gap.offered().get(i);
      MenuItem item = new MenuItem(value);
      item.setId(getId() + "-" + i);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> chosen.accept(value));
      getItems().add(item);
    }
    show(gap, true);
  }

  void show(Ask.Gap gap, boolean open) {
    setText(gap.chosen().isEmpty() ? EMPTY : gap.chosen());
    setDisable(!open);
    pseudoClassStateChanged(FULL, !gap.chosen().isEmpty());
    pseudoClassStateChanged(RIGHT, gap.mark() == Mark.RIGHT);
    pseudoClassStateChanged(WRONG, gap.mark() == Mark.WRONG);
  }
}
