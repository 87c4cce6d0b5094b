package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.analysis.LedgerTerm.Kind;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;

/** The sum that makes an application's wait. */
class LedgerTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  /** A deadline is counted in ticks from the last one, so up to one of them is missing. */
  private static final long TICK = 4 * MILLI;

  private static Stream<String> scenarios() {
    return Catalog.ofClassPath().scenarios().stream();
  }

  private static OpenRun run(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private static List<Kind> waits(Ledger ledger) {
    return ledger.longerThan(MILLI).stream().map(LedgerTerm::kind).toList();
  }

  /** A sum without a rest: the terms follow each other, and together they are the wait. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void termsFollowEachOtherFromTheQuestionToTheAnswer(String scenario) {
    OpenRun run = run(scenario);
    for (int io = 0; io < run.timeline().ios().size(); io++) {
      LedgerReader.of(run.timeline(), io)
          .ifPresent(
              ledger -> {
                long at = ledger.from();
                for (LedgerTerm term : ledger.terms()) {
                  assertThat(term.from()).isEqualTo(at);
                  assertThat(term.to()).isGreaterThan(at);
                  at = term.to();
                }
                assertThat(at).isEqualTo(ledger.to());
                assertThat(ledger.waited())
                    .isEqualTo(
                        run.timeline().ios().of(ledger.io()).ended()
                            ? run.timeline().ios().of(ledger.io()).latency()
                            : run.trace().endNanos() - ledger.from());
              });
    }
  }

  /** 30 s, the lateness of the timer, 10 ms, the abort, and the second try. */
  @Test
  void aLostCommandWaitsForItsTimerAndForTheTimersTimer() {
    Ledger ledger = LedgerReader.ofLongest(run("lost-command").timeline()).orElseThrow();
    assertThat(waits(ledger))
        .containsSubsequence(Kind.TIMER, Kind.LATENESS, Kind.ABORT_DELAY);
    assertThat(ledger.sum(Kind.TIMER)).isBetween(30 * SECOND - TICK, 30 * SECOND);
    assertThat(ledger.sum(Kind.ABORT)).isPositive().isLessThan(MILLI);
    assertThat(ledger.terms().stream().filter(each -> each.kind() == Kind.TIMER))
        .allMatch(each -> each.nominal() == 30 * SECOND);
    assertThat(ledger.sum(Kind.ABORT_DELAY)).isBetween(8 * MILLI, 13 * MILLI);
    assertThat(ledger.told()).isTrue();
  }

  /** Two timers, and a ladder on which each question may take ten seconds. */
  @Test
  void theOpeningStoryIsTwoTimersAndALadder() {
    Ledger ledger = LedgerReader.ofLongest(run("seed-slow-disk").timeline()).orElseThrow();
    assertThat(waits(ledger))
        .containsSubsequence(
            Kind.TIMER, Kind.LATENESS, Kind.ABORT_DELAY, Kind.ABORT, Kind.TIMER, Kind.LATENESS,
            Kind.LUN_RESET, Kind.TARGET_RESET, Kind.TUR, Kind.HOST_RESET, Kind.SETTLING);
    assertThat(ledger.sum(Kind.TIMER)).isBetween(60 * SECOND - 2 * TICK, 60 * SECOND);
    assertThat(ledger.longerThan(MILLI).stream().filter(each -> each.kind() == Kind.TUR))
        .hasSize(1)
        .allMatch(each -> each.nominal() == 10 * SECOND);
    assertThat(ledger.sum(Kind.SETTLING)).isBetween(10 * SECOND, 10 * SECOND + 256 * MILLI);
  }

  /**
   * The seed's story with stock settings: the ping makes the timer run twice, the abort waits 15 s
   * for the target, the session 120 s for a login.
   */
  @Test
  void anIscsiSessionAddsItsOwnTimers() {
    Ledger ledger = LedgerReader.ofLongest(run("iscsi-stock").timeline()).orElseThrow();
    assertThat(waits(ledger))
        .containsSubsequence(
            Kind.TIMER, Kind.LATENESS, Kind.TIMER, Kind.LATENESS, Kind.ABORT_DELAY, Kind.ABORT,
            Kind.SESSION);
    assertThat(ledger.terms())
        .filteredOn(each -> each.kind() == Kind.ABORT)
        .extracting(LedgerTerm::nominal)
        .containsExactly(15 * SECOND);
    assertThat(ledger.longerThan(MILLI))
        .filteredOn(each -> each.kind() == Kind.SESSION)
        .extracting(LedgerTerm::nominal)
        .containsExactly(120 * SECOND);
  }

  /** Who waits behind a cable that is cut waits for the session's timer, not for a gate. */
  @Test
  void aBlockedPathIsATermOfItsOwn() {
    Ledger ledger = LedgerReader.ofLongest(run("iscsi-cable-cut").timeline()).orElseThrow();
    assertThat(ledger.sum(Kind.SESSION)).isBetween(115 * SECOND, 125 * SECOND);
    assertThat(ledger.sum(Kind.WAITS)).isLessThan(SECOND);
    assertThat(ledger.sum(Kind.TIMER)).isZero();
  }

  /** The first read is answered after its deadline, but before anybody has looked. */
  @Test
  void anAnswerBeforeTheTimerIsNoTimeout() {
    OpenRun run = run("late-answer");
    for (int io = 0; io < run.timeline().ios().size(); io++) {
      if (run.timeline().ios().of(io).timeouts() == 0) {
        LedgerReader.of(run.timeline(), io)
            .ifPresent(each -> assertThat(each.sum(Kind.TIMER)).isZero());
      }
    }
  }

  @Test
  void aHealthyReadWaitsForItsDiskOnly() {
    Ledger ledger = LedgerReader.of(run("lost-command").timeline(), 0).orElseThrow();
    assertThat(ledger.at(ledger.from())).isZero();
    assertThat(ledger.at(ledger.to())).isEqualTo(-1);
  }

  /** 200 ms of the hedge, then what the other copy takes; nothing of the silent disk's 30 s. */
  @Test
  void aHedgedReadWaitsForTheHedgeAndTheOtherCopy() {
    Ledger ledger =
        LedgerReader.of(run("replicated-hedged").timeline(), 0).orElseThrow();
    assertThat(waits(ledger)).containsExactly(Kind.ABOVE, Kind.SERVICE);
    assertThat(ledger.terms().getFirst().nanos()).isBetween(200_000_000L, 200_100_000L);
  }

  /** scsi_tmf_0 takes one command after the other: what waits there is not the delay of 10 ms. */
  @Test
  void anAbortWaitsForTheAbortsBeforeIt() {
    OpenRun run = run("many-stuck");
    Ledger longest = LedgerReader.ofLongest(run.timeline()).orElseThrow();

    assertThat(longest.sum(Kind.ABORT_QUEUE)).isGreaterThan(SECOND);
    assertThat(longest.terms())
        .filteredOn(each -> each.kind() == Kind.ABORT_DELAY)
        .allMatch(each -> each.nanos() <= 13 * MILLI);
  }

  /** A read at the barrier of a frozen array has no command, so the block layer has nothing. */
  @Test
  void aReadAtTheBarrierWaitsForTheRepair() {
    OpenRun run = run("raid1-bad-sector");
    Ledger other =
        run.timeline().ios().all().stream()
            .filter(each -> run.trace().ioNames().get(each.io()).startsWith("app"))
            .flatMap(each -> LedgerReader.of(run.timeline(), each.io()).stream())
            .max(Comparator.comparingLong(Ledger::waited))
            .orElseThrow();

    assertThat(other.sum(Kind.BARRIER)).isBetween(6 * SECOND, 8 * SECOND);
    assertThat(other.sum(Kind.WAITS)).isLessThan(MILLI);
  }

  /** Each pause is decided in the function that made it necessary. */
  @Test
  void thePauseAfterABusResetIsTheBusResets() {
    Ledger ledger = LedgerReader.ofLongest(run("deaf-to-resets").timeline()).orElseThrow();

    assertThat(waits(ledger))
        .containsSubsequence(Kind.BUS_SETTLING, Kind.TUR, Kind.SETTLING, Kind.TUR);
    assertThat(Kind.BUS_SETTLING.source()).endsWith("scsi_try_bus_reset");
    assertThat(Kind.SETTLING.source()).endsWith("scsi_try_host_reset");
  }

  private static OpenRun written(String yaml) {
    Scenario story =
        new ScenarioReader(Catalog.ofClassPath()).readText("story", yaml, List.of()).orThrow();
    return OpenRun.of(story, Simulation.run(story).trace());
  }

  private static Ledger ledgerOf(OpenRun run, String io) {
    int at = run.trace().ioNames().indexOf(io);
    return LedgerReader.of(run.timeline(), at).orElseThrow();
  }

  private static final String TWO_DISKS =
      """
      name: story
      title: A story
      until: 100s
      machine:
        hosts:
          - {driver: scsi_debug, disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]}
          - {driver: scsi_debug, disks: [{at: 1:0:0:0, name: sdb, size: 1GiB, service: 4ms}]}
      """;

  /** drivers/md/dm-mpath.c: multipath_clone_and_map; both paths fail, one is back at 42 s. */
  @Test
  void anIoWithoutAPathIsHeldAndNothingBoundsThat() {
    OpenRun run =
        written(
            TWO_DISKS
                + """
                above:
                  - name: m
                    multipath: {paths: [0:0:0:0, 1:0:0:0], no_path_retry: queue}
                workload: [{label: r, device: m, offset: 1MiB}]
                faults:
                  - {id: f, on: machine, result: {host_byte: DID_NO_CONNECT}, until: 42s}
                """);
    Ledger ledger = ledgerOf(run, "r");

    assertThat(ledger.sum(Kind.HELD)).isBetween(41 * SECOND, 48 * SECOND);
    assertThat(ledger.terms())
        .filteredOn(each -> each.kind() == Kind.HELD)
        .allMatch(each -> each.nominal() == -1);
    assertThat(waits(ledger)).contains(Kind.HELD, Kind.SERVICE);
  }

  /** drivers/md/md.c: md_write_start; a leg is lost and the other one's superblock takes 5 s. */
  @Test
  void aWriteWaitsForTheSuperblockOfAnArrayThatLostALeg() {
    OpenRun run =
        written(
            TWO_DISKS
                + """
                above: [{name: md0, raid1: {legs: [0:0:0:0, 1:0:0:0], failfast: true}}]
                workload:
                  - {label: r, device: md0, offset: 1MiB}
                  - {label: w, device: md0, op: write, offset: 4MiB, start: 32s}
                faults:
                  - {id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}
                  - {id: sb, on: 1:0:0:0, slow: {extra: 5s}, opcode: WRITE_10, lba: 8..15}
                """);
    Ledger ledger = ledgerOf(run, "w");

    assertThat(ledger.sum(Kind.SUPERBLOCK)).isBetween(3 * SECOND, 5 * SECOND);
    assertThat(waits(ledger)).containsExactly(Kind.SUPERBLOCK, Kind.SERVICE);
  }

  /**
   * The second timeout goes to the ladder, and its rung is a function that the target is asked for
   * (drivers/scsi/libiscsi.c: iscsi_eh_device_reset waits lu_reset_timeout for the answer).
   */
  @Test
  void aResetOverTheNetworkMayTakeWhatItsDriverGrantsIt() {
    OpenRun run =
        written(
            """
            name: story
            title: A story
            until: 400s
            machine:
              hosts:
                - driver: iscsi_tcp
                  template: {lu_reset_tmo: 12s}
                  disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]
            workload: [{label: r, device: 0:0:0:0, offset: 1MiB}]
            faults:
              - {id: f, on: 0:0:0:0, slow: {extra: 66s}, opcode: READ_10, count: 2}
            """);

    assertThat(ledgerOf(run, "r").longerThan(MILLI))
        .filteredOn(each -> each.kind() == Kind.LUN_RESET)
        .extracting(LedgerTerm::nominal)
        .containsExactly(12 * SECOND);
  }
}
