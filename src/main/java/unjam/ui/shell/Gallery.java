package unjam.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** All scenarios of the catalog, with what happens in them, to choose one from. */
final class Gallery extends VBox {

  private static final String TITLE = "scenario.";
  private static final double WIDTH = 560;
  private static final double HEIGHT = 520;

  private final Surroundings surroundings;
  private final TextField search = new TextField();
  private final FilteredList<String> names;
  private final ListView<String> list;

  /**
   * @param all names of the scenarios
   * @param chosen takes the one that a person has chosen
   */
  Gallery(Surroundings surroundings, List<String> all, Consumer<String> chosen) {
    this.surroundings = surroundings;
    names = new FilteredList<>(FXCollections.observableArrayList(all));
    list = new ListView<>(names);
    getStyleClass().add("gallery");
    setPrefSize(WIDTH, HEIGHT);
    search.setId("gallery-search");
    search.promptTextProperty().bind(surroundings.say("gallery.search"));
    search.textProperty().subscribe(this::narrow);
    list.setId("gallery-list");
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(event -> choose(chosen));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose(chosen);
          }
        });
    search.setOnAction(
        event -> {
          list.getSelectionModel().selectFirst();
          choose(chosen);
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
  }

  /** What happens in a scenario, in the language; its own title if it is not of the catalog. */
  static String title(Texts texts, Set<String> catalog, String name, String own) {
    return catalog.contains(name) ? texts.of(TITLE + name) : own;
  }

  private void choose(Consumer<String> chosen) {
    String name = list.getSelectionModel().getSelectedItem();
    if (name != null) {
      chosen.accept(name);
    }
  }

  private void narrow(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    Texts texts = surroundings.texts().getValue();
    names.setPredicate(
        name ->
            name.contains(wanted)
                || texts.of(TITLE + name).toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** A scenario's name and what happens in it. */
  private final class Cell extends ListCell<String> {
    private final Label name = new Label();
    private final Label title = new Label();
    private final VBox both = new VBox(name, title);

    Cell() {
      name.getStyleClass().addAll(Styles.NUMBER, Styles.LOUD);
      title.getStyleClass().add(Styles.BODY);
      title.setWrapText(true);
      both.setPrefWidth(WIDTH - 60);
      both.getStyleClass().add("gallery-cell");
    }

    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty ? null : both);
      if (!empty) {
        name.setText(item);
        title.setText(surroundings.texts().getValue().of(TITLE + item));
        setAccessibleText(item + ": " + title.getText());
      }
    }
  }
}
