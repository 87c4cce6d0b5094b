package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The function that runs. */
final class SourceTab implements Tab {

  private final SourceViewModel model = new SourceViewModel();
  private final SourceView view;

  SourceTab(Surroundings surroundings) {
    view = new SourceView(model, surroundings.texts());
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
