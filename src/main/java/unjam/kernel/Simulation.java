package unjam.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import unjam.engine.Coroutines;
import unjam.engine.EventQueue;
import unjam.engine.LimitExceeded;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.kernel.above.Layers;
import unjam.kernel.block.RequestQueue;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Ratelimit;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.iscsi.IscsiTcp;
import unjam.kernel.lld.Ahci;
import unjam.kernel.lld.Drivers;
import unjam.kernel.lld.FaultInjector;
import unjam.kernel.lld.FibreChannel;
import unjam.kernel.lld.Lld;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLib;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.kernel.midlayer.Sd;
import unjam.kernel.user.Administrator;
import unjam.kernel.user.Applications;
import unjam.kernel.user.Moments;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.EndState;
import unjam.trace.ExecContext;
import unjam.trace.MachineFact;
import unjam.trace.Trace;
import unjam.trace.TraceHeader;
import unjam.trace.TraceRecorder;

/**
 * The pure function from a scenario to its trace. The same scenario gives the same trace on every
 * machine; nothing survives a run.
 */
public final class Simulation {

  /** Engine events between two looks at whether somebody wants to stop the run. */
  private static final int CANCEL_CHECK_EVENTS = 1024;

  /** Engine events a run may execute for each event that its trace may hold. */
  private static final int ENGINE_EVENTS_PER_TRACE_EVENT = 4;

  private final Scenario scenario;
  private final EventQueue events;
  private final Map<Hctl, ScsiDevice> devices = new LinkedHashMap<>();
  private final List<ScsiHost> hosts = new ArrayList<>();
  private final TraceRecorder recorder;
  private final Kernel kernel;
  private final FaultInjector faults;
  private final Ahci ahci;
  private final IscsiTcp iscsi;
  private final FibreChannel fibreChannel;
  private final Moments moments;
  private final Administrator administrator;
  private final Applications applications;

  /**
   * A finished run.
   *
   * @param trace what happened
   * @param end where the simulator's own objects stood at the end
   * @param cancelled whether it was stopped on request
   */
  public record Run(Trace trace, EndState end, boolean cancelled) {}

  private Simulation(
      Scenario scenario, EventQueue events, Coroutines threads, TraceRecorder recorder) {
    this.scenario = scenario;
    this.events = events;
    this.recorder = recorder;
    Machine machine = scenario.machine();
    kernel =
        new Kernel(
            events,
            threads,
            recorder,
            scenario.kernel(),
            machine.hz(),
            machine.jiffiesAtZero(),
            scenario.limits().eventsThatFit());
    kernel.setLoggingLevel(machine.loggingLevel());
    ScsiLogging log = new ScsiLogging(kernel);
    DeviceStates states = new DeviceStates(kernel, log);
    Sd sd = new Sd(kernel, log, states);
    ScsiSense sense = new ScsiSense(kernel, log);
    ScsiLib lib = new ScsiLib(kernel, log, sense, sd);
    faults = new FaultInjector(kernel);
    Lld lld = new Lld(kernel, log, faults);
    Drivers drivers = new Drivers();
    ScsiErrorHandler eh = new ScsiErrorHandler(kernel, log, sense, sd, states, lib, drivers);
    lib.connect(drivers, eh);
    lld.connect(lib.completion());
    ahci = new Ahci(kernel, states, faults, lld, eh);
    iscsi = new IscsiTcp(kernel, faults, states, lib.completion());
    fibreChannel = new FibreChannel(kernel, states, faults, lld);
    addHosts(machine, lib, lld, drivers, eh);
    moments = new Moments(kernel);
    administrator = new Administrator(kernel, log, states, hosts);
    applications = new Applications(
            kernel, log, devices, moments, eh, new Layers(kernel, scenario.above(), devices, eh));
  }

  /** Runs a scenario to its end. */
  public static Run run(Scenario scenario) {
    return run(scenario, "", () -> false);
  }

  /**
   * Runs a scenario.
   *
   * @param text the scenario as canonical text, for the trace's header
   * @param cancelled asked now and then; the run ends early when it says true
   * @throws LimitExceeded when the run does not end within the scenario's limits
   */
  public static Run run(Scenario scenario, String text, BooleanSupplier cancelled) {
    return run(scenario, text, cancelled, new TraceRecorder());
  }

  /** As {@link #run(Scenario, String, BooleanSupplier)}, into the given recorder. */
  public static Run run(
      Scenario scenario, String text, BooleanSupplier cancelled, TraceRecorder recorder) {
    Run[] result = new Run[1];
    try {
      Coroutines.drive(
          () -> {
            EventQueue events = new EventQueue();
            try (Coroutines threads = new Coroutines(events)) {
              result[0] =
                  new Simulation(scenario, events, threads, recorder).run(text, cancelled);
            }
          });
    } catch (IllegalStateException failure) {
      if (failure.getCause() instanceof LimitExceeded limit) {
        throw named(limit, scenario.limits());
      }
      throw failure;
    } catch (LimitExceeded limit) {
      throw named(limit, scenario.limits());
    }
    return result[0];
  }

  /** A trace that would not fit into memory is told in bytes. */
  private static LimitExceeded named(LimitExceeded limit, Scenario.Limits limits) {
    return limits.memoryComesFirst() && limit.value() == limits.eventsThatFit()
        ? new LimitExceeded("bytes of memory for the trace", limits.maxTraceBytes(), limit.at())
        : limit;
  }

  private Run run(String text, BooleanSupplier cancelled) {
    describeMachine();
    plan();
    boolean stopped = loop(cancelled);
    EndState end = endState();
    TraceHeader header =
        new TraceHeader(
            scenario.name(),
            text,
            scenario.kernel().version(),
            scenario.machine().hz(),
            scenario.seed(),
            TraceHeader.Origin.SIMULATED);
    return new Run(recorder.freeze(header), end, stopped);
  }

  private void addHosts(
      Machine machine, ScsiLib lib, Lld lld, Drivers drivers, ScsiErrorHandler eh) {
    Prng prng = new Prng(scenario.seed());
    String printer =
        scenario.kernel().blockErrorPrefix().isEmpty() ? "blk_print_req_error" : "print_req_error";
    Ratelimit errorLines = new Ratelimit(kernel, printer);
    for (Machine.Host config : machine.hosts()) {
      ScsiHost host =
          new ScsiHost(config.number(), config.driver(), config.ehDeadline(), machine.hz());
      hosts.add(host);
      boolean ata = config.driver().ehStrategy() == LldProfile.Strategy.ATA_SCSI_ERROR;
      boolean remote = config.driver().transport() == LldProfile.Transport.ISCSI;
      boolean fc = config.driver().transport() == LldProfile.Transport.FC;
      drivers.add(host, remote ? iscsi : ata ? ahci : fc ? fibreChannel : lld);
      if (remote) {
        iscsi.add(host);
      }
      eh.add(host);
      for (Disk disk : config.disks()) {
        ScsiDevice device = new ScsiDevice(devices.size(), host, disk, machine.hz());
        device.attach(new RequestQueue(kernel, device, host.tags(), lib, errorLines));
        host.devices().add(device);
        devices.put(disk.at(), device);
        Prng service = prng.stream(disk.at() + ".service");
        if (remote) {
          iscsi.add(device, service);
        } else {
          lld.add(device, service);
        }
        if (ata) {
          ahci.add(host, device);
        } else if (fc) {
          fibreChannel.add(host, device);
        }
      }
    }
  }

  /**
   * The machine enters the trace as facts, so that a reader needs nothing else to know what exists.
   */
  private void describeMachine() {
    for (Machine.Host config : scenario.machine().hosts()) {
      kernel.noteScenario(
          Kernel.NONE,
          config.number(),
          new MachineFact.HostAdded(
              config.driver().name(),
              List.copyOf(config.driver().hooks().keySet()),
              config.driver().canQueue(),
              config.driver().nrHwQueues(),
              config.driver().ehStrategy().name().toLowerCase(Locale.ROOT)));
      knob(
          Kernel.NONE,
          config.number(),
          Knob.EH_DEADLINE,
          new Scope.Host(config.number()),
          config.ehDeadline().map(String::valueOf).orElse("off"));
      for (Disk disk : config.disks()) {
        describe(disk, config.number());
      }
    }
    iscsi.describe();
    fibreChannel.describe();
    hosts.forEach(this::describeTransport);
    knob(
        Kernel.NONE,
        Kernel.NONE,
        Knob.LOGGING_LEVEL,
        new Scope.Machine(),
        String.valueOf(scenario.machine().loggingLevel()));
  }

  /** What the files of sessions and remote ports hold at first. */
  private void describeTransport(ScsiHost host) {
    if (host.transportSettings().isEmpty()) {
      return;
    }
    boolean session = host.template().transport() == LldProfile.Transport.ISCSI;
    Set<Scope> places = new LinkedHashSet<>();
    for (ScsiDevice device : host.devices()) {
      Hctl at = device.at();
      places.add(
          session
              ? new Scope.Host(host.number())
              : new Scope.Target(at.host(), at.channel(), at.target()));
    }
    for (Knob knob : Knob.values()) {
      if (knob.setting().isPresent() && (knob.level() == Knob.Level.HOST) == session) {
        for (Scope place : places) {
          OptionalLong seconds =
              host.transportSettings().get().seconds(place, knob.setting().get());
          String value = seconds.isPresent() ? Long.toString(seconds.getAsLong()) : off(knob);
          knob(Kernel.NONE, host.number(), knob, place, value);
        }
      }
    }
  }

  /** Only some files have a word for it; the others hold 0. */
  private static String off(Knob knob) {
    return knob.isWritable() ? "off" : "0";
  }

  private void describe(Disk disk, int host) {
    ScsiDevice device = devices.get(disk.at());
    if (device == null) {
      throw new IllegalStateException("no device for " + disk.at());
    }
    int index = device.index();
    kernel.noteScenario(
        index,
        host,
        new MachineFact.DeviceAdded(disk.at(), disk.name(), disk.sizeBytes(), disk.blockSize()));
    Scope scope = new Scope.Lun(disk.at());
    Map<Knob, String> knobs = new LinkedHashMap<>();
    knobs.put(Knob.STATE, disk.state().sysfs());
    knobs.put(Knob.TIMEOUT, String.valueOf(disk.timeoutSeconds()));
    knobs.put(Knob.EH_TIMEOUT, String.valueOf(disk.ehTimeoutSeconds()));
    knobs.put(Knob.QUEUE_DEPTH, String.valueOf(disk.queueDepth()));
    knobs.put(Knob.MAX_RETRIES, String.valueOf(disk.maxRetries()));
    knobs.put(
        Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, String.valueOf(disk.maxMediumAccessTimeouts()));
    knobs.put(Knob.ALLOW_RESTART, disk.allowRestart() ? "1" : "0");
    knobs.forEach((knob, value) -> knob(index, host, knob, scope, value));
  }

  private void knob(int device, int host, Knob knob, Scope scope, String value) {
    kernel.noteScenario(device, host, new MachineFact.KnobSet(knob, scope, value));
  }

  private void plan() {
    scenario.faults().forEach(this::plan);
    for (Intervention intervention : scenario.interventions()) {
      moments.at(intervention.when(), ExecContext.ADMIN, () -> act(intervention));
    }
    scenario.workload().forEach(applications::plan);
  }

  private void plan(FaultRule rule) {
    rule.until()
        .ifPresent(
            when ->
                moments.at(
                    when, ExecContext.ADMIN, () -> faults.disarm(rule.id(), "its time is up")));
    if (rule.from().isPresent()) {
      moments.at(rule.from().get(), ExecContext.ADMIN, () -> faults.arm(rule));
    } else {
      faults.arm(rule);
    }
  }

  private void act(Intervention intervention) {
    switch (intervention) {
      case Intervention.KnobWritten write -> administrator.write(write);
      case Intervention.FaultStarts(var when, var rule) -> plan(rule);
      case Intervention.FaultEnds(var when, var id) -> faults.disarm(id, "ended by hand");
      case Intervention.WorkloadStarts(var when, var stream) ->
          applications.plan(
              stream,
              stream.start() instanceof When.At(var delay)
                  ? new When.At(delay.plus(SimTime.ofNanos(kernel.now())))
                  : stream.start());
      case Intervention.WorkloadStops(var when, var label) -> applications.stop(label);
      case Intervention.TargetsAsked(var when, var patience) -> iscsi.discover(patience.nanos());
    }
  }

  private boolean loop(BooleanSupplier cancelled) {
    long until = scenario.until().nanos();
    long limit = scenario.limits().maxEvents() * ENGINE_EVENTS_PER_TRACE_EVENT;
    while (events.nextTime() <= until && events.runNext()) {
      long executed = events.executed();
      if (executed > limit) {
        throw new LimitExceeded(
            "engine events", limit, SimTime.ofNanos(events.now()));
      }
      if (executed % CANCEL_CHECK_EVENTS == 0 && cancelled.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private EndState endState() {
    Map<String, EndState.Device> deviceStates = new TreeMap<>();
    devices.forEach(
        (at, device) -> deviceStates.put(at.toString(), device.endState()));
    Map<Integer, EndState.Host> hostStates = new TreeMap<>();
    hosts.forEach(
        host ->
            hostStates.put(
                host.number(),
                new EndState.Host(host.state().sysfs(), host.busy(), host.failed())));
    return new EndState(applications.endState(), deviceStates, hostStates);
  }
}
