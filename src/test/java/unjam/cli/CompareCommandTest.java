package unjam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Policies side by side from the command line. */
class CompareCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();

  private int compare(String... arguments) {
    CommandLine commands = UnjamCommand.commandLine((first, lessons) -> 0, out);
    commands.setErr(new PrintWriter(said, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "compare";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return commands.execute(all);
  }

  @Test
  void aLostCommandIsRetriedByOneAndGivenUpByTheOther() {
    assertThat(compare("lost-command")).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("longest +31\\.760 s +7\\.036 s")
        .containsPattern("errors +0 +1\n")
        .containsPattern("default and fail-fast are one run up to [78]\\.\\d+ s");
  }

  @Test
  void aPolicyThatThereIsNotIsToldWhichThereAre() {
    assertThat(compare("lost-command", "--policy", "hope")).isEqualTo(2);
    assertThat(said.toString()).contains("--policy hope", "default, fail-fast, retry-hard");
  }
}
