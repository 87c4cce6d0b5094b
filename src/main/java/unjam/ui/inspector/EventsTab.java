package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The events. */
final class EventsTab implements Tab {

  private final EventsViewModel model = new EventsViewModel();
  private final EventsView view;

  EventsTab(Surroundings surroundings) {
    view = new EventsView(model, surroundings);
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
