package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FactsCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();

  private int facts(String... arguments) {
    return new CommandLine(new FactsCommand(out))
        .setErr(new PrintWriter(said, true))
        .execute(arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everySortOfFactIsNamedWithItsFields() {
    assertThat(facts()).isZero();
    assertThat(told().lines()).contains("timed_out (answer, retries)", "eh_finished ()");
  }

  @Test
  void theFactsOfARunStandThereAsALessonSpeaksOfThem() {
    assertThat(facts("lost-command", "--set", "device/timeout=5")).isZero();
    assertThat(told())
        .containsSubsequence(
            "request_started on sda", "timed_out on sda where answer == BLK_EH_DONE, retries == 0",
            "abort_ran on sda where retries == ");
  }

  @Test
  void whatIsNoScenarioIsToldSo() {
    assertThat(facts("lost-comand")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(said.toString()).contains("did you mean \"lost-command\"?");
  }
}
