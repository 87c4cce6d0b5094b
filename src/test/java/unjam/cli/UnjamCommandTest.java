package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UnjamCommandTest {

  private static final IntSupplier NO_WINDOW =
      () -> {
        throw new AssertionError("the window was opened");
      };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutArgumentsItOpensTheWindowAndEndsWithItsStatus() {
    assertThat(commandLine(() -> 7).execute()).isEqualTo(7);
  }

  @Test
  void versionNamesTheBuild() {
    assertThat(commandLine(NO_WINDOW).execute("--version")).isZero();
    assertThat(out.toString()).matches("unjam \\d+[.]\\d+[.]\\d+\\S*\\R");
  }

  @Test
  void helpGoesToStandardOutput() {
    assertThat(commandLine(NO_WINDOW).execute("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: unjam");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownArgumentIsNamedAndEndsWithTwo() {
    assertThat(commandLine(NO_WINDOW).execute("bogus")).isEqualTo(2);
    assertThat(err.toString()).contains("'bogus'");
    assertThat(out.toString()).isEmpty();
  }

  private CommandLine commandLine(IntSupplier window) {
    return UnjamCommand.commandLine(window)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }
}
