package unjam.ui.inspector;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.ui.control.LongList;
import unjam.ui.inspector.SysfsRow.Kind;
import unjam.ui.theme.Styles;

/** A line of the tree of files: arrow, name, value or field, and what is said below. */
final class SysfsLine implements LongList.Row<SysfsRow> {

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double STEP = 11;
  private static final double FIELD = 92;

  private final Region arrow = new Region();
  private final StackPane arrowBox = new StackPane(arrow);
  private final Label name = new Label();
  private final Label value = new Label();
  private final StackPane end = new StackPane(value);
  private final Label note = new Label();
  private final HBox line = new HBox(arrowBox, name, end);
  private final VBox box = new VBox(line, note);
  private final StringProperty draft;
  private final Deeds deeds;
  private @Nullable TextField field;
  private @Nullable SysfsRow row;

  /** What a person can do with a line. */
  interface Deeds {
    void toggle(SysfsRow row);

    void edit(SysfsRow row);

    void commit();

    void cancel();
  }

  SysfsLine(StringProperty draft, Deeds deeds) {
    this.draft = draft;
    this.deeds = deeds;
    box.getStyleClass().add("sysfs-line");
    arrow.getStyleClass().add("fold-arrow");
    arrowBox.getStyleClass().add("fold-arrow-box");
    name.getStyleClass().add(Styles.FUNCTION);
    name.setMinWidth(Region.USE_PREF_SIZE);
    value.getStyleClass().addAll(Styles.NUMBER, "sysfs-value");
    note.getStyleClass().addAll(Styles.CAPTION, "sysfs-note");
    note.setWrapText(true);
    HBox.setHgrow(end, Priority.ALWAYS);
    StackPane.setAlignment(value, Pos.CENTER_RIGHT);
    line.setAlignment(Pos.CENTER_LEFT);
    takeClicks();
  }

  private void takeClicks() {
    box.setOnMouseClicked(
        event -> {
          SysfsRow now = row;
          if (now == null || event.getButton() != MouseButton.PRIMARY) {
            return;
          }
          if (now.isFolder()) {
            deeds.toggle(now);
          } else if (now.kind() == Kind.KNOB && event.getClickCount() == 2) {
            deeds.edit(now);
          }
        });
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(SysfsRow now) {
    row = now;
    name.setText(now.name());
    value.setText(now.value());
    box.setId("sysfs-" + now.path());
    box.setAccessibleText(now.isFolder() ? now.path() : now.path() + ": " + now.value());
    arrow.setVisible(now.isFolder());
    arrow.setRotate(now.kind() == Kind.OPEN_FOLDER ? 90 : 0);
    HBox.setMargin(arrowBox, new Insets(0, 0, 0, now.depth() * STEP));
    VBox.setMargin(note, new Insets(0, 0, 0, now.depth() * STEP + STEP));
    boolean edited = now.kind() == Kind.EDITED;
    value.setVisible(!edited);
    toggle("knob", now.kind() == Kind.KNOB);
    toggle("folder", now.isFolder());
    note.setText(now.note());
    note.setVisible(!now.note().isEmpty());
    note.setManaged(!now.note().isEmpty());
    box.pseudoClassStateChanged(CHANGED, now.changed());
    box.pseudoClassStateChanged(REFUSED, now.refused());
    write(edited);
  }

  /** There is a field only while something is written into it. */
  private void write(boolean edited) {
    TextField before = field;
    if (edited && before == null) {
      TextField now = field();
      field = now;
      end.getChildren().add(now);
      now.requestFocus();
      now.selectAll();
    } else if (!edited && before != null) {
      before.textProperty().unbindBidirectional(draft);
      end.getChildren().remove(before);
      field = null;
    }
  }

  private TextField field() {
    TextField made = new TextField();
    made.setId("sysfs-field");
    made.getStyleClass().add("sysfs-field");
    made.setPrefWidth(FIELD);
    made.setMaxWidth(FIELD);
    StackPane.setAlignment(made, Pos.CENTER_RIGHT);
    made.textProperty().bindBidirectional(draft);
    made.setOnAction(event -> deeds.commit());
    made.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            deeds.cancel();
            event.consume();
          }
        });
    return made;
  }

  private void toggle(String style, boolean on) {
    box.getStyleClass().remove(style);
    if (on) {
      box.getStyleClass().add(style);
    }
  }
}
