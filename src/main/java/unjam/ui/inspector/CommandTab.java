package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** One command: the one that a person follows, or the one that the picture is about. */
final class CommandTab implements Tab {

  private final CommandSheetViewModel model = new CommandSheetViewModel();
  private final CommandSheetView view;

  CommandTab(Surroundings surroundings) {
    view = new CommandSheetView(model, surroundings);
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
