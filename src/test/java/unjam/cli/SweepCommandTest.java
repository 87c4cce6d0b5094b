package unjam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Sweeps from the command line. */
class SweepCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();

  private int sweep(String... arguments) {
    CommandLine commands = UnjamCommand.commandLine((first, lessons) -> 0, out);
    commands.setErr(new PrintWriter(said, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "sweep";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return commands.execute(all);
  }

  @Test
  void aTableHasALineForEachRunAndAColumnForEachFigure() {
    assertThat(sweep("lost-command", "--vary", "device/timeout=5,30", "--seeds", "2")).isZero();
    String[] lines = out.toString(UTF_8).split("\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[0]).startsWith("device/timeout,seed,longest_ns,p99_ns,total_ns,ios,errors,");
    assertThat(lines[1]).startsWith("5,1,");
    assertThat(lines[4]).startsWith("30,2,");
    assertThat(lines).allMatch(each -> each.split(",").length == lines[0].split(",").length);
  }

  @Test
  void allProblemsAreToldAtOnceAndNothingIsRun() {
    assertThat(
            sweep(
                "lost-command", "--vary", "device/timeout=5,soon", "--vary", "noise", "--seeds",
                "0"))
        .isEqualTo(2);
    assertThat(said.toString())
        .contains("soon", "--vary noise", "such as device/timeout=5,10,30", "--seeds 0");
    assertThat(out.size()).isZero();
  }

  @Test
  void aSettingVariesInOnePlace() {
    assertThat(
            sweep("lost-command", "--vary", "device/timeout=5", "--vary", "device/timeout=1,2"))
        .isEqualTo(2);
    assertThat(said.toString()).contains("--vary device/timeout=1,2", "varies already");
  }

  @Test
  void tooManyRunsAreRefusedBeforeTheFirst() {
    assertThat(sweep("lost-command", "--vary", "device/timeout=1,2", "--seeds", "60000"))
        .isEqualTo(2);
    assertThat(said.toString()).contains("120000 runs", "100000");
  }

  /** A policy is a bundle of settings; its runs differ as those of compare do. */
  @Test
  void policiesVaryTooAndASettingBesideOneWins() {
    assertThat(sweep("lost-command", "--vary", "policy=default,fail-fast")).isZero();
    String[] lines = out.toString(UTF_8).split("\n");
    assertThat(lines[0]).startsWith("policy,seed,longest_ns,");
    long patient = Long.parseLong(lines[1].split(",")[2]);
    long hasty = Long.parseLong(lines[2].split(",")[2]);
    assertThat(patient).isGreaterThan(30_000_000_000L);
    assertThat(hasty).isLessThan(9_000_000_000L);

    out.reset();
    assertThat(
            sweep(
                "lost-command", "--vary", "device/timeout=3", "--vary",
                "policy=default,fail-fast"))
        .isZero();
    assertThat(out.toString(UTF_8).split("\n")[1].split(",")[3]).hasSizeLessThan(11);
  }

  @Test
  void anUnknownPolicyIsRefusedByTheOptionThatNamedIt() {
    assertThat(sweep("lost-command", "--vary", "policy=default,hasty")).isEqualTo(2);
    assertThat(said.toString())
        .contains("--vary policy=hasty", "is no policy of the catalog", "fail-fast");
    assertThat(out.size()).isZero();
  }
}
