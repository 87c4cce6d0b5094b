package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.LogFacility;

/**
 * Writes a scenario in one canonical way: every key in a fixed order, every number with its unit.
 * What it writes reads back as the same scenario, as long as the catalog is the same.
 */
public final class ScenarioWriter {

  private final Catalog catalog;

  public ScenarioWriter(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The scenario as YAML. */
  public String write(Scenario scenario) {
    Nodes all =
        new Nodes()
            .put("name", scenario.name())
            .put("title", scenario.title())
            .put(
                "kernel",
                KernelRulesTree.of(
                    scenario.kernel(), catalog.kernel(scenario.kernel().version())))
            .put("seed", scenario.seed())
            .put("until", scenario.until())
            .put(
                "limits",
                new Nodes()
                    .put("events", scenario.limits().maxEvents())
                    .put("memory", scenario.limits().maxTraceBytes())
                    .end())
            .put("machine", machine(scenario.machine(), scenario.kernel().version()))
            .put("above", scenario.above().stream().map(AboveReader::tree).toList())
            .put("workload", scenario.workload().stream().map(ScenarioWriter::stream).toList())
            .put("faults", scenario.faults().stream().map(FaultTree::of).toList())
            .put(
                "interventions",
                scenario.interventions().stream()
                    .map(each -> intervention(each, scenario.machine()))
                    .toList());
    return TreeText.of(all.end());
  }

  private Tree machine(Machine machine, String kernel) {
    return new Nodes()
        .put("hz", machine.hz())
        .put("cpus", machine.cpus())
        .put("jiffies_at_zero", machine.jiffiesAtZero())
        .put("logging_level", loggingLevel(machine.loggingLevel()))
        .put("hosts", machine.hosts().stream().map(host -> host(host, kernel)).toList())
        .end();
  }

  private static Tree loggingLevel(int word) {
    Nodes fields = new Nodes();
    for (LogFacility facility : LogFacility.values()) {
      if (facility.level(word) != 0) {
        fields.put(LogWord.key(facility), facility.level(word));
      }
    }
    return word == 0 ? Nodes.scalar("0") : fields.end();
  }

  private Tree host(Machine.Host host, String kernel) {
    LldProfile driver = host.driver();
    Nodes nodes = new Nodes().put("driver", driver.name());
    Tree.Mapping template =
        LldProfileTree.differences(driver, catalog.driver(driver.name(), kernel));
    if (!template.entries().isEmpty()) {
      nodes.put("template", template);
    }
    return nodes
        .put("eh_deadline", host.ehDeadline().map(seconds -> seconds + "s").orElse("off"))
        .put("disks", host.disks().stream().map(ScenarioWriter::disk).toList())
        .end();
  }

  private static Tree disk(Disk disk) {
    return new Nodes()
        .put("at", disk.at().toString())
        .put("name", disk.name())
        .put("size", Nodes.size(disk.sizeBytes()))
        .put("block_size", disk.blockSize())
        .put("service", FaultTree.serviceTime(disk.service()))
        .put("queue_depth", disk.queueDepth())
        .put("scheduler", disk.scheduler())
        .seconds("timeout", disk.timeoutSeconds())
        .seconds("eh_timeout", disk.ehTimeoutSeconds())
        .put("max_retries", disk.maxRetries())
        .put("max_medium_access_timeouts", disk.maxMediumAccessTimeouts())
        .put("allow_restart", disk.allowRestart())
        .put("removable", disk.removable())
        .put("write_cache", disk.writeCache())
        .put("state", disk.state().sysfs())
        .end();
  }

  private static Tree stream(Stream stream) {
    Nodes nodes =
        new Nodes()
            .put("label", stream.label())
            .put("device", stream.above().orElseGet(() -> stream.device().toString()))
            .put("op", stream.op().word())
            .put("mode", stream.mode().word());
    if (stream.op() != IoOp.FSYNC) {
      nodes.put("offset", Nodes.size(stream.offset()))
          .put("length", Nodes.size(stream.length()))
          .put("stride", Nodes.size(stream.stride()));
    }
    nodes.put("threads", stream.threads())
        .put("stagger", stream.stagger())
        .put("repeat", stream.repeat())
        .put("gap", stream.gap());
    stream.noNewIoAfter().ifPresent(time -> nodes.put("no_new_io_after", time));
    stream.sgioTimeout().ifPresent(time -> nodes.put("sgio_timeout", time));
    return nodes
        .put("failfast", failFast(stream.failFast()))
        .put("background", stream.background())
        .put("start", when(stream.start()))
        .end();
  }

  private static Tree failFast(FailFast bits) {
    List<String> words = new ArrayList<>();
    if (bits.dev()) {
      words.add("dev");
    }
    if (bits.transport()) {
      words.add("transport");
    }
    if (bits.driver()) {
      words.add("driver");
    }
    return Nodes.words(words);
  }

  static Tree when(When when) {
    return switch (when) {
      case When.At(SimTime time) -> Nodes.scalar(Nodes.span(time.nanos()));
      case When.AfterStream(String stream, SimTime plus) ->
          new Nodes().put("after", stream).put("plus", plus).end();
      case When.AfterKernelMessage(String text, SimTime plus) ->
          new Nodes().quoted("after_message", text).put("plus", plus).end();
    };
  }

  private static Tree intervention(Intervention intervention, Machine machine) {
    Nodes nodes = new Nodes().put("at", when(intervention.when()));
    return switch (intervention) {
      case Intervention.KnobWritten written -> nodes
          .put(
              InterventionReader.WRITE,
              new Nodes()
                  .put("path", KnobPaths.path(written.knob(), written.scope(), machine))
                  .quoted("value", written.value())
                  .end())
          .end();
      case Intervention.FaultStarts(When _, var rule) ->
          nodes.put(InterventionReader.START_FAULT, FaultTree.of(rule)).end();
      case Intervention.FaultEnds(When _, String id) ->
          nodes.put(InterventionReader.END_FAULT, id).end();
      case Intervention.WorkloadStarts(When _, Stream stream) ->
          nodes.put(InterventionReader.START_WORKLOAD, stream(stream)).end();
      case Intervention.WorkloadStops(When _, String label) ->
          nodes.put(InterventionReader.STOP_WORKLOAD, label).end();
      case Intervention.TargetsAsked(When _, SimTime patience) ->
          nodes.put(InterventionReader.ASK_TARGETS, patience).end();
    };
  }
}
