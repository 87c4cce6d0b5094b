package unjam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.app.Ways;
import unjam.ui.ladder.LadderViewModel;
import unjam.ui.stage.StageViewModel;
import unjam.ui.timeline.ScrubberViewModel;
import unjam.ui.timeline.TransportViewModel;

/**
 * What is drawn depends on the place alone: models that have shown the whole way there, frame by
 * frame, show what fresh ones show.
 */
class SameViewTest {

  /** All that the views draw from. */
  private static final class Models {
    final StageViewModel stage = new StageViewModel();
    final LadderViewModel ladder = new LadderViewModel();
    final ScrubberViewModel scrubber = new ScrubberViewModel();
    final TransportViewModel transport = new TransportViewModel();

    Models show(Session session) {
      Frame frame = session.frame().orElseThrow();
      stage.show(session, frame, Shows.ENGLISH);
      ladder.show(session, frame, Shows.ENGLISH);
      scrubber.show(session, frame, Shows.ENGLISH);
      transport.show(session, frame, Shows.ENGLISH);
      return this;
    }

    /** Shows every session on a way, at most so many of them. */
    Session travel(Session from, List<Action> way, int most) {
      Session now = from;
      int every = Math.max(1, way.size() / most);
      for (int i = 0; i < way.size(); i++) {
        now = now.after(way.get(i));
        if (i % every == 0 || i > way.size() - 5) {
          show(now);
        }
      }
      show(now);
      return now;
    }

    List<Object> shown() {
      return List.of(
          stage.pictureProperty().get(), stage.sentenceProperty().get(),
          stage.reasonProperty().get(), stage.hintProperty().get(),
          ladder.pictureProperty().get(), scrubber.pictureProperty().get(),
          transport.clockProperty().get(), transport.standProperty().get(),
          transport.detailProperty().get(), transport.shortStandProperty().get(),
          transport.shortDetailProperty().get(), transport.compressionProperty().get(),
          transport.nextMarkProperty().get(), transport.nextNoteProperty().get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "every-reset-fails", "start-unit"})
  void playingThereSteppingThereAndJumpingThereShowTheSame(String scenario) {
    OpenRun run = Ways.run(scenario);
    Ways ways = new Ways(run, 21);
    for (long instant : ways.instants(8)) {
      Session opened = ways.opened();
      List<Object> fresh = new Models().show(opened.after(new Action.JumpTo(instant))).shown();
      Models played = new Models();
      Session there = played.travel(opened, ways.play(instant), 60);
      assertThat(played.shown()).as("played to %d", instant).isEqualTo(fresh);

      Action zoom = zoom(run, instant);
      assertThat(played.show(there.after(zoom)).shown()).as("zoomed at %d", instant)
          .isEqualTo(
              new Models().show(opened.after(new Action.JumpTo(instant), zoom)).shown());

      Models wandered = new Models();
      Session back = wandered.travel(opened, ways.wander(), 60);
      wandered.travel(back, ways.jump(instant), 1);
      assertThat(wandered.shown().subList(0, 6)).as("wandered to %d", instant)
          .isEqualTo(fresh.subList(0, 6));

      Models stepped = new Models();
      stepped.travel(opened, ways.stepBack(there.playback().at(), 20), 30);
      Session jumped =
          opened.after(new Action.JumpTo(run.trace().nanos(there.playback().at().seq())));
      assertThat(stepped.shown()).as("stepped back to before %d", instant)
          .isEqualTo(new Models().show(jumped).shown());
    }
  }

  /** A millisecond around the instant, to scale. */
  private static Action zoom(OpenRun run, long instant) {
    TimeWindow window =
        TimeWindow.between(instant - 500_000, instant + 500_000, run.trace().endNanos());
    return new Action.SetDesk(Desk.FIRST.with(TimeDesk.FIRST.with(window)));
  }
}
