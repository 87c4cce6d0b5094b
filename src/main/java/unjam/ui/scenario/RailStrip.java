package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.scsi.Scope;
import unjam.ui.control.Carry;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.scenario.MachinePicture.HostRow;
import unjam.ui.theme.Role;

/** The panel where there is no room for it: a mark and a word for each thing. */
final class RailStrip extends Region {

  static final double WIDTH = 52;

  private static final double SIDE = 5;
  private static final double TOP = 10;
  private static final double GAP = 10;

  /** What opens a section has more air. */
  private static final double SECTION = 6;

  private final Surroundings surroundings;
  private final Map<Integer, StripCell> hosts = new TreeMap<>();
  private final Map<Integer, StripCell> disks = new TreeMap<>();
  private final List<StripCell> sections = new ArrayList<>();
  private final Region line = RailBody.line();
  private final Consumer<Section> open;
  private MachinePicture machine = MachinePicture.EMPTY;

  /**
   * @param open shows a section in full
   */
  RailStrip(RailViewModel model, Surroundings surroundings, Consumer<Section> open) {
    this.surroundings = surroundings;
    this.open = open;
    setId("rail-strip");
    getStyleClass().add("rail-strip");
    for (Section each : Section.values()) {
      if (each != Section.MACHINE) {
        StripCell cell =
            new StripCell(
                surroundings, (g, colors) -> each.paint(g, colors.of(Role.INK2)),
                () -> open.accept(each));
        cell.setId("strip-" + each.word());
        surroundings.say("rail." + each.word()).subscribe(word -> cell.say(word, word));
        sections.add(cell);
      }
    }
    model.machineProperty().subscribe(this::show);
  }

  private void show(MachinePicture picture) {
    machine = picture;
    List<Node> nodes = new ArrayList<>();
    for (HostRow host : picture.hosts()) {
      StripCell cell = hosts.computeIfAbsent(host.number(), number -> hostCell(host));
      cell.say(host.name(), host.name() + ", " + host.state());
      cell.mark(host.shut());
      nodes.add(cell);
      for (DiskRow disk : host.disks()) {
        StripCell each = disks.computeIfAbsent(disk.device(), device -> diskCell(device));
        each.setId("strip-" + disk.name());
        each.say(disk.name(), disk.name() + ", " + disk.note());
        each.mark(disk.health());
        each.select(disk.selected());
        nodes.add(each);
      }
    }
    nodes.add(line);
    nodes.addAll(sections);
    if (!nodes.equals(getChildren())) {
      getChildren().setAll(nodes);
    }
    requestLayout();
  }

  private StripCell hostCell(HostRow first) {
    StripCell cell =
        new StripCell(
            surroundings,
            (g, colors) ->
                StripCell.gate(
                    g, colors,
                    machine.hosts().stream()
                        .anyMatch(each -> each.number() == first.number() && each.shut())),
            () -> open.accept(Section.MACHINE));
    cell.setId("strip-" + first.name());
    cell.machineWord();
    Carry.onto(
        cell,
        (x, y) -> Optional.of(new Carry.Place(first.name(), new Scope.Host(first.number()))));
    return cell;
  }

  private StripCell diskCell(int device) {
    StripCell cell =
        new StripCell(
            surroundings,
            (g, colors) -> {
              Health health = row(device).map(DiskRow::health).orElse(Health.RUNNING);
              new Glyphs(g)
                  .health(
                      health, StripCell.ICON / 2, StripCell.ICON / 2, 15,
                      colors.of(health.role()), colors.of(Role.SURFACE));
            },
            () -> surroundings.send(new Action.SelectDevice(isSelected(device) ? -1 : device)));
    cell.machineWord();
    Carry.onto(
        cell,
        (x, y) ->
            row(device).map(each -> new Carry.Place(each.name(), new Scope.Lun(each.at()))));
    return cell;
  }

  private Optional<DiskRow> row(int device) {
    return machine.disks().stream().filter(each -> each.device() == device).findFirst();
  }

  private boolean isSelected(int device) {
    return row(device).filter(DiskRow::selected).isPresent();
  }

  @Override
  protected void layoutChildren() {
    double cell = sections.getFirst().prefHeight(-1) + 2;
    double room =
        getHeight() - TOP - 2 * GAP - sections.size() * (cell + SECTION)
            - machine.hosts().size() * (cell + GAP);
    List<DiskRow> shown = shown(Math.max(1, (int) Math.floor(room / cell)));
    double y = TOP;
    for (HostRow host : machine.hosts()) {
      y = put(Objects.requireNonNull(hosts.get(host.number())), y, 0);
      for (DiskRow disk : host.disks()) {
        StripCell each = Objects.requireNonNull(disks.get(disk.device()));
        each.setVisible(shown.contains(disk));
        y = each.isVisible() ? put(each, y, 0) : y;
      }
      y += GAP;
    }
    line.resizeRelocate(SIDE + 4, Math.round(y), getWidth() - 2 * SIDE - 9, 1);
    y += GAP;
    for (StripCell each : sections) {
      y = put(each, y, SECTION);
    }
  }

  /** Those that are not healthy or are selected, then the others, as many as there is room for. */
  private List<DiskRow> shown(int fitting) {
    List<DiskRow> all = machine.disks();
    List<DiskRow> kept = new ArrayList<>();
    all.stream()
        .filter(each -> each.selected() || each.health() != Health.RUNNING)
        .limit(fitting)
        .forEach(kept::add);
    for (DiskRow each : all) {
      if (kept.size() < fitting && !kept.contains(each)) {
        kept.add(each);
      }
    }
    return kept;
  }

  private double put(StripCell cell, double y, double air) {
    double height = cell.prefHeight(-1) + air;
    cell.resizeRelocate(SIDE, Math.round(y), getWidth() - 2 * SIDE - 1, height);
    return y + height + 2;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }
}
