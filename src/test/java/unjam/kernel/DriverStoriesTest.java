package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.scenario.Scenario;
import unjam.scsi.Errno;
import unjam.trace.EhFact;
import unjam.trace.EndState;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/**
 * What drivers do in the scenarios of the catalog: stories that were measured or worked out, beside
 * those that recordings hold.
 */
class DriverStoriesTest {

  private static Simulation.Run run(String scenario, String... settings) {
    Scenario read =
        new ScenarioReader(Catalog.ofClassPath())
            .readFromCatalog(scenario, List.of(settings))
            .orThrow();
    return Simulation.run(read);
  }

  private static <F extends Fact> List<F> facts(Trace trace, Class<F> kind) {
    return IntStream.range(0, trace.size())
        .mapToObj(trace::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static double seconds(Trace trace, String io) {
    double[] at = {Double.NaN, Double.NaN};
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof IoFact.IoStarted started
          && trace.ioNames().get(started.io()).equals(io)) {
        at[0] = trace.nanos(seq) / 1e9;
      } else if (trace.fact(seq) instanceof IoFact.IoEnded ended
          && trace.ioNames().get(ended.io()).equals(io)) {
        at[1] = trace.nanos(seq) / 1e9;
      }
    }
    return at[1] - at[0];
  }

  private static List<String> log(Trace trace) {
    return facts(trace, MachineFact.Printed.class).stream()
        .map(MachineFact.Printed::line)
        .toList();
  }

  private static EndState.Device disk(Simulation.Run run, String at) {
    return run.end().devices().get(at);
  }

  /** Measured: 2T + d + 0.03 + resetwaittime + 47 + 10.2 = 108.4 s. */
  @Test
  void aRaidAdapterWaitsForItsFirmwareAndServesTheReadTwice() {
    Simulation.Run run = run("megaraid-firmware-fault");
    assertThat(seconds(run.trace(), "r")).isCloseTo(108.4, within(0.6));
    assertThat(log(run.trace()))
        .anyMatch(line -> line.endsWith("TASK ABORT not supported"))
        .anyMatch(line -> line.endsWith("TARGET RESET not supported"));
    assertThat(facts(run.trace(), MidLayerFact.LateCompletionDropped.class)).hasSize(1);
    assertThat(run.end().ios().get("r").errno()).isEqualTo(Errno.OK);
  }

  /** Measured: six tries of T + d + 0.02 each; the disk stays running. */
  @Test
  void aResetThatGivesTheCommandBackKeepsTheDiskFromGoingOffline() {
    Simulation.Run run = run("pvscsi-never-offline", "device/timeout=5");
    assertThat(run.end().ios().get("r").dispatches()).isEqualTo(6);
    assertThat(run.end().ios().get("r").errno()).isEqualTo(Errno.EIO);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("running");
    assertThat(facts(run.trace(), EhFact.HookCalled.class)).hasSize(6);
  }

  @Test
  void aVirtualMachineAsksForMoreTimeForEver() {
    Simulation.Run run = run("virtio-mute-host");
    assertThat(seconds(run.trace(), "r")).isCloseTo(120, within(0.01));
    assertThat(facts(run.trace(), TimeoutFact.DriverAsked.class)).hasSize(3);
    assertThat(log(run.trace())).isEmpty();
    assertThat(run.end().ios().get("r").maxRetries()).isZero();
  }

  /** 10 + 10 + 35 + 5 s after the one timeout; afterwards nothing is even sent. */
  @Test
  void aDeafSataDiskIsSwitchedOffAfterFourResets() {
    Simulation.Run run = run("sata-deaf-disk");
    assertThat(seconds(run.trace(), "r")).isBetween(90.0, 92.5);
    assertThat(facts(run.trace(), EhFact.LinkResetCalled.class)).hasSize(4);
    assertThat(seconds(run.trace(), "later")).isLessThan(0.01);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("running");
  }

  /** drivers/ata/libata-eh.c: ata_dev_disable. */
  @ParameterizedTest
  @CsvSource({"5.10, disabled", "6.1, disable device", "6.12, disable device"})
  void eachKernelHasItsWordsForADiskThatIsSwitchedOff(String kernel, String words) {
    assertThat(log(run("sata-deaf-disk", "kernel=" + kernel).trace()))
        .contains("ata1.00: " + words);
  }

  /** Nobody waits for a timeout: the port's interrupt says so. */
  @Test
  void aPulledCableIsNoticedWithoutATimeout() {
    Simulation.Run run = run("sata-cable-pulled");
    assertThat(facts(run.trace(), TimeoutFact.TimedOut.class)).isEmpty();
    assertThat(facts(run.trace(), EhFact.LinkResetCalled.class)).hasSize(3);
    assertThat(seconds(run.trace(), "app#12")).isBetween(10.0, 11.5);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("deleted");
    assertThat(disk(run, "1:0:0:0").state()).isEqualTo("running");
  }

  @Test
  void aMuteSataDiskLosesNcqAndSpeed() {
    assertThat(log(run("sata-mute-reads").trace()))
        .contains("ata1.00: NCQ disabled due to excessive errors")
        .contains("ata1: limiting SATA link speed to 3.0 Gbps")
        .anyMatch(line -> line.contains("READ DMA"));
  }

  @Test
  void theReadsBesideABadSectorAreSentAgainForFree() {
    Simulation.Run run = run("sata-bad-sector");
    assertThat(run.end().ios().get("bad").dispatches()).isEqualTo(1);
    assertThat(run.end().ios().values())
        .filteredOn(io -> io.errno() != Errno.OK)
        .hasSize(1);
    assertThat(facts(run.trace(), EhFact.LinkResetCalled.class)).isEmpty();
  }

  @Test
  void commandsOfABlockedPortWaitAndNobodyIsTold() {
    Simulation.Run run = run("fc-port-back-in-time");
    assertThat(run.end().ios().values()).allMatch(io -> io.errno() == Errno.OK);
    assertThat(seconds(run.trace(), "a#12")).isBetween(11.0, 12.5);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("running");
    assertThat(facts(run.trace(), EhFact.EhWoken.class)).isEmpty();
  }

  @Test
  void fastIoFailBoundsTheWaitAndThePortHealsByItself() {
    Simulation.Run run = run("fc-fast-io-fail");
    assertThat(seconds(run.trace(), "a#12")).isBetween(4.0, 5.5);
    assertThat(run.end().ios().get("a#12").errno()).isEqualTo(Errno.EIO);
    assertThat(run.end().ios().get("a#59").errno()).isEqualTo(Errno.OK);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("running");
  }

  /** Without fast_io_fail_tmo an application waits for dev_loss_tmo. */
  @Test
  void aPortThatStaysAwayIsGivenUp() {
    Simulation.Run run = run("fc-port-gone");
    assertThat(seconds(run.trace(), "a#12")).isBetween(29.0, 31.5);
    assertThat(disk(run, "0:0:0:0").state()).isEqualTo("deleted");
    assertThat(log(run.trace()))
        .anyMatch(line -> line.contains("rport-0:0-0: blocked FC remote port time out"));
  }

  /** A command that times out while the port is blocked is given more time. */
  @Test
  void aTimeoutDuringABlockedPortIsNoTimeout() {
    Simulation.Run run =
        run("fc-port-back-in-time", "faults.cable.until=200s", "until=250s",
            "machine.hosts.0.template={dev_loss_tmo: 300s}");
    assertThat(facts(run.trace(), TimeoutFact.AbortScheduled.class)).isEmpty();
    assertThat(run.end().ios().values()).allMatch(io -> io.errno() == Errno.OK);
  }

  /** What if the firmware of a SAS adapter could not reset a target? The host reset has to. */
  @Test
  void aRungThatIsTakenAwayIsClimbedPast() {
    Trace trace =
        run("seed-slow-disk", "machine.hosts.0.template={eh_target_reset_handler: none}").trace();
    assertThat(
            IntStream.range(0, trace.size())
                .mapToObj(trace::function)
                .filter(KernelFunction.EH_TARGET_RESET_HANDLER::equals))
        .isEmpty();
    assertThat(facts(trace, EhFact.HookCalled.class))
        .anyMatch(called -> called.hook().rung().equals("host-reset"));
  }
}
