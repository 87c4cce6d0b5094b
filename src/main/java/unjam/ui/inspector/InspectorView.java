package unjam.ui.inspector;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Frame;
import unjam.app.Panel;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * The panel on the right: what an administrator would have at the playhead, and what none has. The
 * first tabs have heads of their own, the others are in a menu.
 */
public final class InspectorView extends VBox {

  private static final double WIDTH = 260;
  private static final double WIDTH_WIDE = 368;

  private final Surroundings surroundings;
  private final Map<Panel, Tab> tabs = new EnumMap<>(Panel.class);
  private final TabHead head;
  private Desk desk = Desk.FIRST;

  public InspectorView(Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("inspector");
    getStyleClass().add("inspector");
    head =
        new TabHead(
            Tabs.SHOWN, surroundings,
            panel -> surroundings.send(new Action.SetDesk(desk.with(panel))));
    getChildren().add(head);
  }

  private boolean isWide() {
    return Styles.isWide(this);
  }

  /** Shows an instant in the tab that is chosen. */
  public void show(Session session, Frame frame, Texts texts) {
    Tab tab = tabs.computeIfAbsent(
        session.desk().panel(), panel -> Tabs.of(panel, surroundings));
    Node view = tab.view();
    if (!session.desk().equals(desk) || !getChildren().contains(view)) {
      desk = session.desk();
      head.show(desk.panel());
      VBox.setVgrow(view, Priority.ALWAYS);
      getChildren().setAll(head, view);
    }
    head.only(
        panel ->
            session
                .inLesson()
                .filter(it -> it.refuses(session, new Action.SetDesk(desk.with(panel))))
                .isEmpty());
    tab.show(session, frame, texts);
  }

  @Override
  protected double computePrefWidth(double height) {
    return isWide() ? WIDTH_WIDE : WIDTH;
  }
}
