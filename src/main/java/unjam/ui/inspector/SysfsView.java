package unjam.ui.inspector;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;

/** The files of sysfs as a tree; what can be written is written here. */
public final class SysfsView extends VBox {

  private final SysfsViewModel model;
  private final Surroundings surroundings;
  private final LongList<SysfsRow> list;

  /**
   * @param model what to show
   * @param surroundings words, colours, and who takes what a person does
   */
  public SysfsView(SysfsViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("panel-body");
    TextField search = new TextField();
    search.setId("sysfs-search");
    search.getStyleClass().add("search-field");
    search.promptTextProperty().bind(surroundings.say("sysfs.search"));
    search.textProperty().bindBidirectional(model.queryProperty());
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            event.consume();
          }
        });
    list =
        new LongList<>(
            "sysfs", model.rows(), surroundings.say("panel.sysfs"),
            () -> new SysfsLine(model.draftProperty(), new Deeds()));
    list.setOnKeyPressed(
        event -> {
          SysfsRow row = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            new Deeds().open(row);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(
            NoteCard.of("sysfs-title", model.titleProperty(), model.noteProperty()), search,
            list);
  }

  /** What a person can do here. Time stands still while something is written. */
  private final class Deeds implements SysfsLine.Deeds {

    void open(SysfsRow row) {
      if (row.isFolder()) {
        toggle(row);
      } else {
        edit(row);
      }
    }

    @Override
    public void toggle(SysfsRow row) {
      model.toggle(row);
    }

    @Override
    public void edit(SysfsRow row) {
      if (model.edit(row)) {
        surroundings.send(new Action.Pause());
      }
    }

    @Override
    public void commit() {
      model.commit().ifPresent(surroundings::send);
      list.requestFocus();
    }

    @Override
    public void cancel() {
      model.cancel();
      list.requestFocus();
    }
  }
}
