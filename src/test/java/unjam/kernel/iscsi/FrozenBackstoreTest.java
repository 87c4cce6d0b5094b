package unjam.kernel.iscsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.projection.TargetView;
import unjam.projection.Timeline;
import unjam.scenario.FaultRule;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.Errno;
import unjam.scsi.SdevState;
import unjam.scsi.TargetThread;
import unjam.trace.EhFact;
import unjam.trace.IoFact;
import unjam.trace.MachineFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** One frozen backstore behind a LIO target: who waits for whom, for how long, who is told. */
class FrozenBackstoreTest {

  private static final double SECOND = 1e9;
  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static Scenario scenario(String name) {
    return CATALOG.scenario(name).orElseThrow();
  }

  private static Trace run(String name) {
    return Simulation.run(scenario(name)).trace();
  }

  /** Seconds that the application with the frozen disk waits. */
  private static double seconds(Trace trace) {
    return span(trace, "app-a") / SECOND;
  }

  private static long span(Trace trace, String io) {
    int index = trace.ioNames().indexOf(io);
    long from = 0;
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof IoFact.IoStarted started && started.io() == index) {
        from = event.nanos();
      } else if (event.fact() instanceof IoFact.IoEnded ended && ended.io() == index) {
        return event.nanos() - from;
      }
    }
    throw new AssertionError(io + " never ended");
  }

  private static List<Errno> told(Trace trace, String stream) {
    return facts(trace, IoFact.IoEnded.class, ended -> {
      String name = trace.ioNames().get(ended.io());
      return name.startsWith(stream) ? Optional.of(ended.errno()) : Optional.empty();
    });
  }

  private static <F, T> List<T> facts(
      Trace trace, Class<F> kind, Function<F, Optional<T>> what) {
    List<T> found = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      if (kind.isInstance(event.fact())) {
        what.apply(kind.cast(event.fact())).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<String> reasons(Trace trace) {
    return facts(
        trace, TimeoutFact.DriverAsked.class, asked -> Optional.of(asked.reason()));
  }

  private static List<String> log(Trace trace, String part) {
    return facts(
        trace, MachineFact.Printed.class,
        printed -> Optional.of(printed.line()).filter(line -> line.contains(part)));
  }

  /** The same situation with the backstore frozen and read so much later. */
  private static Scenario later(Scenario scene, long millis) {
    List<Stream> streams = new ArrayList<>();
    for (Stream each : scene.workload()) {
      streams.add(
          each.label().equals("app-a")
              ? new Stream(
                  each.label(), each.device(), each.op(), each.mode(), each.offset(),
                  each.length(), each.threads(), each.stagger(), each.stride(), each.repeat(),
                  each.gap(), each.noNewIoAfter(), each.sgioTimeout(), each.failFast(),
                  each.background(), new When.At(SimTime.ofNanos(millis * 1_000_000)))
              : each);
    }
    FaultRule held = scene.faults().getFirst();
    FaultRule moved =
        new FaultRule(
            held.id(), held.fault(), held.scope(), OptionalInt.empty(), Optional.empty(), 0,
            OptionalInt.empty(), Optional.of(new When.At(SimTime.ofNanos(1_500_000_000))),
            held.until(), Optional.empty());
    return new Scenario(
        scene.name(), scene.title(), scene.kernel(), scene.seed(), scene.until(),
        scene.limits(), scene.machine(), streams, List.of(moved), scene.interventions());
  }

  @ParameterizedTest
  @ValueSource(longs = {2000, 2300, 2600, 2900, 3200, 3500, 3800})
  void everyTrialOfTheMeasuredTableLiesBetween64And69Seconds(long millis) {
    Trace trace = Simulation.run(later(scenario("iscsi-seed"), millis)).trace();
    assertThat(seconds(trace)).isBetween(64.0, 69.0);
    assertThat(told(trace, "app-a")).containsExactly(Errno.EIO);
  }

  @ParameterizedTest
  @CsvSource({
    "iscsi-seed, 66.0, 69.0",
    "iscsi-seed-noop-off, 66.0, 69.0",
    "iscsi-seed-long-abort, 63.0, 68.0",
    "iscsi-seed-three-timers, 66.0, 69.0",
    "iscsi-stock, 195.9, 197.9"
  })
  void settingsGiveTheSumThatTheirArithmeticSays(String name, double least, double most) {
    assertThat(seconds(run(name))).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({
    "iscsi-seed, 'nop-sent, abort'",
    "iscsi-seed-noop-off, abort",
    "iscsi-seed-three-timers, 'progress, nop-sent, abort'"
  })
  void howManyTimersRunIsDecidedFromWhatTheTransportKnows(String name, String reasons) {
    assertThat(String.join(", ", reasons(run(name)))).isEqualTo(reasons);
  }

  @Test
  void theLogIsTheSeeds() {
    List<String> lines = log(run("iscsi-seed"), "");
    assertThat(lines)
        .containsSubsequence(
            "ABORT_TASK: Found referenced iSCSI task_tag: 7",
            "connection1:0: detected conn error (1021)",
            "connection1:0: detected conn error (1021)",
            "session1: session recovery timed out after 3 secs",
            "sd 0:0:0:1: rejecting I/O to offline device",
            "sd 0:0:0:0: Device offlined - not ready after error recovery",
            "sd 0:0:0:0: [sda] tag#0 FAILED Result: hostbyte=DID_TRANSPORT_DISRUPTED"
                + " driverbyte=DRIVER_OK cmd_age=67s",
            "ABORT_TASK: Sending TMR_FUNCTION_COMPLETE for ref_tag: 7");
  }

  /** The error handler says so, but the state is never reached: that is why it heals by itself. */
  @Test
  void noDeviceIsEverReallyOffline() {
    Simulation.Run run = Simulation.run(scenario("iscsi-seed"));
    List<SdevState> reached =
        facts(
            run.trace(), MachineFact.DeviceStateSet.class,
            set -> set.legal() ? Optional.of(set.next()) : Optional.empty());
    assertThat(reached)
        .containsExactly(
            SdevState.SDEV_BLOCK, SdevState.SDEV_BLOCK, SdevState.SDEV_TRANSPORT_OFFLINE,
            SdevState.SDEV_TRANSPORT_OFFLINE, SdevState.SDEV_RUNNING, SdevState.SDEV_RUNNING);
    assertThat(told(run.trace(), "afterwards")).containsExactly(Errno.OK);
  }

  /** Abort, connection close and new login: each waits for the one bio. */
  @Test
  void threeThreadsOfTheTargetSleepUntilTheBackstoreAnswers() {
    Trace trace = run("iscsi-seed");
    Timeline timeline = Timeline.of(trace);
    assertThat(waits(timeline, 60)).isEmpty();
    assertThat(waits(timeline, 66)).containsExactly(TargetThread.TMR_WORKER);
    assertThat(waits(timeline, 75))
        .containsExactly(
            TargetThread.TMR_WORKER, TargetThread.ISCSI_TRX, TargetThread.ISCSI_NP);
    assertThat(waits(timeline, 90)).isEmpty();
  }

  private static List<TargetThread> waits(Timeline timeline, long seconds) {
    return timeline.at(seconds * 1_000_000_000L).target().session(0).orElseThrow().waits()
        .stream().map(TargetView.Wait::thread).toList();
  }

  @Test
  void everyDiskOfTheSessionFailsAndTheHealthyOneFirst() {
    Trace trace = run("iscsi-seed");
    assertThat(told(trace, "app-b")).contains(Errno.EIO, Errno.OK).endsWith(Errno.OK);
    int first = -1;
    for (TraceEvent event : trace.events()) {
      if (first < 0 && event.fact() instanceof IoFact.IoEnded ended
          && ended.errno() == Errno.EIO) {
        first = ended.io();
      }
    }
    assertThat(trace.ioNames().get(first)).startsWith("app-b");
  }

  @Test
  void aLongTimeoutHurtsNobodyWhoseBackstoreComesBack() {
    Trace trace = run("iscsi-in-time");
    assertThat(seconds(trace)).isBetween(59.0, 61.0);
    assertThat(log(trace, "")).isEmpty();
    assertThat(told(trace, "app-b")).containsOnly(Errno.OK);
  }

  @Test
  void aLoginInTimeLosesNothing() {
    Trace trace = run("iscsi-relogin-in-time");
    assertThat(told(trace, "app-a")).containsExactly(Errno.OK);
    assertThat(told(trace, "app-b")).containsOnly(Errno.OK);
    assertThat(log(trace, "timed out")).isEmpty();
  }

  /** The NOP finds it out; no command timer, no abort, no error handler has a part in it. */
  @Test
  void aCutCableIsFoundByTheNopAndToldAfterReplacementTimeout() {
    Trace trace = run("iscsi-cable-cut");
    assertThat(log(trace, "connection1:0"))
        .hasSize(2)
        .satisfies(
            lines -> assertThat(lines.getFirst()).contains("ping timeout of 5 secs expired"))
        .endsWith("connection1:0: detected conn error (1022)");
    assertThat(span(trace, "app-a#5") / SECOND).isBetween(129.0, 131.0);
    assertThat(facts(trace, EhFact.EhWoken.class, Optional::of)).isEmpty();
    assertThat(facts(trace, TimeoutFact.AbortRan.class, Optional::of)).isEmpty();
    assertThat(told(trace, "app-a")).contains(Errno.EIO).endsWith(Errno.OK);
  }

  /** Another session is safe, but only as long as it needs no login. */
  @Test
  void thePortalIsSharedThoughTheSessionIsNot() {
    Trace trace = run("iscsi-two-sessions");
    assertThat(told(trace, "app-a")).containsExactly(Errno.EIO);
    assertThat(told(trace, "app-b")).containsOnly(Errno.OK);
    assertThat(log(trace, "Login negotiation failed")).isNotEmpty();
  }
}
