package unjam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.lesson.MadeUpLesson;

/** A machine in trouble on paper: what an administrator has, and nothing of what comes. */
class PuzzleCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aLesson() throws IOException {
    Path lesson = MadeUpLesson.in(folder, "13-night");
    MadeUpLesson.edit(
        lesson,
        "part: predict\n    at: first dispatched on sda\n    mirror: true\n    pick",
        "part: predict\n    at: first timed_out on sda\n    mirror: true\n    pick");
  }

  private String puzzle(int status, String... arguments) {
    List<String> all = new ArrayList<>(List.of("puzzle", "--lessons", folder.toString()));
    all.addAll(List.of(arguments));
    out.reset();
    int ended =
        UnjamCommand.commandLine((first, lessons) -> 99, out)
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    assertThat(ended).as(err.toString()).isEqualTo(status);
    return out.toString(UTF_8);
  }

  @Test
  void allThatAnAdministratorHasIsPrintedAndNothingElse() {
    String said = puzzle(0, "--seed", "3");
    assertThat(said).contains("# dmesg", "# ps ", "scsi_eh_0", "# cat /proc/", "io_schedule",
        "/sys/block/sda/device/timeout:", "/sys/block/sda/device/iotmo_cnt:0x1");
    assertThat(said).contains("What is it?\n  - It is late.\n  - It is gone.\n");
    assertThat(said).doesNotContain("timed_out", "function");
  }

  @Test
  void oneSourceIsEnough() {
    assertThat(puzzle(0, "--show", "ps")).contains("STAT").doesNotContain("/sys/", "dmesg", "What");
    assertThat(puzzle(2, "--show", "stage")).isEmpty();
    assertThat(err.toString()).contains("--show stage: is none of: dmesg, ps, sysfs");
  }

  @Test
  void theAnswerIsInTheWordsOfTheLesson() {
    assertThat(puzzle(0, "--answer")).startsWith("What is it?\n  It is late.\nWhen?\n  ");
  }

  @Test
  void whatIsEarlierMayBeSeenAndWhatIsLaterMayNot() {
    assertThat(puzzle(0, "--at", "0s", "--show", "sysfs"))
        .contains("/proc/uptime\n0.00\n", "/sys/block/sda/device/iotmo_cnt:0x0");
    puzzle(2, "--at", "10min");
    assertThat(err.toString()).contains("--at 10min: the questions are asked at ");
  }
}
