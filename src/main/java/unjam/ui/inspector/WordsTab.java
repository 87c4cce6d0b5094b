package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/** The run in words. */
final class WordsTab implements Tab {

  private final WordsViewModel model = new WordsViewModel();
  private final WordsView view;

  WordsTab(Surroundings surroundings) {
    view = new WordsView(model, surroundings);
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
