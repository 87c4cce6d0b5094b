package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.app.Action.Grain;
import unjam.app.Action.Step;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.projection.CommandState;
import unjam.scsi.ShostState;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** How a person goes through a run: breakpoints, bookmarks, the end, and runs that change. */
class RouteTest {

  private static final long FRAME = 16_666_667;
  private static final Breakpoint ADDED =
      new Breakpoint.InFunction(KernelFunction.SCSI_EH_SCMD_ADD);
  private static final Breakpoint OFFLINE = new Breakpoint.OfFact(EhFact.Offlined.class);

  private final OpenRun run = Runs.trouble();
  private final Trace trace = run.trace();
  private final Session opened =
      Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
          .after(new Action.RunFinished(0, run));

  private static Session stopping(Session session, Breakpoint at) {
    return session.after(new Action.SetRoute(session.route().stopping(at, true)));
  }

  private static Session playing(Session from) {
    Session now = from;
    for (int i = 0; i < 100_000 && now.playback().playing(); i++) {
      now = now.after(new Action.Tick(FRAME));
    }
    assertThat(now.playback().playing()).as("it stops somewhere").isFalse();
    return now;
  }

  @Test
  void playingStopsExactlyAtABreakpointAtAnyPace() {
    Cursor there = run.steps().next(List.of(ADDED), run.steps().start()).orElseThrow();
    Session stopping = stopping(opened, ADDED);
    for (Pace pace : List.of(Pace.AUTOMATIC, new Pace.Constant(Pace.FASTEST))) {
      Session stopped = playing(stopping.after(new Action.SetPace(pace)));

      assertThat(stopped.playback().at()).as("at %s", pace).isEqualTo(there);
    }
  }

  @Test
  void playingOnGoesToTheNextStopAndThenToTheEnd() {
    Session stopping = stopping(stopping(opened, ADDED),
        new Breakpoint.HostBecomes(ShostState.SHOST_RUNNING));
    Session first = playing(stopping);
    Session second = playing(first.after(new Action.Play()));
    Session third = playing(second.after(new Action.Play()));

    assertThat(trace.function(first.playback().at().seq()))
        .isEqualTo(KernelFunction.SCSI_EH_SCMD_ADD);
    assertThat(second.playback().at().seq())
        .isEqualTo(run.passes().all().getFirst().openSeq());
    assertThat(third.playback().at()).isEqualTo(run.steps().end());
  }

  @Test
  void playingPassesABreakpointThatIsOff() {
    Session off =
        opened.after(new Action.SetRoute(opened.route().stopping(ADDED, false)));

    assertThat(playing(off).playback().at()).isEqualTo(run.steps().end());
  }

  @Test
  void runningToSomethingPausesThereAndBackAgain() {
    Session first = opened.after(new Action.RunTo(ADDED, true));
    Session passed = first.after(new Step(Grain.EVENT, true), new Action.RunOn(false));

    assertThat(first.playback().playing()).isFalse();
    assertThat(trace.fact(first.playback().at().seq())).isInstanceOf(EhFact.EhAdded.class);
    assertThat(passed.frame()).isEqualTo(first.frame());
  }

  @Test
  void runningOnPrefersWhatIsOnToWhatWasRunToLast() {
    Breakpoint timeout = new Breakpoint.CommandBecomes(CommandState.TIMED_OUT);
    Session last = opened.after(new Action.RunTo(ADDED, true), new Action.ToStart());
    Session armed = stopping(last, timeout);

    assertThat(last.route().next()).containsExactly(ADDED);
    assertThat(armed.route().next()).containsExactly(timeout);
    assertThat(armed.after(new Action.RunOn(true)).playback().at().nanos())
        .isLessThan(last.after(new Action.RunOn(true)).playback().at().nanos());
  }

  @Test
  void whatIsNotFoundIsSaidUntilSomethingMoves() {
    Session vain = opened.after(new Action.RunTo(OFFLINE, true));

    assertThat(vain.playback().at()).isEqualTo(opened.playback().at());
    assertThat(vain.playback().playing()).isFalse();
    assertThat(vain.route().missed()).containsExactly(OFFLINE);
    assertThat(vain.after(new Step(Grain.EVENT, true)).route().missed()).isEmpty();
    assertThat(vain.after(new Action.Play()).route().missed()).isEmpty();
  }

  @Test
  void aPlaceHasOneBookmarkAndItsLastName() {
    Cursor late = Cursor.at(trace, 5_000_000_000L);
    Route route =
        opened.route()
            .with(new Bookmark(late, ""))
            .with(new Bookmark(Cursor.at(trace, 1_000_000_000L), "first"))
            .with(new Bookmark(late, "gate"));

    assertThat(route.bookmarks()).extracting(Bookmark::name).containsExactly("first", "gate");
    assertThat(route.without(new Bookmark(late, "")).bookmarks()).hasSize(1);
  }

  @Test
  void aBookmarkBetweenTwoEventsOfAnInstantIsFoundExactly() {
    int seq = 1;
    while (trace.nanos(seq) == 0 || trace.nanos(seq) != trace.nanos(seq + 1)) {
      seq++;
    }
    Cursor between = Cursor.after(trace, seq);
    Session there = opened.after(new Action.Pause(), new Action.GoTo(between));

    assertThat(there.playback().at()).isEqualTo(between);
    assertThat(there.frame()).isNotEqualTo(
        opened.after(new Action.Pause(), new Action.JumpTo(between.nanos())).frame());
  }

  @Test
  void aPlaceThatARunDoesNotHaveIsTheNearestOne() {
    assertThat(opened.after(new Action.GoTo(new Cursor(-3, trace.size() + 7))).playback().at())
        .isEqualTo(Cursor.at(trace, 0));
    assertThat(
            opened.after(new Action.GoTo(new Cursor(Long.MAX_VALUE, 0))).playback().at())
        .isEqualTo(run.steps().end());
  }

  @Test
  void withReducedMotionASilenceIsCutOutInsteadOfGlidedOver() {
    Session still =
        opened.after(new Action.SetLook(opened.look().withStill(true)));
    while (still.playback().playing()) {
      still = still.after(new Action.Tick(FRAME));
      long now = still.playback().at().nanos();

      assertThat(run.pace().glides())
          .noneMatch(glide -> glide.from() < now && now < glide.to());
    }
    assertThat(still.playback().at()).isEqualTo(run.steps().end());
  }

  @Test
  void reducedMotionTakesNoLongerAndNoLess() {
    Session gliding = opened;
    Session still = opened.after(new Action.SetLook(opened.look().withStill(true)));
    int glided = 0;
    int stood = 0;
    for (; gliding.playback().playing(); glided++) {
      gliding = gliding.after(new Action.Tick(FRAME));
    }
    for (; still.playback().playing(); stood++) {
      still = still.after(new Action.Tick(FRAME));
    }

    assertThat(Math.abs(glided - stood)).as("frames").isLessThan(60);
  }
}
