package unjam.app;

import java.util.List;

/** How a session changes while a sweep goes on; pure. */
final class SweepReducer {

  private SweepReducer() {}

  static Next update(Session session, SweepStep step) {
    Survey now = session.survey();
    return switch (step) {
      case SweepStep.Start start -> start(session, start.wish());
      case SweepStep.Stop stop ->
          now.isRunning()
              ? new Next(session.with(now.stopped()), List.of(new Effect.StopSweep()))
              : Next.of(session);
      case SweepStep.Show show -> Next.of(session.with(now.with(show.figure())));
      case SweepStep.Planned planned ->
          answered(session, planned.request(), now.with(planned.plan()));
      case SweepStep.Went went -> answered(session, went.request(), now.with(went.results()));
      case SweepStep.Ended ended ->
          answered(session, ended.request(), now.ended(ended.results()));
      case SweepStep.Refused refused ->
          answered(session, refused.request(), now.refused(refused.flaws()));
    };
  }

  private static Next start(Session session, SweepWish wish) {
    Document work = session.document();
    if (work == null) {
      return Next.of(session);
    }
    Survey asked = session.survey().asked(wish, work.scenario());
    return new Next(
        session.with(asked),
        List.of(new Effect.Sweep(asked.request(), work.scenario(), wish)));
  }

  private static Next answered(Session session, int request, Survey answer) {
    return Next.of(request == session.survey().request() ? session.with(answer) : session);
  }
}
