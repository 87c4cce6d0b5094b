package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The figures. */
final class FiguresTab implements Tab {

  private final FiguresViewModel model = new FiguresViewModel();
  private final FiguresView view;

  FiguresTab(Surroundings surroundings) {
    view = new FiguresView(model, surroundings);
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
