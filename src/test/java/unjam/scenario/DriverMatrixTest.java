package unjam.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.scenario.DriverMatrix.Answer;
import unjam.scenario.DriverMatrix.Cell;
import unjam.scenario.DriverMatrix.Column;

/** The matrix says what the drivers' files say. */
class DriverMatrixTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static Cell cell(String driver, String kernel, Column column) {
    LldProfile profile = CATALOG.driver(driver, kernel).orElseThrow();
    return DriverMatrix.of(List.of(profile)).rows().getFirst().cell(column);
  }

  @Test
  void everyDriverHasARow() {
    List<LldProfile> drivers =
        CATALOG.drivers().stream()
            .map(name -> CATALOG.driver(name, "6.12"))
            .flatMap(Optional::stream)
            .toList();
    assertThat(DriverMatrix.of(drivers).rows())
        .extracting(DriverMatrix.Row::driver)
        .isEqualTo(CATALOG.drivers())
        .contains(
            "ahci", "lpfc", "megaraid_sas", "mpt3sas", "qla2xxx", "scsi_debug", "ufs",
            "virtio_scsi", "vmw_pvscsi");
  }

  @Test
  void aMissingCallbackIsNotOneThatAlwaysFails() {
    assertThat(cell("mpt3sas", "6.12", Column.BUS_RESET).answer()).isEqualTo(Answer.MISSING);
    assertThat(cell("megaraid_sas", "6.12", Column.ABORT).answer())
        .isEqualTo(Answer.UNSUPPORTED);
    assertThat(cell("scsi_debug", "6.12", Column.BUS_RESET).answer()).isEqualTo(Answer.PRESENT);
  }

  @Test
  void libataIsAskedForNothingButItsOwnWay() {
    assertThat(cell("ahci", "6.12", Column.HOST_RESET).answer()).isEqualTo(Answer.NEVER_ASKED);
    assertThat(cell("ahci", "6.12", Column.STRATEGY).detail()).isEqualTo("ata_scsi_error");
    assertThat(cell("ahci", "6.12", Column.TIMED_OUT).answer()).isEqualTo(Answer.PRESENT);
    assertThat(cell("ahci", "6.1", Column.TIMED_OUT).answer()).isEqualTo(Answer.MISSING);
  }

  @Test
  void aKernelVersionMayHaveARungThatAnotherLacks() {
    assertThat(cell("lpfc", "5.10", Column.BUS_RESET).answer()).isEqualTo(Answer.PRESENT);
    assertThat(cell("lpfc", "6.12", Column.BUS_RESET).answer()).isEqualTo(Answer.MISSING);
  }

  @Test
  void aSessionIsWaitedForAsLongAsItsSettingsSay() {
    assertThat(cell("iscsi_tcp", "6.12", Column.ABORT).detail()).isEqualTo("at most 15 s");
    assertThat(cell("iscsi_tcp", "6.12", Column.LUN_RESET).detail()).isEqualTo("at most 30 s");
    assertThat(cell("iscsi_tcp", "6.12", Column.TARGET_RESET).detail())
        .isEqualTo("at most 150 s");
    assertThat(cell("mpt3sas", "6.12", Column.ABORT).detail()).isEqualTo("1 s, at most 30 s");
    assertThat(cell("scsi_debug", "6.12", Column.ABORT).detail()).isEmpty();
  }
}
