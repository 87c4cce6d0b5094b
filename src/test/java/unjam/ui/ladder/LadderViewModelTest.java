package unjam.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.analysis.Rung;
import unjam.app.Frame;
import unjam.ui.Shows;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;
import unjam.ui.ladder.LadderPicture.Hit;
import unjam.ui.ladder.LadderPicture.Phase;
import unjam.ui.ladder.LadderPicture.RungView;
import unjam.ui.ladder.LadderPicture.Status;

class LadderViewModelTest {

  private final LadderViewModel ladder = new LadderViewModel();

  private LadderPicture show(Frame frame) {
    ladder.show(frame, -1, StageLook.PLAIN, Shows.ENGLISH);
    return ladder.pictureProperty().get();
  }

  private static RungView rung(LadderPicture picture, Rung rung) {
    return picture.rungs().stream().filter(each -> each.rung() == rung).findFirst().orElseThrow();
  }

  @Test
  void aMissingCallbackIsAMissingRungEvenBeforeAnythingHappens() {
    LadderPicture picture = show(Shows.firstReadInTheDisk());

    assertThat(rung(picture, Rung.BUS_RESET).status()).isEqualTo(Status.MISSING);
    assertThat(rung(picture, Rung.HOST_RESET).status()).isEqualTo(Status.TO_COME);
    assertThat(picture.awake()).isFalse();
    assertThat(picture.lit()).isEmpty();
  }

  @Test
  void theAbortStandsBeforeTheLadderAndNotOnIt() {
    LadderPicture picture = show(Shows.at(Shows.instant(Mark.Kind.ABORT) + 1_000));

    assertThat(picture.awake()).isFalse();
    assertThat(picture.steps()).extracting(LadderPicture.Step::phase)
        .containsExactly(Phase.PAST, Phase.NOW, Phase.IDLE, Phase.IDLE);
    assertThat(picture.steps().get(1).token())
        .hasValueSatisfying(
            token -> assertThat(token.shape()).isEqualTo(TokenShape.ABORTING));
    assertThat(picture.rungs()).noneMatch(each -> each.status() == Status.LIT);
  }

  @Test
  void theLitRungHoldsTheCommandAndSaysWhomItHurts() {
    LadderPicture picture = show(Shows.onTheFirstRung());

    assertThat(rung(picture, Rung.LUN_RESET).status()).isEqualTo(Status.LIT);
    assertThat(rung(picture, Rung.LUN_RESET).hits())
        .containsExactly(Hit.LOSES_COMMANDS, Hit.SPARED, Hit.SPARED);
    assertThat(rung(picture, Rung.HOST_RESET).hits()).containsOnly(Hit.LOSES_COMMANDS);
    assertThat(rung(picture, Rung.OFFLINE).hits())
        .containsExactly(Hit.GOES_OFFLINE, Hit.SPARED, Hit.SPARED);
    assertThat(picture.held()).hasSize(1);
    assertThat(picture.lit()).hasValueSatisfying(lit -> assertThat(lit.left()).isEqualTo(-1));
  }

  /** After a reset the disk is asked whether it is ready, for eh_timeout and no longer. */
  @Test
  void theQuestionAfterAResetHasItsOwnTimer() {
    long notReady = Shows.instant(Mark.Kind.NOT_READY);
    LadderPicture picture = show(Shows.at(notReady - 1_500_000_000L));

    // eh_timeout is 3 s and the question was put 3 s and some before the answer "not ready".
    assertThat(picture.lit())
        .hasValueSatisfying(lit -> assertThat(lit.left()).isBetween(0.1, 0.9));
    assertThat(picture.lit())
        .hasValueSatisfying(lit -> assertThat(lit.resetDone()).isTrue());
  }

  @Test
  void rungsThatFailedStayBehindWithTheirTime() {
    LadderPicture picture = show(Shows.at(Shows.instant(Mark.Kind.HOST_RESET) + 1_000_000));

    assertThat(rung(picture, Rung.LUN_RESET).status()).isEqualTo(Status.FAILED);
    assertThat(rung(picture, Rung.TARGET_RESET).status()).isEqualTo(Status.FAILED);
    assertThat(rung(picture, Rung.START_UNIT).status()).isEqualTo(Status.SKIPPED);
    assertThat(rung(picture, Rung.LUN_RESET).note()).contains("s");
  }

  @Test
  void theSecondTimeoutHasNoAbortLeft() {
    LadderPicture picture = show(Shows.onTheFirstRung());
    List<Phase> phases = picture.steps().stream().map(LadderPicture.Step::phase).toList();

    assertThat(phases).containsExactly(Phase.PAST, Phase.IDLE, Phase.PAST, Phase.PAST);
    assertThat(picture.steps().get(1).notes())
        .containsExactly(Shows.ENGLISH.of("step.abort.spent"));
  }

  @Test
  void nothingOfTheFutureIsSaid() {
    LadderPicture before = show(Shows.at(Shows.instant(Mark.Kind.LUN_RESET)));

    assertThat(before.lit())
        .hasValueSatisfying(lit -> assertThat(lit.resetDone()).isFalse());
    assertThat(before.rungs()).noneMatch(each -> each.status() == Status.FAILED);
  }
}
