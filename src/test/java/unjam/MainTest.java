package unjam;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts Unjam as a process of its own, because JavaFX reads its platform once per process. */
class MainTest {

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutADisplayItPaintsTheOpeningSceneAndSaysWhere() throws Exception {
    Process unjam = withoutDisplay().start();
    String said = new String(unjam.getInputStream().readAllBytes());
    Path picture = folder.resolve("opening-scene.png");

    assertThat(unjam.waitFor()).as("exit status; it said: %s", said).isZero();
    assertThat(folder.resolve("status")).content().isEqualTo("0");
    assertThat(said.lines()).singleElement().asString().contains(picture.toString());
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(800);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutADisplayAScenarioThatIsNamedIsPaintedInstead() throws Exception {
    ProcessBuilder builder = withoutDisplay();
    builder.command().add("no-such-scenario");
    Process refused = builder.start();
    assertThat(new String(refused.getInputStream().readAllBytes())).contains("no-such-scenario");
    assertThat(refused.waitFor()).isEqualTo(2);

    builder.command().set(builder.command().size() - 1, "healthy");
    Process unjam = builder.start();
    String said = new String(unjam.getInputStream().readAllBytes());
    assertThat(unjam.waitFor()).as("exit status; it said: %s", said).isZero();
    assertThat(folder.resolve("opening-scene.png")).isRegularFile();
  }

  /** If GTK 3 is missing on the machine of the test, the sentence is about that. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDisplayThatIsNotThereIsOneSentence() throws Exception {
    ProcessBuilder builder = withoutDisplay();
    builder.environment().put("DISPLAY", ":4711");
    Process unjam = builder.start();
    String said = new String(unjam.getInputStream().readAllBytes());

    assertThat(unjam.waitFor()).as("exit status; it said: %s", said).isOne();
    assertThat(said.lines()).singleElement().asString().doesNotContain("Exception");
  }

  private ProcessBuilder withoutDisplay() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--module-path=" + System.getProperty("jdk.module.path"));
    command.add("--add-modules=javafx.controls,javafx.swing");
    command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
    command.add("-Dunjam.home=" + folder);
    command.add("-Dunjam.status=" + folder.resolve("status"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "unjam.Main"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
