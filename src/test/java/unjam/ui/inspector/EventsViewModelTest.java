package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unjam.analysis.EventFilter;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.playback.Cursor;
import unjam.trace.Trace;
import unjam.ui.Played;
import unjam.ui.Shows;

class EventsViewModelTest {

  private final EventsViewModel events = new EventsViewModel();
  private final Trace trace = Shows.run().trace();

  private void show(Frame frame, int selection) {
    events.show(frame, selection, Shows.ENGLISH);
  }

  private List<Integer> seqs() {
    return IntStream.range(0, events.size()).map(events::seq).boxed().toList();
  }

  private int litSeq() {
    return events.lightProperty().get().lit();
  }

  @Test
  void theEventThatHasHappenedLastIsLitAndSaidInASentence() {
    long timeout = Shows.instant(Mark.Kind.TIMEOUT);
    show(Shows.at(timeout), -1);

    assertThat(events.size()).isEqualTo(trace.size());
    assertThat(litSeq()).isEqualTo(trace.seqAt(timeout));
    assertThat(events.row(events.lightProperty().get().row()).function()).isEqualTo("scsi_timeout");
    assertThat(events.sentenceProperty().get()).startsWith("The timeout handler runs");
    show(Shows.run().frame(new Cursor(0, -1)), -1);
    assertThat(events.lightProperty().get().row()).isEqualTo(-1);
  }

  @Test
  void amongEventsOfOneInstantStepsLightOneAfterTheOther() {
    Played played = Played.of(Shows.run());
    played.send(new Action.JumpTo(Shows.instant(Mark.Kind.HOST_STOPPED)));
    show(played.frame(), -1);
    int before = litSeq();
    played.send(new Action.Step(Action.Grain.EVENT, true));
    show(played.frame(), -1);

    assertThat(litSeq()).isEqualTo(before + 1);
  }

  @Test
  void aClickGoesExactlyThereAndFollowsTheCommand() {
    Played played = Played.of(Shows.run());
    show(played.frame(), -1);
    int seq = Shows.run().commands().seq(7, 3);
    events.go(seq).forEach(played::send);

    assertThat(played.session().playback().at()).isEqualTo(Cursor.after(trace, seq));
    assertThat(played.session().selection()).isEqualTo(7);
    show(played.frame(), 7);
    assertThat(litSeq()).isEqualTo(seq);
  }

  @Test
  void onlyTheSelectedCommandMeansWhicheverIsSelected() {
    Frame frame = Shows.silence();
    show(frame, 3);
    events.onlySelectedProperty().set(true);
    assertThat(seqs()).isNotEmpty().hasSizeLessThan(60);
    List<Integer> third = seqs();
    show(frame, 4);

    assertThat(seqs()).isNotEmpty().doesNotContainAnyElementsOf(third);
    show(frame, -1);
    assertThat(events.size()).isEqualTo(trace.size());
  }

  @Test
  void whatIsWantedCanBePutTogetherAndTakenAwayAgain() {
    show(Shows.onTheFirstRung(), -1);
    events.searchProperty().set("scsi_eh");
    int words = events.size();
    events.want(filter -> filter.withDevice(0));
    int both = events.size();

    assertThat(words).isPositive().isLessThan(trace.size());
    assertThat(both).isPositive().isLessThan(words);
    assertThat(events.countProperty().get()).startsWith(both + " of ");
    events.want(filter -> filter.withDevice(-1));
    events.searchProperty().set("");
    assertThat(events.filterProperty().get()).isEqualTo(EventFilter.ALL);
    assertThat(events.size()).isEqualTo(trace.size());
  }

  @Test
  void onlyMarksLeavesTheDecisiveInstants() {
    show(Shows.at(0), -1);
    events.onlyMarksProperty().set(true);

    assertThat(seqs())
        .hasSize((int) Shows.run().marks().all().stream().mapToInt(Mark::seq).distinct().count());
    assertThat(events.lightProperty().get().row()).isEqualTo(-1);
    assertThat(events.sentenceProperty().get()).contains("None of these");
  }

  @Test
  void timeDoesNotLookForAnythingAnew() {
    events.onlyMarksProperty().set(true);
    show(Shows.at(0), -1);
    int before = events.revisionProperty().get();
    show(Shows.onTheFirstRung(), -1);
    show(Shows.at(Shows.run().trace().endNanos()), -1);

    assertThat(events.revisionProperty().get()).isEqualTo(before);
  }
}
