package unjam.ui.inspector;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Styles;

/** One disk and its host, below each other. */
public final class DeviceSheetView extends StackPane {

  private final Surroundings surroundings;
  private final DeviceSheetViewModel model;
  private final Label nothing = new Label();
  private final Sheet sheet = new Sheet("device-sheet");
  private final DiskRow head;
  private final Label note = new Label();
  private final Button back = new Button();
  private final RowList<FieldRow> queue = new RowList<>("sheet-fields", FieldRow::new);
  private final RowList<CommandRow> commands;
  private final Label noCommand = new Label();
  private final Label more = new Label();
  private final RowList<FieldRow> counters = new RowList<>("sheet-fields", FieldRow::new);
  private final RowList<FieldRow> knobs = new RowList<>("sheet-fields", FieldRow::new);
  private final Label hostHead = new Label();
  private final RowList<FieldRow> host = new RowList<>("sheet-fields", FieldRow::new);
  private final RowList<StackRow> thread;
  private final RowList<FieldRow> hooks = new RowList<>("sheet-fields", FieldRow::new);
  private final RowList<DiskRow> others;
  private final VBox othersSection;

  /**
   * @param model what to show
   * @param surroundings words, colours, and where actions go
   */
  public DeviceSheetView(DeviceSheetViewModel model, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.model = model;
    var palette = surroundings.palette();
    TokenPainter tokens = new TokenPainter(palette.getValue());
    head = new DiskRow("disk-head", palette);
    commands = new RowList<>("commands", () -> new CommandRow(tokens, palette));
    thread = new RowList<>("sheet-stacks", () -> new StackRow(palette));
    others = new RowList<>("disks", () -> new DiskRow("disk-row", palette));
    othersSection = section("device.others", others);
    build();
    model.pictureProperty().subscribe(this::show);
  }

  private VBox section(String key, Region... content) {
    Label heading = new Label();
    heading.setId(key.replace('.', '-') + "-head");
    heading.textProperty().bind(surroundings.say(key));
    return Sheet.section(heading, content);
  }

  private void build() {
    getStyleClass().add("device-panel");
    nothing.setId("device-nothing");
    nothing.setWrapText(true);
    nothing.getStyleClass().add(Styles.LABEL);
    nothing.textProperty().bind(surroundings.say("device.nothing"));
    note.setId("device-note");
    note.setWrapText(true);
    note.getStyleClass().addAll(Styles.CAPTION, "disk-note");
    back.setId("device-back");
    back.getStyleClass().setAll("link");
    back.textProperty().bind(surroundings.say("device.back"));
    back.setOnAction(event -> model.choose(-1));
    noCommand.setId("device-no-command");
    noCommand.setWrapText(true);
    noCommand.getStyleClass().add(Styles.CAPTION);
    noCommand.textProperty().bind(surroundings.say("device.no_command"));
    more.setId("device-more");
    more.getStyleClass().add(Styles.CAPTION);
    hostHead.setId("device-host-head");
    VBox top = new VBox(head, note, back);
    top.getStyleClass().add("disk-top");
    sheet.add(top);
    sheet.add(section("device.queue", queue));
    sheet.add(section("device.commands", noCommand, commands, more));
    sheet.add(Sheet.section(hostHead, host));
    sheet.add(section("device.eh", thread, hooks));
    sheet.add(section("device.counters", counters));
    sheet.add(section("device.knobs", knobs));
    sheet.add(othersSection);
    getChildren().addAll(nothing, sheet);
  }

  private void show(DevicePicture now) {
    Sheet.show(nothing, now.device() < 0);
    Sheet.show(sheet, now.device() >= 0);
    head.show("device-head", now.health(), now.title(), now.state());
    note.setText(now.note());
    Sheet.show(back, now.chosen());
    queue.show(now.queue(), FieldRow::show);
    counters.show(now.counters(), FieldRow::show);
    knobs.show(now.knobs(), FieldRow::show);
    hostHead.setText(now.hostTitle());
    host.show(now.host(), FieldRow::show);
    hooks.show(now.hooks(), FieldRow::show);
    thread.show(now.thread().map(List::of).orElse(List.of()), StackRow::show);
    commands.show(
        now.commands(),
        (row, line) -> {
          row.show(line);
          row.onAct(() -> surroundings.send(new Action.Select(line.id())));
        });
    Sheet.show(noCommand, now.commands().isEmpty());
    Sheet.show(more, now.more() > 0);
    more.setText(surroundings.texts().getValue().of("device.more", now.more()));
    others.show(
        now.others(),
        (row, line) -> {
          row.show("device-disk-" + line.name(), line.health(), line.name(), line.state());
          row.onAct(() -> model.choose(line.device()));
        });
    Sheet.show(othersSection, !now.others().isEmpty());
  }
}
