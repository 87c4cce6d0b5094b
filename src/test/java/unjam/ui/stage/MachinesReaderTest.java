package unjam.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.Detail;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.playback.Cursor;
import unjam.ui.Shows;
import unjam.ui.control.StageLook;
import unjam.ui.stage.MachinesPicture.Arrow;
import unjam.ui.stage.MachinesPicture.Passing;
import unjam.ui.stage.MachinesPicture.Sleeper;
import unjam.ui.stage.MachinesPicture.Step;
import unjam.ui.stage.MachinesPicture.Tone;
import unjam.ui.stage.MachinesPicture.Way;

/** Two machines under one clock: what each knows, and who waits for whom. */
class MachinesReaderTest {

  private static final OpenRun SEED = open("iscsi-seed");

  private final StageViewModel stage = new StageViewModel();

  private static OpenRun open(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private MachinesPicture at(OpenRun run, double seconds) {
    Frame frame = run.frame(Cursor.at(run.trace(), (long) (seconds * 1e9)));
    stage.show(frame, -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    return stage.machinesProperty().get();
  }

  private MachinesPicture at(double seconds) {
    return at(SEED, seconds);
  }

  private static List<String> inD(MachinesPicture picture) {
    return picture.right().threads().stream()
        .filter(each -> each.letter().equals("D"))
        .map(Sleeper::name)
        .toList();
  }

  private static List<Passing> passing(MachinesPicture picture) {
    return picture.left().gates().stream().map(MachinesPicture.UnitGate::passing).toList();
  }

  @Test
  void withoutAnotherMachineThereIsNoPicture() {
    stage.show(Shows.silence(), -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    assertThat(stage.machinesProperty().get().exists()).isFalse();
  }

  @Test
  void forTheLastRowOfARoomThePathIsShownInstead() {
    Frame frame = SEED.frame(Cursor.at(SEED.trace(), 70_000_000_000L));
    stage.show(
        frame, -1, -1, new StageLook(Detail.BOXES, 1, true), Shows.ENGLISH);
    assertThat(stage.machinesProperty().get().exists()).isFalse();
  }

  @Test
  void beforeTheFaultNobodyIsInDAndNothingIsKnownOfWhatComes() {
    MachinesPicture picture = at(2);
    assertThat(inD(picture)).isEmpty();
    assertThat(picture.right().held()).isEmpty();
    assertThat(picture.right().arrows()).isEmpty();
    assertThat(picture.left().steps()).isEmpty();
    assertThat(picture.links()).singleElement().returns(Way.UP, MachinesPicture.Link::way);
    assertThat(picture.left().sessions()).singleElement()
        .returns(Tone.LOGGED_IN, MachinesPicture.Session::tone);
  }

  @Test
  void whileOnlyTimersRanNobodyOnTheTargetIsInDAlthoughItsBackstoreHasTheBio() {
    MachinesPicture picture = at(45);
    assertThat(inD(picture)).isEmpty();
    assertThat(picture.right().held()).singleElement()
        .returns("READ task_tag 7", MachinesPicture.Held::title)
        .returns(true, MachinesPicture.Held::held);
    assertThat(picture.left().steps()).extracting(Step::what)
        .containsExactly("command sent", "no answer: more time");
  }

  @Test
  void theAbortWaitsForTheBioAndNobodyElseIsHurt() {
    MachinesPicture picture = at(66);
    assertThat(inD(picture)).containsExactly("kworker/0:1+events");
    Sleeper worker = picture.right().threads().getFirst();
    assertThat(worker.stack()).startsWith(
        "target_put_cmd_and_wait", "core_tmr_abort_task", "target_tmr_work");
    String command = picture.right().held().getFirst().id();
    assertThat(picture.right().arrows()).containsExactly(new Arrow(worker.id(), command));
    assertThat(passing(picture)).containsOnly(Passing.RUNNING);
    assertThat(picture.logs().right()).singleElement()
        .returns("ABORT_TASK: Found referenced iSCSI task_tag: 7",
            MachinesPicture.Printed::line);
    assertThat(picture.logs().missing()).contains("TMR_FUNCTION_COMPLETE");
  }

  @Test
  void whenTheConnectionIsStoppedTheTargetDoesNotKnowAndEveryUnitIsBlocked() {
    MachinesPicture picture = at(68);
    assertThat(picture.links()).singleElement()
        .satisfies(
            link -> {
              assertThat(link.way()).isEqualTo(Way.STOPPED);
              assertThat(link.lines()).contains("stopped", "67.552", "unaware");
            });
    assertThat(passing(picture)).containsOnly(Passing.BLOCKED);
    assertThat(picture.left().sessions()).singleElement()
        .returns(Tone.FAILED, MachinesPicture.Session::tone)
        .returns("2.55 of 3 s", MachinesPicture.Session::number);
    assertThat(picture.left().climbs()).isTrue();
  }

  @Test
  void theNewLoginWaitsForTheOldConnectionAndThatForTheSameBio() {
    MachinesPicture picture = at(70);
    assertThat(inD(picture)).containsExactly("kworker/0:1+events", "iscsi_trx", "iscsi_np");
    String command = picture.right().held().getFirst().id();
    assertThat(picture.right().arrows()).containsExactly(
        new Arrow("thread-TMR_WORKER-0", command), new Arrow("thread-ISCSI_TRX-0", command),
        new Arrow("thread-ISCSI_NP", "thread-ISCSI_TRX-0"));
    assertThat(picture.links()).singleElement().returns(Way.LOGIN, MachinesPicture.Link::way);
  }

  @Test
  void afterTheRecoveryTimerTheUnitsAreTransportOfflineAndTheKnotIsStillTied() {
    MachinesPicture picture = at(75);
    assertThat(passing(picture)).containsOnly(Passing.UNPLUGGED);
    assertThat(picture.left().sessions()).singleElement()
        .returns(Tone.FREE, MachinesPicture.Session::tone);
    assertThat(inD(picture)).hasSize(3);
    assertThat(picture.left().climbs()).isFalse();
    assertThat(picture.left().steps()).extracting(Step::what).contains("session given up");
  }

  @Test
  void whenTheBackstoreAnswersEverythingUntangles() {
    MachinesPicture picture = at(85);
    assertThat(inD(picture)).isEmpty();
    assertThat(picture.right().held()).isEmpty();
    assertThat(picture.right().arrows()).isEmpty();
    assertThat(passing(picture)).containsOnly(Passing.RUNNING);
    assertThat(picture.links()).singleElement().returns(Way.UP, MachinesPicture.Link::way);
    assertThat(picture.left().steps()).extracting(Step::what)
        .endsWith("backstore answers", "logged in again");
    assertThat(picture.logs().missing()).isEmpty();
  }

  @Test
  void everythingThatCanBePointedAtOnTheOtherMachineSaysWhatItIs() {
    MachinesPicture picture = at(70);
    assertThat(picture.notes()).allSatisfy(
        note -> {
          assertThat(note.name()).isNotBlank();
          assertThat(note.what().text()).isNotBlank();
        });
    assertThat(stage.note(new Thing.Remote("thread-ISCSI_NP")).orElseThrow().name())
        .startsWith("iscsi_np, D, ")
        .endsWith("waits for iscsi_trx");
  }

  @Test
  void aCutCableIsNoStoppedConnection() {
    OpenRun run = open("iscsi-cable-cut");
    assertThat(at(run, 5).links()).singleElement()
        .returns(Way.CUT, MachinesPicture.Link::way);
    assertThat(at(run, 5).left().sessions()).singleElement()
        .returns(Tone.LOGGED_IN, MachinesPicture.Session::tone);
    assertThat(at(run, 20).left().sessions()).singleElement()
        .returns(Tone.FAILED, MachinesPicture.Session::tone);
  }

  @Test
  void theOtherSessionOfTheSamePortalLivesOn() {
    OpenRun run = open("iscsi-two-sessions");
    double lost =
        run.log().lines().stream()
            .filter(each -> each.text().contains("conn error"))
            .findFirst().orElseThrow().nanos() / 1e9;
    assertThat(at(run, lost + 0.5).left().sessions())
        .extracting(MachinesPicture.Session::tone)
        .containsExactly(Tone.FAILED, Tone.LOGGED_IN);
    assertThat(passing(at(run, lost + 0.5))).containsExactly(Passing.BLOCKED, Passing.RUNNING);
  }
}
