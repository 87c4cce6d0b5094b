package unjam.ui.inspector;

import javafx.scene.Node;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.text.Texts;

/**
 * One thing that the panel on the right can show: made when it is first shown, told of an instant
 * only while it is shown.
 */
interface Tab {

  /** What is seen; the same node every time. */
  Node view();

  /** Shows an instant. */
  void show(Session session, Frame frame, Texts texts);
}
