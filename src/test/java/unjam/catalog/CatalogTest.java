package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.scsi.EhHook;

class CatalogTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  @Test
  void listsKernelsFromTheOldestToTheNewest() {
    assertThat(CATALOG.kernels()).containsExactly("5.10", "6.1", "6.12");
  }

  @Test
  void everyKernelAndDriverLoads() {
    for (String kernel : CATALOG.kernels()) {
      assertThat(CATALOG.kernel(kernel).orElseThrow().version()).isEqualTo(kernel);
      for (String driver : CATALOG.drivers()) {
        assertThat(CATALOG.driver(driver, kernel).orElseThrow().name()).isEqualTo(driver);
      }
    }
  }

  @Test
  void aDriverDiffersBetweenKernels() {
    assertThat(CATALOG.driver("scsi_debug", "6.12").orElseThrow().lunResetCancelsAnswers()).isTrue();
    assertThat(CATALOG.driver("scsi_debug", "6.1").orElseThrow().lunResetCancelsAnswers()).isFalse();
  }

  @Test
  void aMissingCallbackIsAMissingKey() {
    assertThat(CATALOG.driver("mpt3sas", "6.12").orElseThrow().hooks())
        .doesNotContainKey(EhHook.EH_BUS_RESET_HANDLER)
        .containsKey(EhHook.EH_TARGET_RESET_HANDLER);
  }
}
