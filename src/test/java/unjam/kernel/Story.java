package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import unjam.analysis.Invariants;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.projection.Timeline;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scsi.Hctl;
import unjam.trace.AboveFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.EndState;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * A run, read as text. Instants are whole milliseconds, cut off: what the simulated processor needs
 * for a step disappears.
 */
final class Story {

  private final Scenario scenario;
  private final Trace trace;
  private final EndState end;
  private final Map<Integer, String> answers = new TreeMap<>();
  private final Map<Integer, String> disks = new TreeMap<>();

  private Story(Scenario scenario, Simulation.Run run) {
    this.scenario = scenario;
    this.trace = run.trace();
    this.end = run.end();
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof CallFact.Returned returned) {
        answers.put(returned.call(), " " + returned.value().text());
      }
      if (event.fact() instanceof MachineFact.DeviceAdded added) {
        disks.put(event.device(), added.disk());
      }
    }
  }

  /** Runs a scenario that is written as a file would be. */
  static Story written(String yaml) {
    return of(
        new ScenarioReader(Scenarios.CATALOG).readText("story", yaml, List.of()).orThrow());
  }

  /** Runs a scenario and checks what holds in every run. */
  static Story of(Scenario scenario) {
    String text = new ScenarioWriter(Scenarios.CATALOG).write(scenario);
    Simulation.Run run;
    try {
      run = Simulation.run(scenario);
    } catch (RuntimeException e) {
      throw new AssertionError("the run breaks off:\n" + text, e);
    }
    assertThat(Invariants.check(run.trace())).as("invariants of%n%s", text).isEmpty();
    assertThat(Timeline.of(run.trace()).endState())
        .as("the state folded from the trace of%n%s", text)
        .isEqualTo(run.end());
    return new Story(scenario, run);
  }

  Trace trace() {
    return trace;
  }

  EndState end() {
    return end;
  }

  /** From the first dispatch to the last answer: one line per turn the recovery takes. */
  String timeline() {
    return lines(true, List.of());
  }

  /** The same, of these steps only. */
  String timeline(String... steps) {
    return lines(true, List.of(steps));
  }

  /** The same steps without their instants. */
  String order(String... steps) {
    return lines(false, List.of(steps));
  }

  private String lines(boolean timed, List<String> steps) {
    StringBuilder lines = new StringBuilder();
    for (TraceEvent event : trace.events()) {
      String line = line(event);
      String step = line.indexOf(' ') < 0 ? line : line.substring(0, line.indexOf(' '));
      if (line.isEmpty() || !steps.isEmpty() && !steps.contains(step)) {
        continue;
      }
      if (timed) {
        lines.append(millis(event.nanos())).append(" ms  ");
      }
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  private String line(TraceEvent event) {
    String name = event.function().recordedAs();
    String answer = answers.getOrDefault(event.seq(), "");
    return switch (event.fact()) {
      case MidLayerFact.Dispatched sent -> "dispatch " + subject(event) + " " + sent.cdb().opcode();
      case MidLayerFact.QueuecommandBusy busy ->
          name + " " + subject(event) + " " + busy.value().text();
      case MidLayerFact.QueueInserted put ->
          name + " " + subject(event) + " " + put.reason().text() + " retries " + put.retries();
      case MidLayerFact.LateCompletionDropped _ -> "late_answer " + subject(event);
      case TimeoutFact.TimedOut out -> name + " " + subject(event) + " " + out.answer().text();
      case EhFact.EhAdded _ -> name + " " + subject(event);
      case EhFact.EhWoken woken -> name + " failed " + woken.hostFailed();
      case EhFact.HookCalled call -> name + " " + subject(event) + answer;
      case EhFact.TurBegan _, EhFact.StartUnitBegan _ -> name + " " + subject(event) + answer;
      case EhFact.EhCommandSent sent -> name + " " + sent.cdb().opcode() + answer;
      case EhFact.Settling settling -> "settle " + millis(settling.nanos()) + " ms";
      case EhFact.HostQueuesRan _ -> name;
      case MachineFact.DeviceStateSet set ->
          "state " + disks.get(event.device()) + " " + set.next().sysfs()
              + (set.legal() ? "" : " refused");
      case MachineFact.KnobRefused no -> "refused " + no.knob().name() + " " + no.errno();
      case MachineFact.FaultEnded ended -> "fault_ended " + ended.id();
      case AboveFact above -> above(event, above);
      case IoFact.SgHeaderFilled filled ->
          "sg_header " + trace.ioNames().get(filled.io()) + " " + filled.result().hex();
      case IoFact.OpenFailed failed ->
          "open_failed " + trace.ioNames().get(failed.io()) + " " + failed.errno();
      case IoFact.OpenWaits waits -> "open_waits " + trace.ioNames().get(waits.io());
      case IoFact.IoEnded ended -> "io_end " + trace.ioNames().get(ended.io()) + result(ended);
      case Fact _ -> "";
    };
  }

  private String above(TraceEvent event, AboveFact fact) {
    String io = fact.io() < 0 ? "" : " " + trace.ioNames().get(fact.io());
    String how =
        switch (fact) {
          case AboveFact.TrySent sent -> " " + sent.why();
          case AboveFact.TryEnded ended -> " " + ended.status();
          case AboveFact.CameLate late -> " " + late.status() + " buffer " + late.buffer();
          case AboveFact.TryGivenUp given -> " buffer " + given.buffer();
          case AboveFact.ServedElsewhere _ -> "";
          case AboveFact.QuorumReached reached -> " " + reached.written();
          case AboveFact.ArrayFrozen _, AboveFact.ArrayThawed _, AboveFact.BadBlocksSet _,
              AboveFact.Reinstated _, AboveFact.Held _, AboveFact.WaitsAbove _,
              AboveFact.HoldingEnded _, AboveFact.RemountedReadOnly _ -> "";
          case AboveFact.MarkedDown down -> " " + down.errors();
        };
    return event.function().kernelName() + io + " " + disks.get(event.device()) + how;
  }

  private static String result(IoFact.IoEnded ended) {
    return " " + (ended.ret() >= 0 ? Long.toString(ended.ret()) : ended.errno().name());
  }

  /** The IO of a command, or the disk of a command of the kernel's own. */
  private String subject(TraceEvent event) {
    int io = trace.ioOf(event.cmd());
    return io >= 0 ? trace.ioNames().get(io) : disks.getOrDefault(event.device(), "-");
  }

  /** What the kernel logged about the disks and hosts, without the numbers in front. */
  List<String> log() {
    List<String> lines = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof MachineFact.Printed printed) {
        lines.add(printed.line());
      }
    }
    return lines;
  }

  /** Log lines that hold these words. */
  List<String> log(String words) {
    return log().stream().filter(line -> line.contains(words)).toList();
  }

  /** How many times a step was taken. */
  long count(KernelFunction function) {
    return trace.events().stream()
        .filter(e -> e.function() == function && !(e.fact() instanceof CallFact.Returned))
        .count();
  }

  /** How an IO ended: its return value, or the name of the error. */
  String outcome(String io) {
    EndState.Io end = of(io);
    if (!end.ended()) {
      return "still waiting";
    }
    return end.ret() >= 0 ? Long.toString(end.ret()) : end.errno().name();
  }

  /** Outcomes of all IOs: {@code r1=4096 r2=EIO}. */
  String outcomes() {
    return end.ios().keySet().stream()
        .map(io -> io + "=" + outcome(io))
        .collect(Collectors.joining(" "));
  }

  /** Whole milliseconds from the start of an IO to its end. */
  long latency(String io) {
    long start = 0;
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof IoFact.IoStarted started
          && trace.ioNames().get(started.io()).equals(io)) {
        start = event.nanos();
      }
      if (event.fact() instanceof IoFact.IoEnded ended
          && trace.ioNames().get(ended.io()).equals(io)) {
        return millis(event.nanos() - start);
      }
    }
    throw new AssertionError(io + " does not end");
  }

  /** The longest of the IOs of a stream. */
  long longest(String stream) {
    return end.ios().keySet().stream()
        .filter(io -> io.equals(stream) || io.startsWith(stream + "#"))
        .filter(io -> of(io).ended())
        .mapToLong(this::latency)
        .max()
        .orElseThrow();
  }

  int dispatches(String io) {
    return of(io).dispatches();
  }

  int timeouts(String io) {
    return of(io).timeouts();
  }

  private EndState.Io of(String io) {
    EndState.Io found = end.ios().get(io);
    if (found == null) {
      throw new AssertionError("no IO " + io + " among " + end.ios().keySet());
    }
    return found;
  }

  /** State of a disk at the end, in the words of sysfs. */
  String state(String disk) {
    return device(disk).state();
  }

  /** {@code iorequest iodone ioerr iotmo} of a disk at the end. */
  String counters(String disk) {
    EndState.Device device = device(disk);
    return device.iorequestCnt() + " " + device.iodoneCnt() + " " + device.ioerrCnt() + " "
        + device.iotmoCnt();
  }

  EndState.Device device(String disk) {
    Hctl at =
        scenario.machine().hosts().stream()
            .flatMap(host -> host.disks().stream())
            .filter(d -> d.name().equals(disk))
            .map(Disk::at)
            .findFirst()
            .orElseThrow();
    EndState.Device device = end.devices().get(at.toString());
    if (device == null) {
      throw new AssertionError("no device " + at);
    }
    return device;
  }
}
