package unjam.ui.scenario;

import java.util.List;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.scenario.Scenario;

/** The same situation under another kernel version. */
public final class OtherKernel {

  private OtherKernel() {}

  /**
   * Rules and drivers are those of the other version; everything else is as it was.
   *
   * @param version such as {@code 5.10}
   */
  public static Read<Scenario> of(Catalog catalog, Scenario scenario, String version) {
    return new ScenarioReader(catalog)
        .readText(
            scenario.name(), new ScenarioWriter(catalog).write(scenario),
            List.of("kernel=\"" + version + "\""));
  }
}
