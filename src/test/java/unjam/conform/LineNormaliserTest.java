package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineNormaliserTest {

  @Test
  void everyRecordedLineIsNormalisedAsItsRecorderDid() {
    assertThat(Goldens.all()).hasSizeGreaterThan(100).allSatisfy(directory -> {
      Golden golden =
          ((RecordingReader.Reading.Read) RecordingReader.read(directory)).recording().golden();
      assertThat(golden.seen().log())
          .allSatisfy(line ->
              assertThat(LineNormaliser.normalise(line.line())).isEqualTo(line.norm()));
    });
  }

  @Test
  void whatIsChanceGoesAndWhatIsNotStays() {
    assertThat(LineNormaliser.normalise(
        "sd 0:0:0:0: [sda] tag#97 timing out command, waited 18s  "))
        .isEqualTo("sd 0:0:0:0: [sda] tag#* timing out command, waited *");
    assertThat(LineNormaliser.normalise("Inserting command 00000000de88ab12 into mlqueue"))
        .isEqualTo("Inserting command * into mlqueue");
    assertThat(LineNormaliser.normalise("scsi_eh_tur return: 2002"))
        .isEqualTo("scsi_eh_tur return: 2002");
    assertThat(LineNormaliser.normalise("dev sda, sector 2048 op 0x0:(READ) flags 0x80700 "
        + "phys_seg 3 prio class 2"))
        .isEqualTo("dev sda, sector 2048 op 0x0:(READ) flags * phys_seg * prio class 2");
    assertThat(LineNormaliser.normalise("ABORT_TASK: Found referenced iSCSI task_tag: 52"))
        .isEqualTo("ABORT_TASK: Found referenced iSCSI task_tag: *");
  }
}
