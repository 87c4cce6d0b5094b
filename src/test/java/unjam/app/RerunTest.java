package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.app.Action.Grain;
import unjam.app.Action.Step;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** The player at the end of a run, from its start again, and while the run becomes another one. */
class RerunTest {

  private static final long FRAME = 16_666_667;
  private static final long SECOND = 1_000_000_000L;

  private final OpenRun run = Runs.trouble();
  private final Trace trace = run.trace();
  private final Session opened =
      Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
          .after(new Action.RunFinished(0, run));

  private static OpenRun run(Scenario scenario) {
    return OpenRun.of(scenario, Simulation.run(scenario).trace());
  }

  private OpenRun endingAt(long nanos) {
    return run(run.scenario().withUntil(SimTime.ofNanos(nanos)));
  }

  private OpenRun withTimeout(long at) {
    return run(
        run.scenario()
            .with(
                new Intervention.KnobWritten(
                    new When.At(SimTime.ofNanos(at)), Knob.TIMEOUT,
                    new Scope.Lun(new Hctl(0, 0, 0, 0)), "1")));
  }

  private static Session rerun(Session before, OpenRun next) {
    Session asking = before.after(new Action.Change(next.scenario()));
    return asking.after(new Action.Reran(asking.request(), next));
  }

  private Session nearTheEnd() {
    return opened.after(
        new Action.SetPace(new Pace.Constant(SECOND)),
        new Action.JumpTo(trace.endNanos() - FRAME / 2), new Action.Play());
  }

  @Test
  void aTickAcrossTheEndStopsThereAndMoreTicksChangeNothing() {
    Session over = nearTheEnd().after(new Action.Tick(FRAME));

    assertThat(over.playback().playing()).isFalse();
    assertThat(over.playback().at()).isEqualTo(run.steps().end());
    assertThat(over.frame()).isEqualTo(opened.after(new Action.ToEnd()).frame());
    assertThat(over.after(new Action.Tick(FRAME), new Action.Tick(FRAME))).isSameAs(over);
    assertThat(over.after(new Step(Grain.EVENT, true)).playback().at())
        .isEqualTo(run.steps().end());
  }

  @Test
  void playingAtTheEndBeginsAgainAndSoDoesReplayAnywhere() {
    Session again = opened.after(new Action.ToEnd(), new Action.Play());
    Session replay = opened.after(new Action.JumpTo(5 * SECOND), new Action.Replay());

    for (Session each : new Session[] {again, replay}) {
      assertThat(each.playback().at()).isEqualTo(run.steps().start());
      assertThat(each.playback().playing()).isTrue();
    }
    assertThat(replay.after(new Action.Tick(FRAME)).frame())
        .isEqualTo(again.after(new Action.Tick(FRAME)).frame());
  }

  @Test
  void playingGoesOnInTheOtherRunFromTheSameInstant() {
    Session playing = opened.after(new Action.JumpTo(2 * SECOND));
    Session other = rerun(playing, withTimeout(50 * SECOND));

    assertThat(other.playback().playing()).isTrue();
    assertThat(other.playback().at()).isEqualTo(playing.playback().at());
    assertThat(other.after(new Action.Tick(FRAME)).playback().at().nanos())
        .isGreaterThan(2 * SECOND);
  }

  @Test
  void playingGoesOnWhileTheOtherRunIsMade() {
    Session playing = opened.after(new Action.JumpTo(2 * SECOND));
    OpenRun next = withTimeout(2 * SECOND);
    Session asking = playing.after(new Action.Change(next.scenario()));
    Session later = asking.after(new Action.Tick(FRAME), new Action.Tick(FRAME));
    Session other = later.after(new Action.Reran(later.request(), next));

    assertThat(later.open()).contains(run);
    assertThat(later.playback().at().nanos()).isGreaterThan(2 * SECOND);
    assertThat(other.playback().at().nanos()).isEqualTo(later.playback().at().nanos());
    assertThat(other.playback().playing()).isTrue();
  }

  @Test
  void aRunThatEndsEarlierShowsItsEnd() {
    OpenRun shorter = endingAt(3 * SECOND);
    Session paused = opened.after(new Action.Pause(), new Action.JumpTo(20 * SECOND));
    Session playing = opened.after(new Action.JumpTo(20 * SECOND));

    assertThat(rerun(paused, shorter).playback().at()).isEqualTo(shorter.steps().end());
    Session over = rerun(playing, shorter).after(new Action.Tick(FRAME));
    assertThat(over.playback().playing()).isFalse();
    assertThat(over.playback().at()).isEqualTo(shorter.steps().end());
  }

  /** The past is the same: between the same two events of an instant one still stands there. */
  @Test
  void thePlaceBetweenTwoEventsIsKept() {
    int seq = run.steps().start().seq() + 1;
    while (trace.nanos(seq) == 0 || trace.nanos(seq) != trace.nanos(seq + 1)) {
      seq++;
    }
    Cursor between = Cursor.after(trace, seq);
    Session there = opened.after(new Action.Pause(), new Action.GoTo(between));
    Session other = rerun(there, withTimeout(50 * SECOND));

    assertThat(other.playback().at()).isEqualTo(between);
    assertThat(other.frame().orElseThrow().state())
        .isEqualTo(there.frame().orElseThrow().state());
  }

  @Test
  void theStartStaysTheStart() {
    Session start = opened.after(new Action.ToStart());
    OpenRun other = withTimeout(0);

    assertThat(rerun(start, other).playback().at()).isEqualTo(other.steps().start());
  }

  @Test
  void bookmarksAndBreakpointsComeAlong() {
    Cursor early = Cursor.at(trace, 2 * SECOND);
    Cursor late = Cursor.at(trace, 20 * SECOND);
    Breakpoint added = new Breakpoint.InFunction(KernelFunction.SCSI_EH_SCMD_ADD);
    Session marked =
        opened.after(
            new Action.SetRoute(
                opened.route()
                    .with(new Bookmark(early, "early"))
                    .with(new Bookmark(late, "late"))
                    .stopping(added, true)
                    .stopping(new Breakpoint.OnDevice(2), true)));
    OpenRun shorter = endingAt(3 * SECOND);
    Route route = rerun(marked, shorter).route();

    assertThat(route.bookmarks())
        .containsExactly(
            new Bookmark(early, "early"), new Bookmark(shorter.steps().end(), "late"));
    assertThat(route.armed()).containsExactly(added, new Breakpoint.OnDevice(2));
  }

  @Test
  void anotherScenarioHasOtherPlacesAndOtherDisks() {
    Breakpoint added = new Breakpoint.InFunction(KernelFunction.SCSI_EH_SCMD_ADD);
    Session marked =
        opened.after(
            new Action.SetRoute(
                opened.route()
                    .with(new Bookmark(opened.playback().at(), "here"))
                    .stopping(added, true)
                    .stopping(new Breakpoint.OnDevice(2), true)),
            new Action.RunTo(new Breakpoint.OnDevice(1), true));
    Session asking = marked.after(new Action.Open("other"));
    Route route =
        asking.after(new Action.RunFinished(asking.request(), run, Optional.empty())).route();

    assertThat(route.bookmarks()).isEmpty();
    assertThat(route.armed()).containsExactly(added);
    assertThat(route.target()).isEqualTo(Route.FIRST.target());
  }
}
