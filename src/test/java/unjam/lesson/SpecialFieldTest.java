package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;

/** What may be asked for as if it were a field of a fact. */
class SpecialFieldTest {

  private static RunFacts facts;

  @BeforeAll
  static void run() {
    Catalog catalog = Catalog.ofClassPath();
    String text = catalog.scenarioText("unit-attention").orElseThrow();
    Read<Scenario> read =
        new ScenarioReader(catalog).readText("unit-attention.yaml", text, List.of());
    assertThat(read).isInstanceOf(Read.Good.class);
    facts = new RunFacts(Timeline.of(Simulation.run(((Read.Good<Scenario>) read).value()).trace()));
  }

  @Test
  void whoRanIsAskedForLikeAField() {
    assertThat(facts.holds(Phrase.claim("there is done where context == hardirq"))).isTrue();
    assertThat(facts.holds(Phrase.claim("there is done where context == softirq"))).isFalse();
    assertThat(facts.measure(Phrase.quantity("field context of first completed")))
        .contains(new Measured.Word("softirq"));
  }

  @Test
  void senseDataAreMeantByTheirKey() {
    String checked = "there is sense_checked where sense == ";
    assertThat(facts.holds(Phrase.claim(checked + "UNIT_ATTENTION"))).isTrue();
    assertThat(facts.holds(Phrase.claim(checked + "MEDIUM_ERROR"))).isFalse();
  }
}
