package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.scsi.Scope;
import unjam.ui.control.Carry;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.scenario.MachinePicture.HostRow;
import unjam.ui.theme.Styles;

/** Hosts with the disks behind them, and how each of them is. */
final class MachineTree extends VBox {

  static final PseudoClass SHUT = PseudoClass.getPseudoClass("shut");

  private final Surroundings surroundings;
  private final Map<Integer, HostHead> hosts = new TreeMap<>();
  private final Map<Integer, DiskRowView> disks = new TreeMap<>();
  private final Label head = new Label();

  MachineTree(RailViewModel model, Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("rail-machine");
    head.getStyleClass().add("rail-head");
    head.textProperty().bind(surroundings.say("rail.machine"));
    model.machineProperty().subscribe(this::show);
  }

  /** A host's line above its disks. */
  private final class HostHead extends HBox {
    private final Label state = new Label();
    private final Label more = new Label();

    HostHead(HostRow host) {
      setId("rail-" + host.name());
      getStyleClass().add("rail-host");
      Label name = new Label(host.name());
      name.getStyleClass().addAll(Styles.NUMBER, "name");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      state.getStyleClass().add("state-pill");
      more.getStyleClass().addAll(Styles.CAPTION, "rail-more");
      getChildren().addAll(name, gap, state);
      Carry.onto(
          this,
          (x, y) -> Optional.of(new Carry.Place(host.name(), new Scope.Host(host.number()))));
    }

    void show(HostRow host) {
      state.setText(host.state());
      state.pseudoClassStateChanged(SHUT, host.shut());
      more.setText(surroundings.texts().getValue().of("rail.more_disks", host.hidden()));
    }
  }

  private void show(MachinePicture picture) {
    List<Node> rows = new ArrayList<>(List.of(head));
    for (HostRow host : picture.hosts()) {
      HostHead row = hosts.computeIfAbsent(host.number(), number -> new HostHead(host));
      row.show(host);
      rows.add(row);
      for (DiskRow disk : host.disks()) {
        DiskRowView view =
            disks.computeIfAbsent(
                disk.device(), device -> new DiskRowView(disk, surroundings));
        view.show(disk, disk == host.disks().getLast());
        rows.add(view);
      }
      if (host.hidden() > 0) {
        rows.add(row.more);
      }
    }
    if (!rows.equals(getChildren())) {
      getChildren().setAll(rows);
    }
  }
}
