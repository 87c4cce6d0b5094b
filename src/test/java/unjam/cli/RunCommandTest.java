package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private int unjam(String... arguments) {
    return unjam(out, arguments);
  }

  private int unjam(OutputStream stdout, String... arguments) {
    return UnjamCommand.commandLine(
            (first, lessons) -> {
              throw new AssertionError("the window was opened");
            },
            stdout)
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<String> complaints() {
    return err.toString().lines().toList();
  }

  @Test
  void aScenarioOfTheCatalogRunsByItsName() {
    assertThat(unjam("run", "healthy", "--format", "jsonl")).isZero();
    assertThat(output().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(output().lines().toList().getLast()).startsWith("{\"outcome\":");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void theKernelLogOfALostDiskSaysThatItIsOffline() {
    assertThat(unjam("run", "every-reset-fails", "--format", "dmesg")).isZero();
    assertThat(output()).contains("Device offlined - not ready after error recovery\n");
  }

  @Test
  void theKernelCanBeChosen() {
    assertThat(unjam("run", "lost-command", "--kernel", "5.10")).isZero();
    assertThat(output()).contains("scsi_times_out").doesNotContain(" scsi_timeout ");
  }

  @Test
  void aRunEndsWhenItIsToldTo() {
    unjam("run", "lost-command", "--until", "2s");
    assertThat(output()).isNotEmpty().doesNotContain("scsi_timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "dmesg"})
  void aRunThatEndsBeforeItsIosSaysSo(String format) {
    unjam("run", "lost-command", "--until", "2s", "--format", format);
    assertThat(output()).endsWith("# the run ends here with 1 IO unfinished: r\n");

    out.reset();
    unjam("run", "lost-command", "--format", format);
    assertThat(output()).doesNotContain("the run ends");
  }

  @Test
  void everyProblemIsNamedAtOnceByTheOptionItCameFrom() {
    int status =
        unjam(
            "run", "healthy", "--until", "90", "--set", "foo=1", "--kernel", "7", "--out",
            folder.resolve("no/such/file").toString());
    assertThat(status).isEqualTo(2);
    assertThat(complaints()).hasSize(4);
    assertThat(complaints())
        .anyMatch(each -> each.startsWith("--until 90: ") && each.contains("unit"))
        .anyMatch(each -> each.startsWith("--set foo=1: ") && each.contains("known keys"))
        .anyMatch(each -> each.startsWith("--kernel 7: ") && each.contains("6.12"))
        .anyMatch(each -> each.startsWith("--out ") && each.contains("there is no folder"));
    assertThat(output()).isEmpty();
  }

  @Test
  void whatIsNeitherFileNorNameIsSaidSo() {
    assertThat(unjam("run", "nothing-like-this")).isEqualTo(2);
    assertThat(complaints()).singleElement().asString().contains("unjam list");
    assertThat(unjam("run", "losst-comand")).isEqualTo(2);
    assertThat(complaints()).last().asString()
        .endsWith("of the catalog; did you mean \"lost-command\"?");
    assertThat(unjam("run", "Zombie")).isEqualTo(2);
    assertThat(complaints()).last().asString().endsWith("did you mean \"zombie-disk\"?");
    assertThat(unjam("run", "nothing.yaml")).isEqualTo(2);
    assertThat(complaints()).last().asString().isEqualTo("nothing.yaml: there is no such file");
  }

  @Test
  void anUnknownFormatNamesTheKnownOnes() {
    assertThat(unjam("run", "healthy", "--format", "xml")).isEqualTo(2);
    assertThat(complaints().getFirst()).contains("xml").contains("text, jsonl, dmesg");
  }

  @Test
  void aLimitSaysItsNameAndHowToRaiseIt() {
    assertThat(unjam("run", "healthy", "--set", "limits.events=10")).isEqualTo(2);
    assertThat(complaints()).singleElement().asString()
        .contains("10").contains("--set limits.events=20");
  }

  @Test
  void aTraceThatWouldNotFitIntoItsMemoryIsToldInBytes() {
    assertThat(unjam("run", "healthy", "--set", "limits.memory=4KiB")).isEqualTo(2);
    assertThat(complaints()).singleElement().asString()
        .contains("4096 bytes of memory for the trace").contains("--set limits.memory=8192");
  }

  @Test
  void aFileAppearsOnlyWhenItIsWhole() throws IOException {
    Path file = folder.resolve("trace.jsonl");
    Files.writeString(file, "old");
    assertThat(unjam("run", "healthy", "--set", "limits.events=10", "--out", file.toString()))
        .isEqualTo(2);
    assertThat(file).hasContent("old");
    assertThat(unjam("run", "healthy", "--format", "jsonl", "--out", file.toString())).isZero();
    assertThat(Files.readString(file)).startsWith("{").endsWith("}\n");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(output()).isEmpty();
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(unjam("run", "healthy", "--out", folder.toString())).isEqualTo(2);
    assertThat(complaints()).singleElement().asString().contains("is a folder");
  }

  @Test
  void aReaderWhoHasSeenEnoughIsNoError() {
    assertThat(unjam(refusing("Broken pipe"), "run", "healthy")).isZero();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void aFullDiskIsAnError() {
    assertThat(unjam(refusing("No space left on device"), "run", "healthy")).isEqualTo(1);
    assertThat(complaints())
        .containsExactly("unjam: the output cannot be written: No space left on device");
  }

  private static OutputStream refusing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @Test
  void theDriversAreAMatrix() {
    assertThat(unjam("drivers")).isZero();
    assertThat(output())
        .contains("ahci", "ata_scsi_error", "megaraid_sas", "always FAILED", "(not asked)");
  }

  @Test
  void theDriversOfAKernelThatIsNotThereAreARefusal() {
    assertThat(unjam("drivers", "--kernel", "4.4")).isEqualTo(2);
    assertThat(complaints())
        .anyMatch(
            each -> each.contains("no rules for Linux \"4.4\"; known: 5.10, 6.1, 6.12"));
  }

  @Test
  void theListNamesEverythingThatCanBeAskedFor() {
    assertThat(unjam("list")).isZero();
    assertThat(output()).contains("seed-slow-disk", "6.12", "scsi_debug", "mpt3sas", "fail-fast");
  }

  @Test
  void lintNamesEveryProblemOfEveryFile() throws IOException {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(bad, "name: x\ntitle: y\nuntil: -3s\nnonsense: 1\n");
    Path worse = folder.resolve("worse.yaml");
    Files.writeString(worse, "a: [\n");
    assertThat(unjam("lint", bad.toString(), worse.toString())).isEqualTo(2);
    assertThat(complaints())
        .anyMatch(each -> each.startsWith(bad + ":3:") && each.contains("negative"))
        .anyMatch(each -> each.startsWith(bad + ":4:") && each.contains("nonsense"))
        .anyMatch(each -> each.startsWith(worse + ":"));
    assertThat(unjam("lint", "assets/catalog/scenario/healthy.yaml")).isZero();
  }
}
