package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** Transfer modes of a SATA disk whose reads stay unanswered. */
class SataSpeedTest {

  private static Story muteReads(int linkSpeed, int udma) {
    return Story.written(
        """
        name: story
        title: A story
        until: 200s
        machine:
          hosts:
            - driver: ahci
              template: {ata: {link_speed: %d, udma: %d}}
              disks: [{at: 0:0:0:0, name: sda, size: 16GiB, service: 4ms, timeout: 1s}]
        workload: [{label: r, device: 0:0:0:0, offset: 1MiB, stride: 4KiB, repeat: 3, gap: 1s}]
        faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}]
        """
            .formatted(linkSpeed, udma));
  }

  /**
   * First the next mode, then at once what a cable of 40 wires carries, then nothing any more
   * (drivers/ata/libata-eh.c: ata_eh_speed_down, libata-core.c: ata_down_xfermask_limit).
   */
  @Test
  void transfersAreSlowedDownTwiceAndTheSecondTimeToWhatAnyCableCarries() {
    assertThat(muteReads(1, 133).log("limiting speed"))
        .containsExactly(
            "ata1.00: limiting speed to UDMA/100:PIO4", "ata1.00: limiting speed to UDMA/33:PIO4");
    assertThat(muteReads(1, 66).log("limiting speed"))
        .containsExactly(
            "ata1.00: limiting speed to UDMA/44:PIO4", "ata1.00: limiting speed to UDMA/33:PIO4");
  }

  /** A mode below the 40-wire cable's is not lowered to it: the second step finds nothing to do. */
  @Test
  void aSlowDiskIsSlowedDownOnce() {
    Story story = muteReads(1, 33);

    assertThat(story.log("limiting speed"))
        .containsExactly("ata1.00: limiting speed to UDMA/25:PIO4");
    assertThat(story.log("configured for").getLast()).endsWith("UDMA/25");
  }

  /** A new speed of the link leaves the mode alone and so puts no transfer in doubt. */
  @Test
  void theLinkComesFirst() {
    Story story = muteReads(3, 133);

    assertThat(story.log("limiting").getFirst())
        .isEqualTo("ata1: limiting SATA link speed to 3.0 Gbps");
  }

  /** ata_eh_link_autopsy has decided before ata_eh_report prints its first line. */
  @Test
  void whatIsWrongIsKnownBeforeItIsReported() {
    Trace trace = muteReads(3, 133).trace();
    int made = 0;
    while (!(trace.fact(made) instanceof EhFact.AutopsyMade)) {
      made++;
    }
    int reported = 0;
    while (trace.function(reported) != KernelFunction.ATA_EH_REPORT) {
      reported++;
    }

    assertThat(trace.function(made)).isEqualTo(KernelFunction.ATA_EH_LINK_AUTOPSY);
    assertThat(made).isLessThan(reported);
  }
}
