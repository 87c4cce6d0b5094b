package unjam.app;

import java.util.List;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.kernel.Simulation;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;

/** Runs that tests look at. */
public final class Runs {

  /** A disk falls silent at 100 ms; the adapter's LUN reset fails, its host reset cures it. */
  private static final String TROUBLE =
      """
      name: trouble
      title: A disk falls silent and takes two others with it
      kernel: "6.12"
      seed: 1
      until: 60s
      machine:
        hosts:
          - driver: mpt3sas
            disks:
              - {at: 0:0:0:0, name: sda, timeout: 3s, eh_timeout: 3s, service: 100us}
              - {at: 0:0:1:0, name: sdb, timeout: 3s, eh_timeout: 3s, service: 100us}
              - {at: 0:0:2:0, name: sdc, timeout: 3s, eh_timeout: 3s, service: 100us}
      workload:
        - {label: a, device: 0:0:0:0, op: read, length: 4KiB, repeat: 20, gap: 50ms}
        - {label: b, device: 0:0:1:0, op: read, length: 4KiB, repeat: 60, gap: 500ms}
        - {label: c, device: 0:0:2:0, op: write, length: 4KiB, repeat: 60, gap: 500ms}
      faults:
        - {id: reads, on: 0:0:0:0, mute: {}, opcode: READ_10, from: 100ms,
           cured_by: eh_host_reset_handler}
        - {id: asked, on: 0:0:0:0, mute: {}, opcode: TEST_UNIT_READY, from: 100ms,
           cured_by: eh_host_reset_handler}
      """;

  private static final class Kept {
    static final OpenRun TROUBLE_RUN = run(TROUBLE);
    static final OpenRun OPENING =
        SimulationService.openNow(Catalog.ofClassPath(), "seed-slow-disk").orElseThrow();
  }

  private Runs() {}

  /** A short story with a timeout, an abort, a shut gate and a ladder climbed to the host reset. */
  public static OpenRun trouble() {
    return Kept.TROUBLE_RUN;
  }

  /** The story of the first start. */
  public static OpenRun opening() {
    return Kept.OPENING;
  }

  /** A scenario from its text. */
  public static OpenRun run(String text) {
    Scenario scenario =
        new ScenarioReader(Catalog.ofClassPath()).readText("test", text, List.of()).orThrow();
    return OpenRun.of(scenario, Simulation.run(scenario).trace());
  }

  /** The same situation in which somebody does something. */
  public static OpenRun run(Scenario scenario, List<Intervention> done) {
    Scenario now = scenario;
    for (Intervention each : done) {
      now = now.with(each);
    }
    return OpenRun.of(now, Simulation.run(now).trace());
  }
}
