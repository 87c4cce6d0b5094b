package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The kernel log. */
final class LogTab implements Tab {

  private final LogViewModel model = new LogViewModel();
  private final LogView view;

  LogTab(Surroundings surroundings) {
    view = new LogView(model, surroundings);
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
