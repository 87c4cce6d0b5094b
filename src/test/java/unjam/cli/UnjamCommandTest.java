package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import unjam.app.Action;
import unjam.app.Opening;

class UnjamCommandTest {

  private static final UnjamCommand.Window NO_WINDOW =
      (first, lessons) -> {
        throw new AssertionError("the window was opened");
      };

  @TempDir private Path folder;

  private final List<Opening> opened = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutArgumentsItOpensTheWindowAndEndsWithItsStatus() {
    assertThat(commandLine((first, lessons) -> first.isEmpty() ? 7 : 8).execute()).isEqualTo(7);
  }

  private int open(String... arguments) {
    return commandLine((first, lessons) -> first.map(opened::add).orElse(false) ? 7 : 8)
        .execute(arguments);
  }

  @Test
  void aNameOfTheCatalogOpensTheWindowWithThatScenario() {
    assertThat(open("zombie-disk")).isEqualTo(7);
    assertThat(opened).singleElement()
        .extracting(Opening::action)
        .isEqualTo(new Action.Open("zombie-disk"));
  }

  @Test
  void aFileOpensTheWindowWithItWhereverItIsStartedFrom() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.copy(Path.of("assets/catalog/scenario/healthy.yaml"), file);

    assertThat(open(folder + "/./mine.yaml")).isEqualTo(7);
    assertThat(opened).singleElement()
        .extracting(Opening::action)
        .isEqualTo(new Action.OpenFile(file.toAbsolutePath().toString()));
  }

  @Test
  void theWindowTakesLessonsFromAFolder() throws Exception {
    List<Path> taken = new ArrayList<>();
    UnjamCommand.Window window = (first, lessons) -> lessons.map(taken::add).orElse(false) ? 7 : 8;
    assertThat(commandLine(window).execute("--lessons", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--lessons " + folder, "holds no lesson", "lesson.yaml");
    Files.writeString(Files.createDirectory(folder.resolve("01-mine")).resolve("lesson.yaml"), "");

    assertThat(commandLine(window).execute("--lessons", folder.toString())).isEqualTo(7);
    assertThat(taken).containsExactly(folder.toAbsolutePath());
  }

  @Test
  void aFolderThatIsALessonItselfIsToldWhichOneIsMeant() throws Exception {
    Path lesson = Files.createDirectory(folder.resolve("01-mine"));
    Files.writeString(lesson.resolve("lesson.yaml"), "");

    assertThat(commandLine(NO_WINDOW).execute("--lessons", lesson.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("name the folder that holds it, " + folder);
  }

  @Test
  void aFileWithMistakesIsToldAboutWithoutAWindow() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "name: mine\ntitel: Mine\n");

    assertThat(open(file.toString())).isEqualTo(2);
    assertThat(opened).isEmpty();
    assertThat(err.toString()).contains("mine.yaml:2:1: ", "titel", "title");
  }

  @Test
  void aWordThatIsNeitherNameNorCommandIsToldTheNearestOfBoth() {
    assertThat(commandLine(NO_WINDOW).execute("zombi-disk")).isEqualTo(2);
    assertThat(commandLine(NO_WINDOW).execute("conforn")).isEqualTo(2);
    assertThat(err.toString().lines().toList())
        .containsExactly(
            "zombi-disk: is neither a command, nor a file, nor a scenario of the catalog; did you"
                + " mean \"zombie-disk\"?",
            "conforn: is neither a command, nor a file, nor a scenario of the catalog; did you"
                + " mean \"conform\"?");
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
    assertThat(err.toString()).contains("bogus").contains("unjam list");
    assertThat(out.toString()).isEmpty();
  }

  private CommandLine commandLine(UnjamCommand.Window window) {
    return UnjamCommand.commandLine(window)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }
}
