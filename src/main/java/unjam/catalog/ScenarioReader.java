package unjam.catalog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.KernelRules;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;

/**
 * Reads scenarios, with the settings of a command line laid over them. Every mistake is found at
 * once; the format is described in {@code src/site/markdown/scenario-format.md}.
 */
public final class ScenarioReader {

  private static final long MOST_EVENTS = 1_000_000_000L;
  private static final SimTime A_MINUTE = SimTime.ofSeconds(60);

  private final Catalog catalog;

  public ScenarioReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A scenario from a file, as it stands there. */
  public Read<Scenario> read(Path file) {
    return read(file, List.of());
  }

  /** A scenario from a file that is named by a path of this machine. */
  public Read<Scenario> readFile(String file) {
    try {
      return read(Path.of(file));
    } catch (InvalidPathException e) {
      return new Read.Bad<>(
          List.of(new Problem(file, 0, 0, "is no path of this machine: " + e.getReason())));
    }
  }

  /**
   * A scenario from a file.
   *
   * @param settings changes as {@code KEY=VALUE}; see {@link ScenarioOverrides}
   */
  public Read<Scenario> read(Path file, List<String> settings) {
    return Problems.reading(
        problems ->
            YamlFile.text(file, problems)
                .flatMap(text -> scenario(file.toString(), text, settings, problems)));
  }

  /**
   * A scenario from its text.
   *
   * @param file what problems name as its place
   * @param settings changes as {@code KEY=VALUE}; see {@link ScenarioOverrides}
   */
  public Read<Scenario> readText(String file, String text, List<String> settings) {
    return Problems.reading(problems -> scenario(file, text, settings, problems));
  }

  /** A scenario of the catalog; throws {@link IllegalArgumentException} if it has none so named. */
  public Read<Scenario> readFromCatalog(String name, List<String> settings) {
    return readText(name + ".yaml", catalog.text(Catalog.SCENARIO, name), settings);
  }

  /**
   * The situation of a recording that does not describe its own; throws {@link
   * IllegalArgumentException} if nobody has described it.
   */
  public Read<Scenario> readRecorded(String name) {
    return readText(name + ".yaml", catalog.recordedText(name), List.of());
  }

  private Optional<Scenario> scenario(
      String file, String text, List<String> settings, Problems problems) {
    return YamlTree.parse(file, text, problems)
        .map(tree -> new ScenarioOverrides(catalog, problems).apply(tree, settings))
        .map(tree -> scenario(tree, false, problems));
  }

  /**
   * The scenario of a whole tree; only good if no problem was found.
   *
   * @param strict also says what is without effect, but does no harm
   */
  Scenario scenario(Tree tree, boolean strict, Problems problems) {
    Fields f = Fields.of(tree, "scenario", problems).knows(List.of("policy"));
    String name = f.required("name", Values::identifier, "name: slow-disk", "?");
    String title = f.required("title", Values::text, "title: One slow disk", "?");
    KernelRules rules = new RulesOfScenario(catalog).read(f);
    long seed = f.value("seed", Values::anyWhole, 1L);
    SimTime until = f.required("until", ScenarioReader::until, "until: 120s", A_MINUTE);
    Scenario.Limits limits = limits(f, problems);

    MachineReader machines =
        new MachineReader(new DriverOfHost(catalog, rules.version()), problems);
    Machine machine =
        f.requiredTree("machine", "machine: {hosts: [...]}")
            .map(each -> new PolicyOfScenario(catalog).applied(f, each))
            .map(machines::read)
            .orElse(new Machine(250, 1, 0, 0, List.of()));
    Devices devices =
        new Devices(
            machine, f.has("machine") && machines.addressesKnown(),
            driver -> catalog.driver(driver, rules.version()));
    List<Above> above = new AboveReader(devices, problems).read(f.list("above"));
    above.forEach(devices::add);
    WhenReader whens = new WhenReader(problems);
    References references = new References(problems);
    StreamReader streams = new StreamReader(devices, whens, problems);
    FaultReader faults = new FaultReader(devices, rules, whens, problems);
    InterventionReader interventions =
        new InterventionReader(
            new KnobPaths(machine), whens, references, streams, faults, problems);

    Scenario scenario =
        new Scenario(
            name, title, rules, seed, until, limits, machine, above,
            workload(f, streams, references),
            faults(f, faults, references),
            interventions(f, interventions));
    f.end();
    references.check(whens.mentions());
    FaultShadows.check(scenario, references.soundFaults(), strict, problems);
    return scenario;
  }

  private static SimTime until(String text) {
    SimTime until = Values.time(text);
    if (until.nanos() == 0) {
      throw new IllegalArgumentException("a run lasts longer than no time, for example 120s");
    }
    return until;
  }

  private static Scenario.Limits limits(Fields f, Problems problems) {
    Optional<Tree> tree = f.tree("limits");
    if (tree.isEmpty()) {
      return Scenario.Limits.DEFAULT;
    }
    Fields limits = Fields.of(tree.get(), "limits", problems);
    long events =
        limits.value(
            "events", Values.whole(1, MOST_EVENTS), Scenario.Limits.DEFAULT.maxEvents());
    long bytes =
        limits.value(
            "memory",
            text -> atLeastOneEvent(Values.size(text)),
            Scenario.Limits.DEFAULT.maxTraceBytes());
    limits.end();
    return new Scenario.Limits(events, bytes);
  }

  private static long atLeastOneEvent(long bytes) {
    if (bytes < Scenario.Limits.BYTES_PER_EVENT) {
      throw new IllegalArgumentException(
          "a trace needs memory for one event at least, " + Scenario.Limits.BYTES_PER_EVENT
              + " bytes; for example 1GiB");
    }
    return bytes;
  }

  private static List<Stream> workload(Fields f, StreamReader reader, References references) {
    List<Stream> all = new ArrayList<>();
    for (Tree tree : f.list("workload")) {
      Stream stream = reader.read(tree);
      references.stream(stream, Optional.empty(), tree);
      all.add(stream);
    }
    return all;
  }

  private static List<FaultRule> faults(Fields f, FaultReader reader, References references) {
    List<FaultRule> all = new ArrayList<>();
    for (Tree tree : f.list("faults")) {
      int before = f.problems().count();
      FaultRule rule = reader.read(tree);
      references.fault(rule.id(), tree, f.problems().count() == before);
      all.add(rule);
    }
    return all;
  }

  private static List<Intervention> interventions(Fields f, InterventionReader reader) {
    List<Intervention> all = new ArrayList<>();
    for (Tree tree : f.list("interventions")) {
      reader.read(tree).ifPresent(all::add);
    }
    return all;
  }
}
