package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import unjam.ui.shell.ReportFile;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

class TellCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();

  private int tell(String... arguments) {
    return execute(
        new CommandLine(
            new TellCommand(each -> Sentences.voice(Texts.in(each)), out)), arguments);
  }

  private int report(String... arguments) {
    return execute(new CommandLine(new ReportCommand(ReportFile::write)), arguments);
  }

  private int execute(CommandLine command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    return command.setErr(new PrintWriter(said, true)).execute(all.toArray(String[]::new));
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRunIsToldInTheLanguageAndAtTheLengthThatIsAskedFor() {
    assertThat(tell("lost-command", "--length", "sentence", "--lang", "zh_CN")).isZero();
    assertThat(told()).startsWith("发给 sda 的 1 条命令丢失了；").hasLineCount(1);
  }

  @Test
  void aPolicyAndSettingsChangeWhatIsTold() {
    assertThat(
            tell("lost-command", "--length", "sentence", "--policy", "fail-fast", "--kernel",
                "6.1"))
        .isZero();
    assertThat(told()).contains("the application waited 7").contains("the IO failed with EIO");
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    assertThat(tell("nobody", "--length", "epic", "--lang", "fr", "--policy", "pray")).isEqualTo(2);
    assertThat(said.toString())
        .contains("nobody")
        .contains("--length epic: is none of: sentence, short, full")
        .contains("--lang fr").contains("--policy pray");
  }

  @Test
  void aReportIsWrittenWholeAndNothingElse() throws IOException {
    Path file = folder.resolve("r.md");

    assertThat(report("lost-command", "--out", file.toString(), "--no-pictures")).isZero();
    assertThat(Files.readString(file))
        .startsWith("# One read is lost, its abort succeeds")
        .contains("> A command to sda got lost;", "## Kernel log", "## What is simplified")
        .doesNotContain("![");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void settingsThatSomebodyHasChosenAreInTheReport() throws IOException {
    Path file = folder.resolve("r.html");

    assertThat(
            report(
                "lost-command", "--out", file.toString(), "--no-pictures", "--set",
                "device/timeout=7", "--lang", "zh_CN"))
        .isZero();
    assertThat(Files.readString(file))
        .contains("<html lang=\"zh-CN\">")
        .contains("<td><code>device/timeout</code></td>", "<td>7</td>", "<td>30</td>");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamedOnce() {
    String nowhere = folder.resolve("no/r.md").toString();

    assertThat(report("lost-command", "--out", nowhere)).isEqualTo(2);
    assertThat(said.toString()).hasLineCount(1).contains("there is no folder");
  }

  @Test
  void aReportIsMarkdownOrHtml() {
    assertThat(report("lost-command", "--out", folder.resolve("r.pdf").toString())).isEqualTo(2);
    assertThat(said.toString()).contains(".md or .html");
  }
}
