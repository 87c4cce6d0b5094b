package unjam.app;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.playback.Playback;
import unjam.playback.Steps;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;

/** How the session changes; pure. */
public final class SessionReducer {

  private SessionReducer() {}

  public static Next update(Session session, Action action) {
    return LessonGate.refuses(session, action) ? Next.of(session) : taken(session, action);
  }

  private static Next taken(Session session, Action action) {
    return switch (action) {
      case Action.Open open -> {
        Session asking = session.asking();
        yield new Next(asking, List.of(new Effect.Run(asking.request(), open.scenario())));
      }
      case Action.OpenFile open -> {
        Session asking = session.asking();
        yield new Next(asking, List.of(new Effect.RunFile(asking.request(), open.file())));
      }
      case Action.RunFinished finished ->
          finished.request() == session.request()
              ? opened(session, finished)
              : Next.of(session);
      case Action.Reran finished ->
          finished.request() == session.request()
              ? studying(session.continuing(finished.run()), finished.run())
              : Next.of(session);
      case Action.Studied studied -> Next.of(
          studied.request() == session.request() ? session.with(studied.findings()) : session);
      case Action.RunFailed failed -> Next.of(
          failed.request() == session.request()
              ? session.complaining(failed.problems())
              : session);
      case Action.Complain complain -> Next.of(session.complaining(complain.problems()));
      case Action.DismissProblems dismiss -> Next.of(session.complaining(List.of()));
      case Action.Intervene done -> change(session, with(done.interventions()));
      case Action.Change change -> change(session, work -> work.changed(change.scenario()));
      case Action.Recover recover -> rerun(session, recover.work());
      case Action.Fork fork -> Next.of(fork(session));
      case Action.Compare compare -> compare(session);
      case Action.Try tried -> tried(session, tried.settings());
      case Action.InLesson in -> LessonReducer.update(session, in.move());
      case Action.Sweeping sweeping -> SweepReducer.update(session, sweeping.step());
      case Action.RivalRan ran -> Next.of(
          ran.request() == session.request() ? session.beside(ran.rival()) : session);
      case Action.DropRival drop -> Next.of(session.without(drop.rival()));
      case Action.Undo undo ->
          session.canUndo() ? change(session, Document::undone) : Next.of(session);
      case Action.Redo redo ->
          session.canRedo() ? change(session, Document::redone) : Next.of(session);
      case Action.Save save -> new Next(
          session,
          session.work().stream()
              .map(work -> (Effect) new Effect.Save(save.file(), work.scenario()))
              .toList());
      case Action.Saved saved -> Next.of(
          session.work()
              .map(work -> session.with(work.saved(saved.file(), saved.scenario())))
              .orElse(session));
      case Action.SaveFailed failed ->
          Next.of(session.complaining(List.of(failed.problem())));
      case Action.KeepPolicy keep ->
          new Next(session, List.of(new Effect.KeepPolicy(keep.policy())));
      case Action.PoliciesKept kept -> Next.of(session.keeping(kept.policies()));
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
      case Action.GoTo go -> Next.of(
          move(session, false, run -> at -> go.place().within(run.trace())));
      case Action.RunTo to -> Next.of(
          run(session.with(session.route().with(to.target())), List.of(to.target()),
              to.forwards()));
      case Action.RunOn on -> Next.of(run(session, session.route().next(), on.forwards()));
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
      case Action.SelectDevice select -> Next.of(session.selectingDevice(select.device()));
      case Action.Hover hover -> Next.of(
          session.with(session.desk().hovering(hover.command())));
      case Action.SetRoute set -> Next.of(session.with(set.route()));
      case Action.SetDesk set -> Next.of(arranged(session, set.desk()));
      case Action.SetMarker set -> Next.of(
          marking(session, session.desk().time().with(set.marker(), set.nanos())));
      case Action.MarkHere here -> Next.of(markHere(session, here.marker()));
      case Action.SetLook set -> Next.of(session.with(set.look()));
    };
  }

  /** This run is kept as it is; whatever is done from here on makes another one. */
  private static Session fork(Session session) {
    return session.open().map(run -> forked(session, run)).orElse(session);
  }

  private static Session forked(Session session, OpenRun run) {
    return isKept(session, run)
        ? session.with(session.desk().with(View.COMPARE))
        : session
            .beside(new Rival(Rival.Kind.FORK, "", "", run))
            .with(session.playback().paused());
  }

  private static boolean isKept(Session session, OpenRun run) {
    return session.rivals().stream()
        .anyMatch(each -> each.run().timeline() == run.timeline());
  }

  private static Next tried(Session session, List<String> settings) {
    return new Next(
        session,
        session.work().stream()
            .map(
                work ->
                    (Effect)
                        new Effect.RunVariant(session.request(), work.scenario(), settings))
            .toList());
  }

  /** Futures that are kept are shown; if there is none, that under another policy is made. */
  private static Next compare(Session session) {
    Document work = session.document();
    if (work == null || session.open().isEmpty()) {
      return Next.of(session);
    }
    Session shown = session.with(session.desk().with(View.COMPARE));
    return session.rivals().isEmpty()
        ? new Next(shown, List.of(new Effect.RunRival(session.request(), work.scenario())))
        : Next.of(shown);
  }

  /** What shows whole runs stands still. */
  private static Session arranged(Session session, Desk desk) {
    boolean comes = desk.view() == View.SWEEP && session.desk().view() != View.SWEEP;
    Session shown = session.with(desk);
    return comes ? shown.with(shown.playback().paused()) : shown;
  }

  private static Session marking(Session session, TimeDesk time) {
    return session.with(session.desk().with(time));
  }

  private static Session markHere(Session session, Marker marker) {
    TimeDesk time = session.desk().time();
    if (session.open().isEmpty()) {
      return session;
    }
    long now = session.playback().at().nanos();
    return marking(session, time.with(marker, time.at(marker) == now ? -1 : now));
  }

  /** What takes longer to find out is looked for while the run is shown already. */
  private static Next studying(Session session, OpenRun run) {
    return new Next(session, List.of(new Effect.Study(session.request(), run)));
  }

  /** A sweep of what was open before is of no use any more. */
  private static Next opened(Session session, Action.RunFinished finished) {
    OpenRun run = finished.run();
    Session opened =
        session
            .showing(run, Document.opened(run.scenario(), finished.file()))
            .with(session.survey().elsewhere());
    Effect study = new Effect.Study(session.request(), run);
    return new Next(
        opened,
        session.survey().isRunning()
            ? List.of(new Effect.StopSweep(), study)
            : List.of(study));
  }

  private static UnaryOperator<Document> with(List<Intervention> interventions) {
    return work -> {
      Scenario scenario = work.scenario();
      for (Intervention each : interventions) {
        scenario = scenario.with(each);
      }
      return work.changed(Horizon.reaching(scenario, interventions));
    };
  }

  /** Another scenario is another run. */
  private static Next change(Session session, UnaryOperator<Document> change) {
    Document before = session.document();
    if (before == null) {
      return Next.of(session);
    }
    Document after = change.apply(before);
    return after == before ? Next.of(session) : rerun(session, after);
  }

  private static Next rerun(Session session, Document work) {
    Session asking = session.asking().with(work);
    return new Next(
        asking, List.of(new Effect.Rerun(asking.request(), work.scenario())));
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
    return session.open().map(run -> ticked(session, run, wallNanos)).orElse(session);
  }

  /** Playing goes on to wherever the time leads, or to the first breakpoint on the way. */
  private static Session ticked(Session session, OpenRun run, long wallNanos) {
    Playback before = session.playback();
    Playback after =
        before.ticked(wallNanos, run.pace(), run.trace(), session.look().still());
    List<Breakpoint> armed = session.route().armed();
    return session.with(
        armed.isEmpty() || after == before
            ? after
            : run.steps()
                .between(armed, before.at(), after.at())
                .map(stop -> after.moved(stop).paused())
                .orElse(after));
  }

  private static Session run(Session session, List<Breakpoint> to, boolean forwards) {
    return session.open().map(run -> ran(session, run.steps(), to, forwards)).orElse(session);
  }

  private static Session ran(
      Session session, Steps steps, List<Breakpoint> to, boolean forwards) {
    Playback paused = session.playback().paused();
    Cursor at = paused.at();
    Optional<Cursor> stop = forwards ? steps.next(to, at) : steps.previous(to, at);
    Session moved = session.with(stop.map(paused::moved).orElse(paused));
    return stop.isPresent() ? moved : moved.with(moved.route().missing(to));
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
      case COMMAND -> session.selection() >= 0
          ? of(steps, session.selection(), on, at)
          : ofWhateverIsThere(steps, on, at);
    };
  }

  private static Cursor of(Steps steps, int command, boolean on, Cursor at) {
    return on ? steps.nextOf(command, at) : steps.previousOf(command, at);
  }

  /** With the command that the last event was about; where it has no more, with any other. */
  private static Cursor ofWhateverIsThere(Steps steps, boolean on, Cursor at) {
    Cursor same = steps.commandAt(at).map(command -> of(steps, command, on, at)).orElse(at);
    return same.equals(at) ? steps.toAnyCommand(on, at) : same;
  }
}
