package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.app.Action.Grain;
import unjam.app.Action.Step;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.projection.StackState;
import unjam.trace.Trace;

/** Step back is exact, and nothing but the place decides what one sees there: see {@link Ways}. */
class SamePlaceTest {

  private static final int INSTANTS = 24;

  private static Session go(Session from, List<Action> way) {
    return from.after(way.toArray(Action[]::new));
  }

  private static Frame frame(Session session) {
    return session.frame().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed-slow-disk", "two-hosts", "every-reset-fails", "growing-slow", "start-unit",
        "zombie-disk", "bad-sector", "knob-mid-flight"
      })
  void playingThereAndJumpingThereAreTheSame(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 11);
    for (long instant : ways.instants(INSTANTS)) {
      Session jumped = go(ways.opened(), ways.jump(instant));
      Session played = go(ways.opened(), ways.play(instant));

      assertThat(jumped.playback().at()).isEqualTo(Cursor.at(run.trace(), instant));
      assertThat(frame(played)).as("at %d", instant).isEqualTo(frame(jumped));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed-slow-disk", "two-hosts", "every-reset-fails", "growing-slow", "start-unit",
        "zombie-disk", "bad-sector", "knob-mid-flight"
      })
  void steppingToAnEventBothWaysAndJumpingToItsInstantAreTheSame(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 12);
    for (long instant : ways.instants(INSTANTS)) {
      Cursor last = Cursor.after(run.trace(), Math.max(
          run.steps().start().seq(), run.trace().seqAt(instant)));
      Session jumped = go(ways.opened(), ways.jump(last.nanos()));

      assertThat(frame(go(ways.opened(), ways.step(last)))).as("at %s", last)
          .isEqualTo(frame(jumped));
      assertThat(frame(go(ways.opened(), ways.stepBack(last, 50)))).as("back to %s", last)
          .isEqualTo(frame(jumped));
    }
  }

  /** Between two events of an instant only steps, breakpoints and bookmarks can stand. */
  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "many-stuck"})
  void betweenTwoEventsOfAnInstantEveryWayThereIsTheSame(String scenario) {
    OpenRun run = Ways.run(scenario);
    Trace trace = run.trace();
    Ways ways = new Ways(run, 13);
    int found = 0;
    for (int seq = run.steps().start().seq() + 1; seq < trace.size() - 1 && found < 30; seq++) {
      if (trace.nanos(seq) != trace.nanos(seq + 1)) {
        continue;
      }
      found++;
      Cursor between = Cursor.after(trace, seq);
      Session stepped = go(ways.opened(), ways.step(between));
      Session back = go(ways.opened(), ways.stepBack(between, 7));
      Session gone = ways.opened().after(new Action.GoTo(between));

      assertThat(frame(stepped).state().seq()).isEqualTo(seq);
      assertThat(frame(back)).isEqualTo(frame(stepped));
      assertThat(frame(gone)).isEqualTo(frame(stepped));
      assertThat(frame(go(stepped, ways.jump(between.nanos()))).state().seq())
          .isGreaterThan(seq);
    }
    assertThat(found).as("instants with several events").isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "zombie-disk", "knob-mid-flight"})
  void playingToABreakpointAndRunningToItAreTheSame(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 14);
    for (Route.Stop each : Route.FIRST.stops()) {
      Breakpoint at = each.at();
      Optional<Cursor> first = run.steps().next(List.of(at), run.steps().start());
      if (first.isEmpty()) {
        continue;
      }
      Session playing =
          ways.opened().after(
              new Action.SetRoute(Route.FIRST.stopping(at, true)), new Action.Play());
      while (playing.playback().playing()) {
        playing = playing.after(new Action.Tick(90_000_000));
      }
      assertThat(frame(playing)).as("%s", at)
          .isEqualTo(frame(ways.opened().after(new Action.RunTo(at, true))));
      assertThat(playing.playback().at()).isEqualTo(first.get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "growing-slow", "start-unit"})
  void whateverHappenedBeforeDoesNotMatter(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 15);
    for (long instant : ways.instants(INSTANTS)) {
      Session wandered = go(go(ways.opened(), ways.wander()), ways.jump(instant));
      Session jumped = go(ways.opened(), ways.jump(instant));

      assertThat(frame(wandered)).isEqualTo(frame(jumped));
      assertThat(wandered.desk()).isEqualTo(jumped.desk());
    }
  }

  /** A function may have been entered in its middle, and is left where it began. */
  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "every-reset-fails", "start-unit"})
  void aStepBackUndoesAStepOfTheSameGrain(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 16);
    for (long instant : ways.instants(INSTANTS)) {
      for (Grain grain : List.of(Grain.EVENT, Grain.COMMAND, Grain.MARK)) {
        Session from =
            go(ways.opened(), ways.jump(instant))
                .after(new Action.Select(0), new Step(grain, true));
        Session there = from.after(new Step(grain, true));
        Session back = there.after(new Step(grain, false));

        if (!there.playback().at().equals(from.playback().at())) {
          assertThat(frame(back)).as("%s from %s", grain, from.playback().at())
              .isEqualTo(frame(from));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "every-reset-fails", "start-unit"})
  void aStepBackAfterAStepIsNeverLaterThanWhereOneCameFrom(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 18);
    for (long instant : ways.instants(INSTANTS)) {
      for (Grain grain : Grain.values()) {
        Session from = go(ways.opened(), ways.jump(instant));
        Session back = from.after(new Step(grain, true), new Step(grain, false));

        assertThat(back.playback().at().seq()).as("%s from %s", grain, from.playback().at())
            .isLessThanOrEqualTo(Math.max(run.steps().start().seq(), from.playback().at().seq()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-hosts", "zombie-disk"})
  void theStateIsThatOfTheTraceAndOfNothingElse(String scenario) {
    OpenRun run = Ways.run(scenario);
    OpenRun again = OpenRun.of(run.scenario(), run.trace());
    Ways ways = new Ways(run, 17);
    for (long instant : ways.instants(INSTANTS)) {
      StackState one = frame(go(ways.opened(), ways.play(instant))).state();
      StackState other = again.frame(Cursor.at(run.trace(), instant)).state();

      assertThat(one).isEqualTo(other);
    }
  }
}
