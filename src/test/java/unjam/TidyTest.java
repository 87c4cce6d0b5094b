package unjam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps the sources readable and can be counted; what must be understood is for reviewers. */
class TidyTest {

  private static final int COLUMNS = 100;
  private static final int LINES = 400;
  private static final int SHOWN = 10;

  /** Files that may be longer, each with its reason. */
  private static final Map<String, String> LONGER_WITH_REASON = Map.of();

  /** Words put together here, so that this file does not find itself. */
  private static final Pattern OPEN_END = Pattern.compile("\\bTO" + "DO\\b|\\bFIX" + "ME\\b");

  private static final Pattern ISSUE = Pattern.compile("#\\d+");
  private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit[.]\\w+)[.]sleep\\b");

  private static final Path SOURCES = Path.of("src");
  private static final Path TESTS = Path.of("src", "test");
  private static final Path PRODUCT = Path.of("src", "main", "java");

  @Test
  void linesFitBesideEachOther() {
    none(
        "line of more than " + COLUMNS + " columns",
        linesWhere(SOURCES, line -> line.codePointCount(0, line.length()) > COLUMNS));
  }

  @Test
  void noLineEndsInBlanks() {
    none(
        "line with blanks at its end",
        linesWhere(SOURCES, line -> !line.stripTrailing().equals(line)));
  }

  @Test
  void filesAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : javaFilesBelow(SOURCES)) {
      int lines = linesOf(file).size();
      if (lines > LINES && !LONGER_WITH_REASON.containsKey(nameOf(file))) {
        tooLong.add(nameOf(file) + ": " + lines);
      }
    }
    none("file of more than " + LINES + " lines without a reason", tooLong);
  }

  @Test
  void noReasonOutlivesItsFile() {
    assertThat(LONGER_WITH_REASON.keySet())
        .as("files that have a reason to be long")
        .allMatch(name -> Files.exists(Path.of(name)) && linesOf(Path.of(name)).size() > LINES);
  }

  @Test
  void everyOpenEndHasAnIssue() {
    Predicate<String> open = OPEN_END.asPredicate();
    none(
        "open end without the number of an issue",
        linesWhere(SOURCES, line -> open.test(line) && !ISSUE.matcher(line).find()));
  }

  @Test
  void noTestSleeps() {
    none(
        "sleep in a test; wait for a condition instead",
        linesWhere(TESTS, line -> SLEEP.matcher(line).find()));
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    for (Path file : javaFilesBelow(PRODUCT)) {
      Path words = file.resolveSibling("package-info.java");
      if (!Files.exists(words) || !String.join("\n", linesOf(words)).contains("@NullMarked")) {
        silent.add(nameOf(file.getParent()));
      }
    }
    none(
        "package without a package-info.java that is @NullMarked",
        silent.stream().distinct().toList());
  }

  /** Says the first few and how many: a log is read by people. */
  private static void none(String what, List<String> found) {
    String some = found.stream().limit(SHOWN).collect(Collectors.joining("\n  "));
    assertThat(found.size()).as("number of: %s\n  %s\n", what, some).isZero();
  }

  private static List<String> linesWhere(Path folder, Predicate<String> bad) {
    List<String> found = new ArrayList<>();
    for (Path file : javaFilesBelow(folder)) {
      List<String> lines = linesOf(file);
      for (int i = 0; i < lines.size(); i++) {
        if (bad.test(lines.get(i))) {
          found.add(nameOf(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  private static List<Path> javaFilesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    return file.toString().replace('\\', '/');
  }
}
