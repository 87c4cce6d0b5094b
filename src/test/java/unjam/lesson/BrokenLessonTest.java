package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;

/** Whatever is wrong with a lesson is told with its file and line, all at once. */
class BrokenLessonTest {

  private static final String LESSON =
      """
      minutes: 5
      kernels: ["6.12"]
      runs:
        lost: {scenario: lost-command}
      steps:
        - {id: incident, part: incident, at: first dispatched on sda}
        - id: when
          part: predict
          at: first dispatched on sda
          flag: {of: first timed_out on sda, within: 1s}
      """;

  private static final String WORDS =
      """
      # A lesson
      ## objective
      One thing.
      ## misconception
      Another.
      ## teacher
      Five minutes.
      ## incident: It happens
      It happens.
      ## when: When?
      When?
      """;

  @TempDir Path folder;

  @BeforeEach
  void aGoodLesson() throws IOException {
    write("lesson.yaml", LESSON);
    write("en.md", WORDS);
    write("zh_CN.md", WORDS);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /** Problems as {@code file:line message}. */
  private List<String> problems() {
    return LessonLint.problems(
            Catalog.ofClassPath(),
            scenario -> Timeline.of(Simulation.run(scenario).trace()),
            new LessonFolder.OnDisk(folder))
        .stream()
        .map(each -> each.file().replace(folder + "/", "") + ":" + each.line() + " " + words(each))
        .toList();
  }

  private static String words(Problem problem) {
    return problem.message();
  }

  @Test
  void nothingIsWrongWithAGoodOne() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void everyWrongKeyAndWordIsNamedAtOnce() throws IOException {
    write(
        "lesson.yaml",
        LESSON
            .replace("minutes: 5", "minutes: soon")
            .replace("[\"6.12\"]", "[\"2.4\"]")
            .replace("part: predict", "part: guess")
            .replace("within: 1s", "within: 1s, beyond: 2s")
            .replace("first timed_out", "first timed_oot"));

    assertThat(problems())
        .anyMatch(each -> each.startsWith("lesson.yaml:1 minutes:"))
        .anyMatch(each -> each.startsWith("lesson.yaml:2 ") && each.contains("Linux \"2.4\""))
        .anyMatch(each -> each.startsWith("lesson.yaml:8 part:") && each.contains("predict"))
        .anyMatch(each -> each.startsWith("lesson.yaml:10 ") && each.contains("timed_out"))
        .anyMatch(each -> each.startsWith("lesson.yaml:10 ") && each.contains("\"beyond\""));
  }

  @Test
  void anAnchorThatTheRunDoesNotHaveIsNamedWithItsStep() throws IOException {
    write("lesson.yaml", LESSON.replace("first timed_out on sda", "first eh_woken"));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("lesson.yaml:7 the run has no such eh_woken, in Linux 6.12");
  }

  @Test
  void aPredictionOfThePastIsNone() throws IOException {
    write(
        "lesson.yaml",
        LESSON.replace("of: first timed_out on sda", "of: first request_started on sda"));

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("has happened already when the step begins");
  }

  @Test
  void aHalfTranslatedOneIsToldWhatIsMissing() throws IOException {
    write("zh_CN.md", WORDS.replace("## when: When?\nWhen?\n", "## then: When?\nWhen?\n"));

    assertThat(problems())
        .anyMatch(each -> each.startsWith("zh_CN.md:0 there is no text for the step \"when\""))
        .anyMatch(
            each ->
                each.startsWith("zh_CN.md:10 the lesson has no step \"then\"")
                    && each.contains("did you mean \"when\"?"));
  }

  @Test
  void aLanguageThatIsNotThereIsMissed() throws IOException {
    Files.delete(folder.resolve("zh_CN.md"));

    assertThat(problems()).containsExactly("zh_CN.md:0 there is no such file");
  }

  @Test
  void oneThatRefersToItselfIsRefused() throws IOException {
    write("lesson.yaml", LESSON + "self: &again [*again]\n");

    assertThat(problems())
        .anyMatch(each -> each.startsWith("lesson.yaml:11 aliases"))
        .anyMatch(each -> each.startsWith("lesson.yaml:11 anchors"));
  }

  @Test
  void oneThatTakesItselfForAScenarioIsRefused() throws IOException {
    write("lesson.yaml", LESSON.replace("scenario: lost-command", "scenario: lesson.yaml"));

    assertThat(problems()).isNotEmpty().allMatch(each -> each.contains("cannot be made"));
  }

  @Test
  void oneOfTenMegabytesIsNotRead() throws IOException {
    write("lesson.yaml", LESSON + "# " + "x".repeat(10 << 20) + "\n");
    write("en.md", WORDS + "x".repeat(10 << 20));

    assertThat(problems())
        .anyMatch(each -> each.startsWith("lesson.yaml:0 the file has"))
        .anyMatch(each -> each.startsWith("en.md:0 the file has"));
  }

  @Test
  void theSameStepTwiceAndTwoQuestionsInOneAreTold() throws IOException {
    write(
        "lesson.yaml",
        LESSON
            + "  - id: when\n    part: check\n    number: {of: cost resets}\n"
            + "    victims: {where: longest wait of $disk > 1s}\n");

    assertThat(problems())
        .anyMatch(each -> each.contains("there is a second step \"when\""))
        .anyMatch(each -> each.contains("a step asks one thing, found victims and number"));
  }

  @Test
  void aShortFormOfStepsThatAreNotThereIsToldSo() throws IOException {
    write("lesson.yaml", LESSON + "class: {minutes: 3, steps: [incident, wehn]}\n");

    assertThat(problems())
        .containsExactly(
            "lesson.yaml:11 the lesson has no step \"wehn\"; known steps: incident, when");
  }

  @Test
  void aFolderThatIsNoLessonIsToldSo() {
    assertThat(
            LessonLint.problems(
                Catalog.ofClassPath(),
                scenario -> Timeline.of(Simulation.run(scenario).trace()),
                new LessonFolder.OnDisk(folder.resolve("none"))))
        .extracting(Problem::message)
        .containsOnly("there is no such file");
  }
}
