package unjam.app;

import java.util.List;
import java.util.function.UnaryOperator;
import unjam.playback.Cursor;
import unjam.playback.Playback;
import unjam.playback.Steps;

/** How the session changes; pure. */
public final class SessionReducer {

  private SessionReducer() {}

  public static Next update(Session session, Action action) {
    return switch (action) {
      case Action.Open open -> {
        Session asking = session.asking(open.scenario());
        yield new Next(asking, List.of(new Effect.Run(asking.request(), open.scenario())));
      }
      case Action.RunFinished finished -> Next.of(
          finished.request() == session.request() ? session.showing(finished.run()) : session);
      case Action.RunFailed failed -> Next.of(
          failed.request() == session.request() ? session.failed(failed.message()) : session);
      case Action.Tick tick -> Next.of(tick(session, tick.wallNanos()));
      case Action.Play play -> Next.of(play(session));
      case Action.Pause pause -> Next.of(session.with(session.playback().paused()));
      case Action.TogglePlay toggle -> Next.of(
          session.playback().playing()
              ? session.with(session.playback().paused())
              : play(session));
      case Action.Step step -> Next.of(step(session, step));
      case Action.JumpTo jump -> Next.of(
          move(session, false, run -> at -> Cursor.at(run.trace(), jump.nanos())));
      case Action.ToStart start -> Next.of(move(session, true, run -> at -> run.steps().start()));
      case Action.ToEnd end -> Next.of(move(session, true, run -> at -> run.steps().end()));
      case Action.Replay again -> Next.of(
          play(move(session, true, run -> at -> run.steps().start())));
      case Action.SetPace set -> Next.of(session.with(session.playback().with(set.pace())));
      case Action.Faster faster -> Next.of(
          session.with(session.playback().with(session.playback().pace().faster())));
      case Action.Slower slower -> Next.of(
          session.with(session.playback().with(session.playback().pace().slower())));
      case Action.Select select -> Next.of(session.selecting(select.command()));
      case Action.SetLook set -> Next.of(session.with(set.look()));
    };
  }

  /** What moves the playhead of an open run. */
  private interface Move {
    UnaryOperator<Cursor> in(OpenRun run);
  }

  private static Session move(Session session, boolean pause, Move move) {
    return session
        .open()
        .map(
            run -> {
              Playback moved =
                  session.playback().moved(move.in(run).apply(session.playback().at()));
              return session.with(pause ? moved.paused() : moved);
            })
        .orElse(session);
  }

  private static Session tick(Session session, long wallNanos) {
    return session
        .open()
        .map(
            run ->
                session.with(session.playback().ticked(wallNanos, run.pace(), run.trace())))
        .orElse(session);
  }

  private static Session play(Session session) {
    return session
        .open()
        .map(
            run -> {
              Playback now = session.playback();
              boolean over = now.at().nanos() >= run.trace().endNanos();
              return session.with((over ? now.moved(run.steps().start()) : now).started());
            })
        .orElse(session);
  }

  private static Session step(Session session, Action.Step step) {
    return move(session, true, run -> at -> stepped(run.steps(), session, step, at));
  }

  private static Cursor stepped(Steps steps, Session session, Action.Step step, Cursor at) {
    boolean on = step.forwards();
    return switch (step.grain()) {
      case EVENT -> on ? steps.nextEvent(at) : steps.previousEvent(at);
      case FUNCTION -> on ? steps.nextFunction(at) : steps.previousFunction(at);
      case MARK -> on ? steps.nextMark(at) : steps.previousMark(at);
      case COMMAND -> {
        int command =
            session.selection() >= 0 ? session.selection() : steps.commandAt(at).orElse(-1);
        if (command < 0) {
          yield on ? steps.nextEvent(at) : steps.previousEvent(at);
        }
        yield on ? steps.nextOf(command, at) : steps.previousOf(command, at);
      }
    };
  }
}
