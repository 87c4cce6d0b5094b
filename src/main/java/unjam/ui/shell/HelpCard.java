package unjam.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.control.LegendView;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TokenShape;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** Every key, every sign, and what this model leaves out, on one card. */
final class HelpCard extends HBox {

  /** How many sentences there are about what is simplified. */
  private static final int SIMPLIFIED = 6;

  private final Texts texts;

  HelpCard(Surroundings surroundings) {
    texts = surroundings.texts().getValue();
    setId("help-card");
    getStyleClass().add("help-card");
    VBox keys = column("help.keys");
    for (Keys.Group group : Keys.Group.values()) {
      keys.getChildren()
          .add(text("help.group." + group.name().toLowerCase(Locale.ROOT), Styles.CAPTION));
      Keys.all().stream()
          .filter(key -> key.group() == group)
          .forEach(key -> keys.getChildren().add(row(key)));
    }
    VBox signs = column("help.signs");
    signs.getChildren()
        .add(
            new LegendView(
                List.of(TokenShape.values()), surroundings.texts(), surroundings.palette()));
    VBox simplified = column("help.simplified");
    IntStream.rangeClosed(1, SIMPLIFIED)
        .forEach(i -> simplified.getChildren().add(text("help.simplified." + i, Styles.BODY)));
    getChildren().addAll(keys, new VBox(28, signs, simplified));
  }

  private VBox column(String head) {
    VBox column = new VBox(text(head, Styles.TITLE));
    column.getStyleClass().add("help-column");
    return column;
  }

  private Label text(String key, String style) {
    Label label = new Label(texts.of(key));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private HBox row(Keys.Key key) {
    HBox caps = new HBox();
    caps.getStyleClass().add("help-caps");
    for (String each : key.caps()) {
      Label cap = new Label(each);
      cap.getStyleClass().add("key-cap");
      cap.setMinWidth(Region.USE_PREF_SIZE);
      caps.getChildren().add(cap);
    }
    Label does = text(key.message(), Styles.BODY);
    HBox.setHgrow(does, Priority.ALWAYS);
    HBox row = new HBox(caps, does);
    row.getStyleClass().add("help-row");
    return row;
  }
}
