package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformCommandTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "6.12");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void aRecordingThatHoldsIsALineAndEndsWithZero() {
    assertThat(conform(GOLDEN.resolve("01-healthy-read").toString())).isZero();
    assertThat(printed()).isEqualTo("""
        holds      6.12/01-healthy-read
        1 of 1 recordings hold, 0 diverge, 0 could not be run
        """);
  }

  @Test
  void oneThatDivergesEndsWithOneAndIsInTheReport() throws IOException {
    Path copy = copy();
    Files.writeString(copy.resolve("golden.json"),
        Files.readString(copy.resolve("golden.json"))
            .replace("\"iodone_cnt\":1", "\"iodone_cnt\":2"));
    Path report = directory.resolve("report.md");
    assertThat(conform(copy.toString(), "--report", report.toString())).isEqualTo(1);
    assertThat(printed())
        .contains("rule 7: 0:0:0:0, iodone_cnt: expected 2, found 1")
        .contains("0 of 1 recordings hold, 1 diverges, 0 could not be run");
    assertThat(report).content()
        .contains("| 6.12/01-healthy-read | one healthy 4 KiB O_DIRECT read | **diverges** |");
  }

  @Test
  void oneThatCannotBeReadEndsWithTwo() throws IOException {
    Path copy = copy();
    Files.writeString(copy.resolve("setup.json"), "{");
    assertThat(conform(copy.toString())).isEqualTo(2);
    assertThat(printed()).contains("NOT RUN").contains("setup.json: is no JSON: line 1");
  }

  @Test
  void aFolderThatIsNoneIsNamedBeforeAnythingRuns() {
    assertThat(conform("no-such-folder", GOLDEN.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("no-such-folder: is no folder; name one that has recordings");
    assertThat(printed()).isEmpty();
  }

  @Test
  void aFolderWithoutRecordingsIsNotCountedAsOne() {
    assertThat(conform(directory.toString(), GOLDEN.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(directory + ": has no recordings")
        .contains("setup.json", "golden.json");
    assertThat(printed()).isEmpty();
  }

  @Test
  void aReportThatCannotBeWrittenIsNamedBeforeAnythingRuns() {
    assertThat(conform(GOLDEN.toString(), "--report", directory.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--report").contains("is a folder; name a file");
    assertThat(printed()).isEmpty();
  }

  private Path copy() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    for (String name : new String[] {"setup.json", "golden.json"}) {
      Files.copy(GOLDEN.resolve("01-healthy-read").resolve(name), copy.resolve(name));
    }
    return copy;
  }

  private int conform(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "conform";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return UnjamCommand.commandLine((first, lessons) -> 99, out)
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
