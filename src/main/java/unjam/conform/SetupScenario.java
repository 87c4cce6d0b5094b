package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.engine.SimTime;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.KernelRules;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;

/**
 * Puts up a recorded situation: {@code setup.json} becomes a {@link Scenario}.
 *
 * <p>The run ends by itself when nothing is left to wait for; the limit set here, ten minutes
 * beyond the recording, is for a run that went wrong.
 */
final class SetupScenario {

  /** Recordings have no chance in them: any seed gives the same run. */
  private static final long SEED = 1;

  private static final SimTime BEYOND = SimTime.ofSeconds(600);

  private SetupScenario() {}

  static Situation of(Recording recording, Catalog catalog) {
    if (recording.family().equals(Recording.COMPACT)) {
      return known(recording.name(), catalog);
    }
    List<Problem> problems = recording.setup().problems();
    problems.clear();
    List<String> reasons = new ArrayList<>();
    Field setup = recording.setup();
    String driverName = setup.get("driver").get("name").text();
    Optional<KernelRules> kernel = catalog.kernel(recording.series());
    Optional<LldProfile> driver = catalog.driver(driverName, recording.series());
    if (kernel.isEmpty()) {
      reasons.add("not modelled yet: kernel " + recording.series());
    } else if (driver.isEmpty()) {
      reasons.add("not modelled yet: driver " + driverName
          + (recording.family().equals(driverName) ? "" : ", family " + recording.family()));
    }
    if (!problems.isEmpty()) {
      return new Situation.Unreadable(problems);
    }
    if (!reasons.isEmpty()) {
      return new Situation.NotPutUp(reasons);
    }
    return putUp(recording, kernel.get(), driver.get(), reasons);
  }

  /** A compact recording does not say in which situation it was made; the application does. */
  private static Situation known(String name, Catalog catalog) {
    return switch (new ScenarioReader(catalog).readRecorded(name)) {
      case Read.Good<Scenario>(var scenario) -> new Situation.PutUp(scenario, List.of());
      case Read.Bad<Scenario>(var problems) -> new Situation.Unreadable(problems);
    };
  }

  private static Situation putUp(
      Recording recording, KernelRules kernel, LldProfile driver, List<String> reasons) {
    Field setup = recording.setup();
    List<String> notes = new ArrayList<>();
    SimTime end = SimTime.ofNanos((long) (endMillis(recording) * SimTime.NANOS_PER_MILLI));
    Machine machine = new MachineFromSetup(setup, driver).machine();
    List<Stream> workload = StreamsFromSetup.streams(setup, machine, end, reasons);
    TreeSet<String> labels = new TreeSet<>();
    workload.forEach(stream -> labels.add(stream.label()));
    WhenFromSetup when = new WhenFromSetup(labels);
    List<FaultRule> faults = new ArrayList<>(FaultsFromSetup.rules(setup, when, reasons));
    faults.addAll(BackstoresFromSetup.rules(setup, when, workload));
    List<Intervention> changes =
        new ChangesFromSetup(recording, when, reasons, notes).interventions();
    if (!setup.problems().isEmpty()) {
      return new Situation.Unreadable(setup.problems());
    }
    if (!reasons.isEmpty()) {
      return new Situation.NotPutUp(reasons);
    }
    return new Situation.PutUp(
        new Scenario(recording.name(), recording.shows(), kernel, SEED, end.plus(BEYOND),
            Scenario.Limits.DEFAULT, machine, workload, faults, changes),
        notes);
  }

  /** Instant of the last thing that the recording has. */
  private static double endMillis(Recording recording) {
    Observed seen = recording.golden().seen();
    double end = 0;
    for (Landmark each : seen.landmarks()) {
      end = Double.isNaN(each.millis()) ? end : Math.max(end, each.millis());
    }
    for (Observed.Io io : seen.ios()) {
      end = Math.max(end, io.startMillis().orElse(0) + io.latencyMillis().orElse(0));
    }
    return end;
  }
}
