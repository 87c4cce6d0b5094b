package unjam.ui.inspector;

import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;
import unjam.ui.inspector.FiguresPicture.DiskLine;
import unjam.ui.inspector.FiguresPicture.FigureLine;
import unjam.ui.theme.Styles;

/** What every disk does in the words of iostat, and one disk in full with its latencies. */
public final class FiguresView extends StackPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST_DISKS = 6;
  private static final double NAME = 0.16;
  private static final double FIGURE = 0.36;

  /** Columns of a disk in the order of its cells; kB/s only where there is room. */
  private static final List<String> COLUMNS = List.of("", "r/s", "w/s", "kB/s", "await", "%util");

  private static final int ONLY_WIDE = 3;

  private final FiguresViewModel model;
  private final Surroundings surroundings;
  private final Label unknown = new Label();
  private final Sheet sheet = new Sheet("figures-sheet");
  private final Columns head = new Columns(NAME, Styles.FUNCTION, Styles.QUIET);
  private final ObservableList<DiskLine> disks = FXCollections.observableArrayList();
  private final LongList<DiskLine> list;
  private final Columns over = new Columns(FIGURE, Styles.CAPTION, "section-head");
  private final RowList<FigureRow> lines = new RowList<>("figures", FigureRow::new);
  private final HistogramPane histogram;
  private final HBox marks = new HBox();
  private final Label note = new Label();

  /**
   * @param model what to show
   * @param surroundings words and colours
   */
  public FiguresView(FiguresViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    histogram = new HistogramPane(surroundings.palette());
    list =
        new LongList<>(
            "figures-disks", disks, surroundings.say("panel.figures"), DiskRowOfFigures::new);
    build();
    model.pictureProperty().subscribe(this::show);
  }

  private void build() {
    getStyleClass().add("figures-panel");
    unknown.setId("figures-unknown");
    unknown.setWrapText(true);
    unknown.getStyleClass().add(Styles.LABEL);
    unknown.textProperty().bind(surroundings.say("figures.unknown"));
    note.setId("figures-note");
    note.setWrapText(true);
    note.getStyleClass().add(Styles.CAPTION);
    over.setId("figures-over");
    marks.setId("figures-marks");
    marks.getStyleClass().add("marks");
    head.getStyleClass().add("figures-head");
    sheet.add(section("figures.second", head, list));
    VBox full = new VBox(over, lines);
    full.getStyleClass().add("section");
    sheet.add(full);
    sheet.add(section("figures.latency", histogram, marks, note));
    getChildren().addAll(unknown, sheet);
  }

  private VBox section(String key, Node... content) {
    Label heading = new Label();
    heading.textProperty().bind(surroundings.say(key));
    return Sheet.section(heading, content);
  }

  private List<String> fitting(List<String> cells) {
    return Styles.isWide(this)
        ? cells
        : Stream.concat(
                cells.subList(0, ONLY_WIDE).stream(),
                cells.subList(ONLY_WIDE + 1, cells.size()).stream())
            .toList();
  }

  private void show(FiguresPicture now) {
    Sheet.show(unknown, !now.known());
    Sheet.show(sheet, now.known());
    Rows.set(disks, now.disks());
    over.say(now.over());
    lines.show(now.lines(), FigureRow::show);
    histogram.show(now.bars());
    note.setText(now.note());
    mark(now.marks());
  }

  private void mark(List<FigureLine> now) {
    while (marks.getChildren().size() < now.size()) {
      Label name = new Label();
      name.getStyleClass().addAll(Styles.FUNCTION, Styles.QUIET);
      Label value = new Label();
      value.getStyleClass().addAll(Styles.NUMBER, "mark-value");
      VBox mark = new VBox(name, value);
      HBox.setHgrow(mark, Priority.ALWAYS);
      marks.getChildren().add(mark);
    }
    for (int i = 0; i < now.size(); i++) {
      VBox mark = (VBox) marks.getChildren().get(i);
      ((Label) mark.getChildren().get(0)).setText(now.get(i).name());
      ((Label) mark.getChildren().get(1)).setText(now.get(i).second());
    }
  }

  @Override
  protected void layoutChildren() {
    head.say(fitting(COLUMNS));
    double row = head.prefHeight(-1) + 4;
    list.setFixedCellSize(row);
    double height = row * Math.clamp(disks.size(), 1, MOST_DISKS);
    list.setPrefHeight(height);
    list.setMinHeight(height);
    super.layoutChildren();
  }

  /** One figure over two spans of time. */
  private static final class FigureRow extends StackPane {
    private final Columns columns = new Columns(FIGURE, Styles.NUMBER);

    FigureRow() {
      getStyleClass().add("figure-row");
      getChildren().add(columns);
    }

    void show(FigureLine line) {
      columns.say(List.of(line.name(), line.second(), line.start()));
      setAccessibleText(line.name() + ": " + line.second() + ", " + line.start());
    }
  }

  /** One disk in the table. */
  private final class DiskRowOfFigures implements LongList.Row<DiskLine> {
    private final Columns columns = new Columns(NAME, Styles.NUMBER);
    private @Nullable DiskLine line;

    DiskRowOfFigures() {
      columns.getStyleClass().add("disk-figures");
      columns.setOnMouseClicked(
          event -> {
            if (line != null) {
              model.choose(line.device());
            }
          });
    }

    @Override
    public Node node() {
      return columns;
    }

    @Override
    public void show(DiskLine now) {
      line = now;
      columns.setId("figures-" + now.cells().getFirst());
      columns.say(fitting(now.cells()));
      columns.pseudoClassStateChanged(CHOSEN, now.chosen());
    }
  }
}
