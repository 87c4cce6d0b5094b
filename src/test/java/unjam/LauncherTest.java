package unjam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script, among JDKs made of paper.
 *
 * <p>The copy under test needs JDK 99, which no real machine has, so that what is installed here
 * makes no difference. A paper JDK prints which one it is, and then its arguments, one a line.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {

  @TempDir Path machine;
  private Path home;
  private final Map<String, String> environment = new TreeMap<>();

  private record Outcome(int status, List<String> out, List<String> err) {
    List<String> argumentsOfUnjam() {
      return out.subList(out.indexOf("unjam.Main") + 1, out.size());
    }
  }

  @BeforeEach
  void putTheLauncherIntoAFolderWithBlanks() throws IOException {
    home = Files.createDirectories(machine.resolve("my programs/un jam"));
    String script = Files.readString(Path.of("src/main/launcher/unjam"));
    assertThat(script).contains("\nneeded=25\n");
    executable(home.resolve("unjam"), script.replace("\nneeded=25\n", "\nneeded=99\n"));
    Files.createFile(home.resolve("unjam.jar"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", machine.toString());
  }

  @Test
  void theWishComesFirstThenJavaHomeThenThePath() throws Exception {
    Path wish = jdk("wish", "99.0.1");
    Path javaHome = jdk("home", "100");
    Path onPath = jdk("path", "99");
    environment.put("UNJAM_JAVA", wish.toString());
    environment.put("JAVA_HOME", javaHome.toString());
    environment.put("PATH", onPath.resolve("bin") + ":/usr/bin:/bin");

    assertThat(launch().out()).first().isEqualTo("wish");
    environment.remove("UNJAM_JAVA");
    assertThat(launch().out()).first().isEqualTo("home");
    environment.remove("JAVA_HOME");
    assertThat(launch().out()).first().isEqualTo("path");
  }

  @Test
  void theWishMayNameTheProgramItself() throws Exception {
    environment.put("UNJAM_JAVA", jdk("wish", "99").resolve("bin/java").toString());

    assertThat(launch().out()).first().isEqualTo("wish");
  }

  @Test
  void aJdkThatIsTooOldIsSkipped() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    environment.put("PATH", jdk("new", "99.0.3").resolve("bin") + ":/usr/bin:/bin");

    Outcome outcome = launch();

    assertThat(outcome.out()).first().isEqualTo("new");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void aWishThatCannotBeGrantedIsSaid() throws Exception {
    environment.put("UNJAM_JAVA", jdk("old", "17").toString());
    environment.put("JAVA_HOME", jdk("new", "99").toString());

    Outcome outcome = launch();

    assertThat(outcome.out()).first().isEqualTo("new");
    assertThat(outcome.err()).singleElement().asString().contains("UNJAM_JAVA=", "JDK 99");
  }

  @Test
  void aJavaWithoutReleaseFileIsAskedItself() throws Exception {
    Path silent = jdk("silent", "99.0.1");
    Files.delete(silent.resolve("release"));
    Path ancient = jdk("ancient", "1.8.0_402");
    Files.delete(ancient.resolve("release"));
    environment.put("UNJAM_JAVA", silent.toString());
    environment.put("JAVA_HOME", ancient.toString());

    assertThat(launch().out()).first().isEqualTo("silent");
    environment.remove("UNJAM_JAVA");
    assertThat(launch().status()).isEqualTo(1);
  }

  @Test
  void aJdkInTheHomeFolderIsFound() throws Exception {
    jdk(".sdkman/candidates/java/99-tem", "99");

    assertThat(launch().out()).first().isEqualTo("99-tem");
  }

  @Test
  void aJavaBehindSymbolicLinksIsJudgedByItsOwnJdk() throws Exception {
    Path programs = Files.createDirectories(machine.resolve("programs"));
    Path alternative = machine.resolve("alternative");
    Files.createSymbolicLink(alternative, jdk("new", "99").resolve("bin/java"));
    Files.createSymbolicLink(programs.resolve("java"), Path.of("../alternative"));
    environment.put("PATH", programs + ":/usr/bin:/bin");

    assertThat(launch().out()).first().isEqualTo("new");
  }

  @Test
  void withoutAJdkItSaysSoInOneSentence() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());

    Outcome outcome = launch("--version");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).singleElement().asString()
        .contains("needs JDK 99 or newer", "UNJAM_JAVA", "old/bin/java (17)");
  }

  @Test
  void argumentsArriveUntouched() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    String[] odd = {"run", "two words", "", "*", "$HOME", "it's", "\"quoted\"", "back\\slash", "-"};

    assertThat(launch(odd).argumentsOfUnjam()).containsExactly(odd);
    assertThat(launch("--", "a  b").argumentsOfUnjam()).containsExactly("--", "a  b");
  }

  @Test
  void itFindsItsFolderThroughASymbolicLinkFromAnywhere() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    Path link = Files.createSymbolicLink(machine.resolve("unjam"), home.resolve("unjam"));

    Outcome outcome = launch(link);

    assertThat(outcome.out()).contains("-Dunjam.home=" + home.toRealPath());
    assertThat(outcome.out()).contains(home.toRealPath().resolve("unjam.jar").toString());
  }

  @Test
  void onlyTheWindowLoadsJavaFx() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());

    assertThat(launch().out()).anyMatch(each -> each.startsWith("--module-path="));
    assertThat(launch("run", "x").out()).noneMatch(each -> each.startsWith("--module-path="));
  }

  @Test
  void inTheLocaleOfCFilesMayStillHaveChineseNames() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    environment.put("PAPER_LOCALE", "1");

    assertThat(launch().out()).contains("LC_ALL= LC_CTYPE=C.UTF-8");
    environment.put("LANG", "zh_CN.GB18030");
    assertThat(launch().out()).contains("LC_ALL= LC_CTYPE=");
    environment.put("LC_ALL", "POSIX");
    assertThat(launch().out()).contains("LC_ALL=C.UTF-8 LC_CTYPE=");
    environment.put("LC_ALL", "de_DE.UTF-8");
    assertThat(launch("run", "x").out()).contains("LC_ALL=de_DE.UTF-8 LC_CTYPE=");
  }

  @Test
  void whatWasPreparedIsUsedInTheSameFolderWithTheSameJdk() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    assertThat(launch().out()).noneMatch(each -> each.startsWith("-XX:AOT"));
    environment.put("UNJAM_PREPARE", "1");
    String recorded =
        launch().out().stream()
            .filter(each -> each.startsWith("-XX:AOTCacheOutput="))
            .findFirst()
            .orElseThrow()
            .substring("-XX:AOTCacheOutput=".length());
    Files.createFile(Path.of(recorded));
    environment.remove("UNJAM_PREPARE");

    assertThat(launch().out()).contains("-XX:AOTCache=" + recorded);
    assertThat(launch("run", "x").out()).noneMatch(each -> each.startsWith("-XX:AOT"));
    environment.put("UNJAM_JAVA", jdk("another", "99").toString());
    assertThat(launch().out()).noneMatch(each -> each.startsWith("-XX:AOT"));
  }

  @Test
  void moreOptionsOfTheJavaMachineAreSplitAtBlanks() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    environment.put("UNJAM_JAVA_OPTS", "-Xmx2g  -Da=*");

    assertThat(launch().out()).containsSubsequence("-Xmx2g", "-Da=*", "unjam.Main");
  }

  @Test
  void theExitStatusIsThatOfUnjam() throws Exception {
    environment.put("UNJAM_JAVA", jdk("new", "99").toString());
    environment.put("PAPER_STATUS", "2");

    assertThat(launch("lint").status()).isEqualTo(2);
  }

  /** A paper JDK below the machine's folder, with a release file and a java program. */
  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(machine.resolve(name).resolve("bin")).getParent();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2099-01-01' >&2
          exit 0
        fi
        printf '%%s\\n' %s "$@"
        [ -z "${PAPER_LOCALE-}" ] || echo "LC_ALL=${LC_ALL-} LC_CTYPE=${LC_CTYPE-}"
        exit "${PAPER_STATUS:-0}"
        """
            .formatted(version, jdk.getFileName()));
    return jdk;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome launch(String... arguments) throws Exception {
    return launch(home.resolve("unjam"), arguments);
  }

  private Outcome launch(Path script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path err = machine.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), lines(out), lines(Files.readString(err)));
  }

  /** All lines, empty ones too: an empty argument is an argument. */
  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
