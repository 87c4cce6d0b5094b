package unjam.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.app.Frame;
import unjam.app.Look;
import unjam.app.Next;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.SessionReducer;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;

/** A session that does what it is told at once, runs included; without a toolkit. */
public final class Played {

  private final Deque<Action> waiting = new ArrayDeque<>();
  private final SimulationService service =
      new SimulationService(Catalog.ofClassPath(), Runnable::run, waiting::add);
  private Session session = Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH));

  /** Paused at the start of a run. */
  public static Played of(OpenRun run) {
    Played played = new Played();
    played.send(new Action.RunFinished(0, run));
    played.send(new Action.Pause());
    return played;
  }

  /** Does something, and all that follows from it. */
  public void send(Action action) {
    waiting.add(action);
    while (!waiting.isEmpty()) {
      Next next = SessionReducer.update(session, waiting.remove());
      session = next.session();
      for (Effect effect : next.effects()) {
        service.perform(effect);
      }
    }
  }

  public Session session() {
    return session;
  }

  public Frame frame() {
    return session.frame().orElseThrow();
  }
}
