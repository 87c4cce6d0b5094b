package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.app.TimeWindow;
import unjam.ui.Shows;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;

class TimelineViewModelsTest {

  private final ScrubberViewModel scrubber = new ScrubberViewModel();

  private void show(Frame frame) {
    scrubber.show(Shows.session(frame.nanos()), frame, Shows.ENGLISH);
  }

  private Lane lane(String id) {
    return scrubber.pictureProperty().get().page().lanes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeadlineThatPassesUnseenCutsTheBar() {
    show(Shows.at(Mark.Kind.TIMEOUT));

    assertThat(lane("sda").bars()).extracting(Bar::look)
        .contains(Look.IN_FLIGHT, Look.OVERDUE, Look.TIMED_OUT, Look.ABORTING);
  }

  @Test
  void theGateAndTheThreadHaveTheirLanes() {
    show(Shows.onTheFirstRung());

    assertThat(lane("host0").bars()).extracting(Bar::look).containsOnly(Look.SHUT);
    assertThat(lane("scsi_eh_0").bars()).flatExtracting(Bar::texts)
        .contains(Shows.ENGLISH.of("band.lun_reset"));
    assertThat(lane("sdb").bars()).extracting(Bar::look).contains(Look.WAITS);
  }

  @Test
  void barsOfOneLaneThatOverlapStandInDifferentRows() {
    for (Mark mark : Shows.run().marks().all()) {
      show(Shows.at(mark.nanos()));
      for (Lane lane : scrubber.pictureProperty().get().page().lanes()) {
        for (Bar one : lane.bars()) {
          assertThat(lane.bars())
              .filteredOn(other -> other.command() != one.command() && other.row() == one.row())
              .noneMatch(other -> other.from() < one.to() && one.from() < other.to());
        }
      }
    }
  }

  @Test
  void aPlaceOnThePageIsTheInstantThatIsDrawnThere() {
    Frame frame = Shows.onTheFirstRung();
    show(frame);
    TimeAxis axis = scrubber.pictureProperty().get().page().axis();

    assertThat(axis.nanos(axis.x(frame.nanos()))).isCloseTo(frame.nanos(), within(1_000L));
  }

  private static ScrubberPicture pictureOf(ScrubberViewModel model, Session session) {
    model.show(session, session.frame().orElseThrow(), Shows.ENGLISH);
    return model.pictureProperty().get();
  }

  @Test
  void equalSessionsGiveEqualPicturesWhateverWasShownBefore() {
    ScrubberViewModel used = new ScrubberViewModel();
    for (Mark mark : Shows.run().marks().all()) {
      Session plain = Shows.session(mark.nanos());
      Session zoomed = with(plain, new TimeWindow.Fixed(mark.nanos() / 2, mark.nanos() + 9_999));
      for (Session each : List.of(plain, plain.after(new Action.Select(mark.command())), zoomed)) {
        assertThat(pictureOf(used, each)).isEqualTo(pictureOf(new ScrubberViewModel(), each));
      }
    }
  }

  private static Session with(Session session, TimeWindow window) {
    return session.after(
        new Action.SetDesk(session.desk().with(session.desk().time().with(window))));
  }

  @Test
  void playingSteppingAndJumpingToAnInstantGiveTheSamePicture() {
    long wanted = Shows.instant(Mark.Kind.HOST_STOPPED);
    Session played = Shows.session(wanted - 2_000_000).after(new Action.Play());
    while (played.playback().at().nanos() < wanted) {
      played = played.after(new Action.Tick(40_000_000));
    }
    long there = played.playback().at().nanos();
    Session jumped = Shows.session(there);
    Session stepped =
        Shows.session(there - 1).after(new Action.Step(Action.Grain.EVENT, true))
            .after(new Action.JumpTo(there));

    ScrubberPicture picture = pictureOf(new ScrubberViewModel(), jumped);
    assertThat(pictureOf(scrubber, played)).isEqualTo(picture);
    assertThat(pictureOf(scrubber, stepped)).isEqualTo(picture);
  }

  @Test
  void nothingIsReadAgainWhileThePlayheadStaysOnAPage() {
    long at = Shows.instant(Mark.Kind.HOST_STOPPED) + 1_000;
    var before = pictureOf(scrubber, Shows.session(at)).page();

    for (int i = 1; i < 50; i++) {
      assertThat(pictureOf(scrubber, Shows.session(at + i * 1_000)).page()).isSameAs(before);
    }
  }

  @Test
  void theFollowedCommandIsTheSubjectElseTheThreadIs() {
    Session onRung = Shows.session(Shows.instant(Mark.Kind.LUN_RESET) + 500_000_000);

    assertThat(pictureOf(scrubber, onRung).subject().bands()).hasSize(1);
    assertThat(pictureOf(scrubber, onRung.after(new Action.Select(3))).subject())
        .isEqualTo(new ScrubberPicture.Subject(3, List.of(), -1));
  }

  @Test
  void whatTheApplicationWasToldIsNoTextBeforeItWasTold() {
    show(Shows.at(Shows.run().trace().endNanos()));
    for (Lane each : scrubber.pictureProperty().get().page().lanes()) {
      assertThat(each.texts())
          .filteredOn(text -> text.texts().getFirst().startsWith("OK"))
          .noneMatch(ScrubberPicture.Text::always);
    }
  }

  @Test
  void manyDisksShareALaneAndWhoIsInTroubleHasItsOwn() {
    StringBuilder disks = new StringBuilder();
    StringBuilder work = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      disks.append("        - {at: 0:0:%d:0, name: sd%03d, timeout: 3s, service: 1ms}%n"
          .formatted(i, i));
      work.append("  - {device: 0:0:%d:0, label: r%d, stride: 4KiB, repeat: 30, gap: 100ms}%n"
          .formatted(i, i));
    }
    OpenRun run =
        Runs.run(
            """
            name: many
            title: Many disks, one of them silent
            until: 20s
            machine:
              hosts:
                - driver: mpt3sas
                  disks:
            %sworkload:
            %sfaults:
              - {id: lost, on: 0:0:7:0, mute: {}, opcode: READ_10, from: 500ms, count: 1}
            """.formatted(disks, work));
    Session session =
        Shows.open(run).after(new Action.JumpTo(run.missed().getFirst().deadline()));
    List<Lane> lanes = pictureOf(scrubber, session).page().lanes();

    assertThat(lanes).extracting(Lane::id)
        .containsExactly("sd007", "crowd-0", "host0", "scsi_eh_0");
    assertThat(lanes.get(1).plan().devices()).hasSize(39);
    assertThat(lanes.get(1).heat().orElseThrow().columns()).isNotEmpty();
  }

  @Test
  void tenThousandCommandsAreDrawnAsAFewHundredThings() {
    OpenRun run =
        Runs.run(
            """
            name: busy
            title: Ten thousand reads
            until: 100s
            machine:
              hosts:
                - driver: mpt3sas
                  disks:
                    - {at: 0:0:0:0, name: sda, service: 1ms}
            workload:
              - {label: r, device: 0:0:0:0, threads: 10, stride: 4KiB, repeat: 1000, gap: 1ms}
            """);
    assertThat(run.trace().commands()).isGreaterThanOrEqualTo(10_000);
    Session session =
        Shows.open(run);
    long end = run.trace().endNanos();
    for (long length : new long[] {end, end / 10, end / 100, end / 1_000, end / 10_000}) {
      Lane lane =
          pictureOf(scrubber, with(session, new TimeWindow.Fixed(0, length)))
              .page().lanes().getFirst();
      int things = lane.bars().size() + lane.heat().map(each -> each.columns().size()).orElse(0);
      assertThat(things).as("in %d ns", length).isBetween(1, 2_000);
    }
  }

  @Test
  void whoRunsNowIsTheSubjectAmongTheContexts() {
    Session plain = Shows.session(50_000);
    Session open =
        plain.after(
            new Action.SetDesk(plain.desk().with(plain.desk().time().withContexts(true))),
            new Action.Step(Action.Grain.EVENT, true));
    int running = pictureOf(scrubber, open).subject().running();

    assertThat(running)
        .isEqualTo(
            ContextIndex.Who.of(
                Shows.run().trace().context(open.playback().at().seq())));
    assertThat(pictureOf(scrubber, plain).subject().running()).isEqualTo(-1);
  }
}
