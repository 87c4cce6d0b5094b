package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unjam.app.Frame;
import unjam.app.PolicyBoard;
import unjam.app.Session;
import unjam.catalog.Catalog;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.scenario.Policy;
import unjam.scsi.Scope;
import unjam.ui.text.Texts;

/** What the panel on the left shows, and what a click there would do. */
public final class RailViewModel {

  private final ReadOnlyObjectWrapper<MachinePicture> machine =
      new ReadOnlyObjectWrapper<>(MachinePicture.EMPTY);
  private final ReadOnlyObjectWrapper<PolicyPicture> policy =
      new ReadOnlyObjectWrapper<>(PolicyPicture.EMPTY);
  private final List<Policy> supplied;
  private boolean onlySelected;

  /**
   * @param supplied bundles of settings that come with the application
   */
  public RailViewModel(List<Policy> supplied) {
    this.supplied = List.copyOf(supplied);
  }

  /** With the bundles of the application's own catalog. */
  static RailViewModel ofCatalog() {
    Catalog catalog = Catalog.ofClassPath();
    return new RailViewModel(
        catalog.policies().stream().flatMap(name -> catalog.policy(name).stream()).toList());
  }

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    machine.set(MachineReader.picture(session, frame, texts));
    Scope scope = scope(session, frame);
    policy.set(
        PolicyReading.picture(
            PolicyBoard.of(frame.state(), scope),
            PolicyReading.words(scope, disk(scope, frame), texts), supplied, session.policies(), "",
            texts));
  }

  /** All disks, those of the selected one's host, or the selected one alone. */
  private Scope scope(Session session, Frame frame) {
    Optional<DeviceView> selected = selected(session, frame);
    if (onlySelected && selected.isPresent()) {
      return new Scope.Lun(selected.get().at());
    }
    if (frame.state().hosts().size() == 1) {
      return new Scope.Host(frame.state().hosts().getFirst().number());
    }
    return selected
        .map(each -> (Scope) new Scope.Host(each.host()))
        .orElseGet(Scope.Machine::new);
  }

  private static String disk(Scope scope, Frame frame) {
    return frame.state().devices().stream()
        .filter(each -> scope.equals(new Scope.Lun(each.at())))
        .findFirst()
        .map(DeviceView::disk)
        .orElse("");
  }

  /** The disk that is selected, itself or by one of its commands. */
  static Optional<DeviceView> selected(Session session, Frame frame) {
    int device =
        session.device() >= 0
            ? session.device()
            : frame.state().command(session.selection()).map(CommandView::device).orElse(-1);
    return frame.state().device(device);
  }

  ReadOnlyObjectProperty<MachinePicture> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<PolicyPicture> policyProperty() {
    return policy.getReadOnlyProperty();
  }
}
