package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The processes. */
final class ProcessesTab implements Tab {

  private final ProcessesViewModel model = new ProcessesViewModel();
  private final ProcessesView view;

  ProcessesTab(Surroundings surroundings) {
    view = new ProcessesView(model, surroundings);
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
