package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** What holds in every run. */
final class ChecksTab implements Tab {

  private final ChecksViewModel model = new ChecksViewModel();
  private final ChecksView view;

  ChecksTab(Surroundings surroundings) {
    view = new ChecksView(model, surroundings);
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
