package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** One disk and its host. */
final class DeviceTab implements Tab {

  private final DeviceSheetViewModel model = new DeviceSheetViewModel();
  private final DeviceSheetView view;

  DeviceTab(Surroundings surroundings) {
    view = new DeviceSheetView(model, surroundings);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Session session, Frame frame, Texts texts) {
    model.show(frame, session.selection(), texts);
  }
}
