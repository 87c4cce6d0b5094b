package unjam.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.playback.Cursor;
import unjam.ui.Shows;
import unjam.ui.control.StageLook;

/** The other machine is shown where there is one, with who sleeps there and why. */
class TargetReaderTest {

  private static final OpenRun RUN =
      SimulationService.openNow(Catalog.ofClassPath(), "iscsi-seed").orElseThrow();

  private final StageViewModel stage = new StageViewModel();

  private TargetPicture at(double seconds) {
    Frame frame = RUN.frame(Cursor.at(RUN.trace(), (long) (seconds * 1e9)));
    stage.show(frame, -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    return stage.targetProperty().get();
  }

  @Test
  void withoutAnotherMachineThereIsNoPicture() {
    stage.show(Shows.silence(), -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    assertThat(stage.targetProperty().get().exists()).isFalse();
  }

  @Test
  void whileAllIsWellItsThreadsWaitForWork() {
    TargetPicture picture = at(1);
    assertThat(picture.session()).isEqualTo("session1 LOGGED_IN");
    assertThat(picture.lost()).isFalse();
    assertThat(picture.lines()).singleElement()
        .returns("iscsi_np, iscsi_trx, iscsi_ttx", TargetPicture.Line::name)
        .returns(false, TargetPicture.Line::stuck);
  }

  @Test
  void theKnotNamesThreeThreadsAndTheBackstore() {
    TargetPicture picture = at(70.4);
    assertThat(picture.lost()).isTrue();
    assertThat(picture.lines())
        .extracting(TargetPicture.Line::name)
        .containsExactly("iscsi_np", "kworker/0:1+events", "iscsi_trx", "backstore of sda");
    assertThat(picture.lines()).allMatch(TargetPicture.Line::stuck);
    assertThat(stage.sentenceProperty().get()).startsWith("Session reset");
    assertThat(stage.reasonProperty().get()).startsWith("The login cannot win");
  }

  @Test
  void transportOfflineIsNoOfflineThatAnAdministratorCouldMend() {
    at(75);
    assertThat(stage.sentenceProperty().get()).contains("lost the way to the target");
  }
}
