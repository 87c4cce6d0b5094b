package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unjam.app.Action.Grain;
import unjam.app.Action.Step;
import unjam.catalog.Problem;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.scenario.Policy;
import unjam.scsi.Knob;

class SessionReducerTest {

  private static final List<Problem> NO = List.of(new Problem("first", 3, 1, "no"));

  private static final Look LOOK = new Look(Look.Theme.LIGHT, Locale.ENGLISH);

  private final OpenRun run = Runs.trouble();

  private static Session after(Session session, Action... actions) {
    Session now = session;
    for (Action action : actions) {
      now = SessionReducer.update(now, action).session();
    }
    return now;
  }

  private Session opened() {
    Session asked = after(Session.empty(LOOK), new Action.Open("story"));
    return after(asked, new Action.RunFinished(asked.request(), run));
  }

  @Test
  void openingAsksForARun() {
    Next next = SessionReducer.update(Session.empty(LOOK), new Action.Open("story"));

    assertThat(next.effects()).isEqualTo(List.of(new Effect.Run(1, "story")));
    assertThat(next.session().frame()).isEmpty();
  }

  @Test
  void aFinishedRunPlaysFromItsStart() {
    Session session = opened();

    assertThat(session.playback().playing()).isTrue();
    assertThat(session.playback().pace()).isEqualTo(Pace.AUTOMATIC);
    assertThat(session.playback().at()).isEqualTo(run.steps().start());
  }

  @Test
  void onlyTheLastRunThatWasAskedForIsShown() {
    Session twice =
        after(Session.empty(LOOK), new Action.Open("first"), new Action.Open("second"));

    assertThat(after(twice, new Action.RunFinished(1, run)).open()).isEmpty();
    assertThat(after(twice, new Action.RunFinished(2, run)).open()).contains(run);
    assertThat(after(twice, new Action.RunFailed(1, NO)).problems()).isEmpty();
    assertThat(after(twice, new Action.RunFailed(2, NO)).problems()).isEqualTo(NO);
  }

  @Test
  void nothingMovesBeforeSomethingIsOpen() {
    Session empty = Session.empty(LOOK);

    assertThat(
            after(
                empty, new Action.Play(), new Action.Tick(1_000_000), new Action.ToEnd(),
                new Step(Grain.EVENT, true)))
        .isEqualTo(empty);
  }

  @Test
  void aTickThatMovesNothingIsTheSameSession() {
    Session paused = after(opened(), new Action.Pause());

    assertThat(after(paused, new Action.Tick(16_000_000))).isSameAs(paused);
  }

  @Test
  void aStepPausesAndAStepBackIsExact() {
    Session at = after(opened(), new Action.JumpTo(120_000_000), new Step(Grain.EVENT, true));
    Session on = after(at, new Step(Grain.EVENT, true));
    Session back = after(on, new Step(Grain.EVENT, false));

    assertThat(at.playback().playing()).isFalse();
    assertThat(on.playback().at()).isNotEqualTo(at.playback().at());
    assertThat(back.frame()).isEqualTo(at.frame());
  }

  @Test
  void jumpingGoesOnPlayingAndTheEndsPause() {
    Session playing = after(opened(), new Action.JumpTo(1_000_000_000));

    assertThat(playing.playback().playing()).isTrue();
    assertThat(after(playing, new Action.ToEnd()).playback().playing()).isFalse();
    assertThat(after(playing, new Action.ToEnd(), new Action.TogglePlay()).playback().at())
        .isEqualTo(run.steps().start());
  }

  @Test
  void aJumpStaysInsideTheRun() {
    assertThat(after(opened(), new Action.JumpTo(Long.MAX_VALUE)).playback().at())
        .isEqualTo(run.steps().end());
    assertThat(after(opened(), new Action.JumpTo(-5)).playback().at())
        .isEqualTo(Cursor.at(run.trace(), 0));
  }

  @Test
  void thePaceIsChosenOrChangedByTens() {
    Session slow = after(opened(), new Action.Slower());

    assertThat(slow.playback().pace()).isEqualTo(new Pace.Constant(1_000_000));
    assertThat(after(slow, new Action.Faster()).playback().pace())
        .isEqualTo(new Pace.Constant(10_000_000));
    assertThat(after(slow, new Action.SetPace(Pace.AUTOMATIC)).playback().pace())
        .isEqualTo(Pace.AUTOMATIC);
  }

  @Test
  void playingThereSteppingThereAndJumpingThereShowTheSame() {
    for (int percent = 3; percent < 100; percent += 8) {
      long wall = run.pace().length() * percent / 100;
      Session played = opened();
      for (long gone = 0; gone < wall; gone += 20_000_000) {
        played = after(played, new Action.Tick(20_000_000));
      }
      int seq = played.playback().at().seq();
      long instant = run.trace().nanos(seq);
      boolean alone = run.trace().seqAt(instant) == seq;
      Session jumped = after(opened(), new Action.JumpTo(played.playback().at().nanos()));

      assertThat(jumped.frame()).as("playing and jumping to %d", instant)
          .isEqualTo(played.frame());
      assertThat(alone).as("nothing else happens at %d", instant).isTrue();
      boolean between = played.playback().at().nanos() > instant;
      Session stepped = between ? after(played, new Step(Grain.EVENT, false)) : played;
      assertThat(stepped.frame()).as("stepping and jumping to %d", instant)
          .isEqualTo(after(opened(), new Action.JumpTo(instant)).frame());
    }
  }

  @Test
  void stepsByCommandFollowTheSelectedOne() {
    int command = run.missed().getFirst().command();
    Session at = after(opened(), new Action.Select(command));
    for (int i = 0; i < 5; i++) {
      at = after(at, new Step(Grain.COMMAND, true));

      assertThat(run.trace().cmd(at.playback().at().seq())).isEqualTo(command);
    }
  }

  @Test
  void aDeviceIsSelectedWithTheCommandItHasHadForLongest() {
    Session silent = after(opened(), new Action.JumpTo(1_500_000_000), new Action.SelectDevice(0));
    Session idle = after(silent, new Action.SelectDevice(1), new Action.SelectDevice(2));

    assertThat(silent.device()).isZero();
    assertThat(silent.selection()).isEqualTo(run.missed().getFirst().command());
    assertThat(idle.device()).isEqualTo(2);
    assertThat(after(idle, new Action.Select(-1)).device()).isEqualTo(-1);
  }

  @Test
  void aPolicyToKeepIsHandedOutAndComesBackWithTheOthers() {
    Policy own = new Policy("mine", "mine", Map.of(Knob.TIMEOUT, "9"));
    Next next = SessionReducer.update(opened(), new Action.KeepPolicy(own));

    assertThat(next.effects()).isEqualTo(List.of(new Effect.KeepPolicy(own)));
    assertThat(after(next.session(), new Action.PoliciesKept(List.of(own))).policies())
        .isEqualTo(List.of(own));
  }
}
