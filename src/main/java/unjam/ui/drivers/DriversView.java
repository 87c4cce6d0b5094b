package unjam.ui.drivers;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.scenario.DriverMatrix.Column;
import unjam.ui.control.Explanation;
import unjam.ui.control.ExplanationPopOver;
import unjam.ui.control.RichLine;
import unjam.ui.control.Surroundings;
import unjam.ui.drivers.DriversPicture.Cell;
import unjam.ui.drivers.DriversPicture.Line;
import unjam.ui.theme.Styles;

/**
 * Above, the hosts of the open scenario, whose callbacks come and go with a click; below, what the
 * drivers of the catalog have.
 */
public final class DriversView extends Region {

  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass USED = PseudoClass.getPseudoClass("used");
  private static final int COLUMNS = Column.values().length;

  private final DriversViewModel model;
  private final Surroundings around;
  private final RichLine says = new RichLine(Styles.REASON, Styles.FUNCTION);
  private final Label refusal = new Label();
  private final VBox head;
  private final GridPane table = new GridPane();
  private final ScrollPane scroll = new ScrollPane(table);
  private final ExplanationPopOver about = new ExplanationPopOver();

  public DriversView(DriversViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("drivers");
    getStyleClass().add("drivers");
    says.setId("drivers-says");
    refusal.setId("drivers-refusal");
    refusal.getStyleClass().addAll(Styles.BODY, "refusal");
    refusal.setWrapText(true);
    Label title = new Label();
    title.getStyleClass().add("ledger-title");
    title.textProperty().bind(around.say("drivers.title"));
    Label note = new Label();
    note.getStyleClass().add(Styles.BODY);
    note.setWrapText(true);
    note.textProperty().bind(around.say("drivers.note"));
    table.getStyleClass().add("drivers-table");
    columns();
    head = new VBox(title, says, refusal, note);
    head.getStyleClass().add("drivers-sheet");
    scroll.setFitToWidth(true);
    getChildren().addAll(head, scroll);
    model.pictureProperty().subscribe(this::show);
  }

  @Override
  protected void layoutChildren() {
    boolean wide = Styles.isWide(this);
    double side = wide ? 40 : 24;
    double top = wide ? 24 : 14;
    double room = getWidth() - 2 * side;
    head.applyCss();
    double height = head.prefHeight(room);
    head.resizeRelocate(side, top, room, height);
    double y = top + height + (wide ? 18 : 10);
    scroll.resizeRelocate(side, y, room, Math.max(0, getHeight() - y));
  }

  private void columns() {
    table.getColumnConstraints().add(asWideAsItsWords());
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(Priority.ALWAYS);
      table.getColumnConstraints().add(column);
    }
    table.getColumnConstraints().add(asWideAsItsWords());
  }

  private static ColumnConstraints asWideAsItsWords() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(USE_PREF_SIZE);
    column.setHgrow(Priority.NEVER);
    return column;
  }

  /** All cells anew; whoever came by keys finds the focus where it was. */
  private void show(DriversPicture picture) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String was = focused == null || focused.getId() == null ? "" : focused.getId();
    says.say(picture.says());
    refusal.setText(picture.refusal());
    refusal.setVisible(!picture.refusal().isEmpty());
    refusal.setManaged(!picture.refusal().isEmpty());
    requestLayout();
    table.getChildren().clear();
    int row = 0;
    for (Column column : Column.values()) {
      table.add(head(column), column.ordinal() + 1, row);
    }
    row = lines(section("drivers.hosts.title"), picture.hosts(), row + 1);
    lines(section("drivers.catalog.title"), picture.drivers(), row);
    table.getChildren().stream()
        .filter(each -> was.equals(each.getId()))
        .forEach(Node::requestFocus);
  }

  private Label section(String key) {
    Label label = new Label(around.texts().getValue().of(key));
    label.getStyleClass().addAll(Styles.CAPTION, "drivers-section");
    return label;
  }

  private int lines(Label section, List<Line> lines, int from) {
    int row = from;
    table.add(section, 0, row++, COLUMNS + 2, 1);
    for (Line line : lines) {
      table.add(name(line), 0, row);
      for (Cell cell : line.cells()) {
        table.add(
            line.isHost() ? toggle(line, cell) : answer(line, cell),
            cell.column().ordinal() + 1, row);
      }
      if (!line.give().isEmpty()) {
        table.add(give(line), COLUMNS + 1, row);
      }
      row++;
    }
    return row;
  }

  private Button head(Column column) {
    String key = column.name().toLowerCase(Locale.ROOT);
    String name = around.texts().getValue().of("drivers.column." + key);
    Button head = new Button(name);
    head.setId("drivers-head-" + key);
    head.getStyleClass().setAll("drivers-head");
    head.setMaxWidth(Double.MAX_VALUE);
    head.setOnAction(
        event ->
            about.show(
                head,
                new Explanation(
                    DriversReading.field(column), true,
                    around.texts().getValue().of("drivers.about." + key),
                    source(column), List.of())));
    return head;
  }

  /** Where the kernel declares the field of a column. */
  private static String source(Column column) {
    return switch (column) {
      case TIMED_OUT, ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET ->
          "include/scsi/scsi_host.h: struct scsi_host_template";
      case STRATEGY -> "include/scsi/scsi_transport.h: struct scsi_transport_template";
      case TRANSPORT -> "include/scsi/scsi_host.h: struct Scsi_Host";
    };
  }

  private Region name(Line line) {
    Label name = new Label(line.name());
    name.getStyleClass().addAll(Styles.FUNCTION, "drivers-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label of = new Label(line.about());
    of.getStyleClass().add(Styles.FUNCTION);
    VBox both = new VBox(name);
    if (!line.about().isEmpty()) {
      both.getChildren().add(of);
    }
    both.getStyleClass().add("drivers-line");
    if (!line.isHost()) {
      both.pseudoClassStateChanged(USED, !line.about().isEmpty());
      return both;
    }
    Button choose = new Button();
    choose.setId("drivers-choose-host" + line.host());
    choose.getStyleClass().setAll("drivers-choose");
    choose.setGraphic(both);
    choose.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    choose.pseudoClassStateChanged(CHOSEN, line.chosen());
    choose.setAccessibleText(line.name() + ", " + line.about());
    choose.setOnAction(event -> model.choose(line.host()));
    return choose;
  }

  private Button toggle(Line line, Cell cell) {
    Button toggle = new Button();
    toggle.setId(
        "drivers-" + line.name() + "-" + cell.column().name().toLowerCase(Locale.ROOT));
    toggle.getStyleClass().setAll("drivers-toggle");
    toggle.setGraphic(content(cell));
    toggle.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    toggle.pseudoClassStateChanged(OTHER, cell.other());
    toggle.setAccessibleText(spoken(line, cell) + ". " + cell.tip());
    Tooltip tip = new Tooltip(cell.tip());
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    toggle.setTooltip(tip);
    toggle.setOnAction(
        event -> model.toggle(line.host(), cell.column()).ifPresent(around::send));
    return toggle;
  }

  private Region answer(Line line, Cell cell) {
    HBox content = content(cell);
    content.getStyleClass().add("drivers-answer");
    content.setAccessibleText(spoken(line, cell));
    return content;
  }

  private static String spoken(Line line, Cell cell) {
    String words = cell.second().isEmpty() ? cell.first() : cell.first() + ", " + cell.second();
    return line.name() + ", " + DriversReading.field(cell.column()) + ": " + words;
  }

  private static HBox content(Cell cell) {
    Region mark = new Region();
    String kind = cell.mark().name().toLowerCase(Locale.ROOT);
    mark.getStyleClass().addAll("drivers-mark", kind);
    Label first = new Label(cell.first());
    first.getStyleClass().addAll(cell.machine() ? Styles.FUNCTION : Styles.BODY, kind);
    first.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(first);
    if (!cell.second().isEmpty()) {
      Label second = new Label(cell.second());
      second.getStyleClass().add(Styles.CAPTION);
      second.setMinWidth(USE_PREF_SIZE);
      words.getChildren().add(second);
    }
    words.getStyleClass().add("drivers-words");
    HBox content = new HBox(mark, words);
    content.getStyleClass().add("drivers-cell");
    return content;
  }

  private Button give(Line line) {
    Button give = new Button(line.give());
    give.setId("drivers-give-" + line.name());
    give.getStyleClass().add("drivers-give");
    give.setMnemonicParsing(false);
    give.setMinWidth(USE_PREF_SIZE);
    give.setMaxWidth(Double.MAX_VALUE);
    give.setOnAction(event -> model.drive(line.name()).ifPresent(around::send));
    return give;
  }
}
