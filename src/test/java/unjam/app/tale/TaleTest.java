package unjam.app.tale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.app.OpenRun;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.export.MarkdownPage;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

class TaleTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final List<Voice> VOICES =
      Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
          .map(each -> Sentences.voice(Texts.in(each)))
          .toList();

  private static OpenRun run(Scenario scenario) {
    return OpenRun.of(scenario, Simulation.run(scenario).trace());
  }

  private static Tale tale(String scenario) {
    return TaleReader.of(run(CATALOG.scenario(scenario).orElseThrow()));
  }

  private static String english(Tale tale, Tale.Length length) {
    return String.join("\n", told(tale, length, VOICES.getFirst()));
  }

  private static List<String> told(Tale tale, Tale.Length length, Voice voice) {
    List<String> lines = new ArrayList<>();
    for (Tale.Part part : tale.told(length)) {
      part.heading().ifPresent(heading -> lines.add(voice.say(heading)));
      part.lines().forEach(line -> lines.add(voice.say(line.words())));
    }
    return lines;
  }

  static List<String> catalog() {
    return CATALOG.scenarios();
  }

  /** A key without words throws; a place without its argument stays in braces. */
  @ParameterizedTest
  @MethodSource("catalog")
  void everyScenarioIsToldAtEveryLengthInBothLanguages(String scenario) {
    Tale tale = tale(scenario);

    for (Voice voice : VOICES) {
      for (Tale.Length length : Tale.Length.values()) {
        List<String> lines = told(tale, length, voice);
        assertThat(lines).as("%s %s", voice.language(), length).isNotEmpty();
        assertThat(lines)
            .allSatisfy(
                line ->
                    assertThat(line).isNotBlank().doesNotContain("{", "}")
                        .doesNotContainPattern("(tell|tale|story|chapter|report)[.][a-z_]")
                        .doesNotContain("unjam.", "[]", "?"));
      }
    }
    assertThat(told(tale, Tale.Length.SENTENCE, VOICES.getFirst())).hasSize(1);
    assertThat(tale.brief()).hasSizeBetween(2, 12);
  }

  @Test
  void theOpeningSceneIsToldByItsCauseItsVictimsAndItsEnd() {
    String sentence = english(tale("seed-slow-disk"), Tale.Length.SENTENCE);

    assertThat(sentence)
        .startsWith("sda stopped answering;")
        .contains("sdb and sdc, both healthy, had to wait as well, for up to 43.3 s")
        .contains("the longest wait of an application was 108 s")
        .contains("every one of 568 IOs succeeded")
        .endsWith("no application was told of it.");
  }

  @Test
  void whereNothingHappensNothingWentWrong() {
    assertThat(english(tale("healthy"), Tale.Length.SENTENCE)).startsWith("Nothing went wrong");
    assertThat(english(tale("slow-in-time"), Tale.Length.SENTENCE))
        .contains("answered slowly, but nothing came of it");
  }

  @Test
  void whoIsToldAnErrorIsToldWhich() {
    assertThat(english(tale("zombie-disk"), Tale.Length.SENTENCE))
        .contains("both IOs failed with EIO and ENXIO, and sda is lost");
    assertThat(english(tale("raid1-failfast"), Tale.Length.SENTENCE))
        .contains("135 were served by another disk", "md0 does not ask sda any more");
  }

  @Test
  void theLadderIsOneLineOfTheShortTale() {
    assertThat(english(tale("seed-slow-disk"), Tale.Length.SHORT))
        .contains(
            "the LUN reset fails, the target reset works but does not bring sda back, "
                + "the host reset works")
        .contains("So sdb and sdc, though healthy, have to wait as well.");
  }

  @Test
  void theFullTaleHasReasonsTheSumOfTheWaitAndTheEnd() {
    assertThat(english(tale("iscsi-seed"), Tale.Length.FULL))
        .contains("The login cannot win")
        .contains("app-a waited 67.7 s. That is: command timeout 60.0 s")
        .contains("sda and sdb are `running` when the run ends.");
  }

  /** Each line is where one would stand to see it, and later lines are not earlier. */
  @ParameterizedTest
  @MethodSource("catalog")
  void theShortTaleGoesForwardInTime(String scenario) {
    OpenRun run = run(CATALOG.scenario(scenario).orElseThrow());
    List<Tale.Line> brief = TaleReader.of(run).brief();

    assertThat(brief.subList(2, brief.size()))
        .isSortedAccordingTo((one, other) -> Integer.compare(one.seq(), other.seq()));
    assertThat(brief).allMatch(line -> line.seq() < run.trace().size());
  }

  /** A million events are told in as many lines as a thousand of the same kind. */
  @Test
  void aLongRunIsNotALongTaleNorALongReport() throws IOException {
    Read<Scenario> read =
        new ScenarioReader(CATALOG)
            .readFromCatalog(
                "iscsi-cable-cut",
                List.of("until=20000s", "workload.0.repeat=40000", "workload.1.repeat=4000"));
    assertThat(read.problems()).isEmpty();
    if (read instanceof Read.Good<Scenario>(Scenario scenario)) {
      OpenRun run = run(scenario);
      CostCard cost = CostReader.of(run.timeline(), run.passes());
      Tale tale = TaleReader.of(run, cost);
      StringWriter report = new StringWriter();
      MarkdownPage.write(
          Report.page(run, tale, cost, VOICES.getFirst(), "long", List.of()), report);

      assertThat(run.trace().size()).isGreaterThan(1_000_000);
      assertThat(tale.brief()).hasSizeLessThanOrEqualTo(12);
      assertThat(told(tale, Tale.Length.FULL, VOICES.getFirst())).hasSizeLessThan(250);
      assertThat(report.toString()).hasSizeLessThan(100_000);
    }
  }
}
