package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.Main;

/** The same scenario gives the same bytes in a Java machine of its own, wherever that stands. */
class SameBytesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"seed-slow-disk, 6.12", "zombie-disk, 5.10"})
  void theSameScenarioGivesTheSameBytesInAFreshJavaMachineElsewhere(String name, String kernel)
      throws Exception {
    byte[] here = run(name, kernel, List.of());
    byte[] there =
        run(
            name, kernel,
            List.of(
                "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab",
                "-Duser.timezone=Pacific/Chatham", "-Dfile.encoding=ISO-8859-1",
                "-Dstdout.encoding=ISO-8859-1", "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2"));
    assertThat(there).isEqualTo(here);
    assertThat(here.length).isGreaterThan(10_000);
  }

  private byte[] run(String name, String kernel, List<String> options)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, name, ".jsonl");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), Main.class.getName(), "run", name,
            "--kernel", kernel, "--format", "jsonl"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllBytes(out);
  }
}
