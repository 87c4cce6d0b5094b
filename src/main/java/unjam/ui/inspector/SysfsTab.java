package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The files of sysfs. */
final class SysfsTab implements Tab {

  private final SysfsViewModel model = new SysfsViewModel();
  private final SysfsView view;

  SysfsTab(Surroundings surroundings) {
    view = new SysfsView(model, surroundings);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Session session, Frame frame, Texts texts) {
    model.show(frame, texts);
  }
}
