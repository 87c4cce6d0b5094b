package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.engine.SimTime;
import unjam.scenario.LldProfile;
import unjam.scenario.LldProfile.Hook;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Opcode;

/** What the writer writes reads back as the same scenario. */
class RoundTripTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final ScenarioReader READER = new ScenarioReader(CATALOG);
  private static final ScenarioWriter WRITER = new ScenarioWriter(CATALOG);

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioOfTheCatalogComesBack(String name) {
    assertComesBack(CATALOG.scenario(name).orElseThrow());
  }

  static Stream<String> scenarios() {
    return CATALOG.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyScenarioComesBack(long seed) {
    assertComesBack(RandomScenario.of(seed));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @Test
  void aTextThatWasWrittenIsWrittenAgainTheSame() {
    String once = WRITER.write(RandomScenario.of(7));
    Scenario back = READER.readText("once", once, List.of()).orThrow();
    assertThat(WRITER.write(back)).isEqualTo(once);
  }

  @Test
  void aDriverThatDiffersFromTheCatalogTakesItsDifferencesAlong() {
    LldProfile known = CATALOG.driver("mpt3sas", "6.12").orElseThrow();
    Map<EhHook, Hook> hooks = new EnumMap<>(known.hooks());
    hooks.remove(EhHook.EH_TARGET_RESET_HANDLER);
    Scenario changed = withDriver(
        new LldProfile(
            known.name(), 64, known.cmdPerLun(), 2, hooks, LldProfile.TimedOut.RESET_TIMER,
            known.ehStrategy(), LldProfile.Transport.FC,
            Map.of(DriverSetting.DEV_LOSS_TMO, SimTime.ofSeconds(30)), true, false, 90, 1,
            List.of("irq"), Set.of(Opcode.READ_10), true, known.dirtyFlushTakes(), Map.of(), false,
            true, true, true, 7, Optional.of(new LldProfile.Ata(1, 100, false, true))));
    assertComesBack(changed);
    assertThat(WRITER.write(changed))
        .contains("eh_target_reset_handler: none")
        .doesNotContain("eh_abort_handler");
  }

  @Test
  void aDriverOfOnesOwnIsWrittenInFull() {
    LldProfile known = CATALOG.driver("mpt3sas", "6.12").orElseThrow();
    assertComesBack(
        withDriver(
            new LldProfile(
                "my_adapter", 64, 64, 1, Map.of(), known.ehTimedOut(), known.ehStrategy(),
                known.transport(), known.settings(), false, false, 30, 7, List.of(), Set.of(),
                false, known.dirtyFlushTakes(), Map.of(), true, true, false, false, 0,
                Optional.empty())));
  }

  private static Scenario withDriver(LldProfile driver) {
    Machine.Host host = new Machine.Host(0, driver, Optional.empty(), List.of());
    return new Scenario(
        "t", "T", CATALOG.kernel("6.12").orElseThrow(), 1, SimTime.ofSeconds(1),
        Scenario.Limits.DEFAULT, new Machine(250, 2, 0, 0, List.of(host)), List.of(), List.of(),
        List.of());
  }

  private static void assertComesBack(Scenario scenario) {
    String text = WRITER.write(scenario);
    Read<Scenario> back = READER.readText("written", text, List.of());
    assertThat(back).as(text).isEqualTo(new Read.Good<>(scenario));
  }
}
