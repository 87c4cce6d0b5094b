package unjam.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.app.Next;
import unjam.app.Session;
import unjam.app.SessionReducer;

/** Holds the session, takes actions, and hands effects on. All on the toolkit's thread. */
public final class FxStore {

  private final ReadOnlyObjectWrapper<Session> session;
  private final Executor thread;
  private Consumer<Effect> effects = effect -> {};

  /**
   * @param first what there is before anything has happened
   * @param thread where actions are worked off
   */
  public FxStore(Session first, Executor thread) {
    session = new ReadOnlyObjectWrapper<>(first);
    this.thread = thread;
  }

  /** Who does what the reducer wants to have done. */
  public void performWith(Consumer<Effect> performer) {
    effects = performer;
  }

  /** Takes an action from any thread. */
  public void send(Action action) {
    thread.execute(() -> work(action));
  }

  private void work(Action action) {
    Next next = SessionReducer.update(session.get(), action);
    session.set(next.session());
    next.effects().forEach(effects);
  }

  public Session session() {
    return session.get();
  }

  public ReadOnlyObjectProperty<Session> sessionProperty() {
    return session.getReadOnlyProperty();
  }
}
