package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.WholeFile;

/** A save of a lesson's file is noticed, however the editor does it. */
class LessonWatchTest {

  /** Nobody waits so long unless something is wrong. */
  private static final long PATIENCE_SECONDS = 30;

  @TempDir Path folder;

  private final BlockingQueue<String> saved = new LinkedBlockingQueue<>();
  private LessonWatch watch;

  @BeforeEach
  void twoLessons() throws IOException {
    Files.createDirectory(folder.resolve("01-one"));
    Files.createDirectory(folder.resolve("02-two"));
    watch = LessonWatch.of(folder, saved::add);
  }

  @AfterEach
  void end() {
    watch.close();
  }

  private @Nullable String next() throws InterruptedException {
    return saved.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void aFileThatIsWrittenInPlaceIsNoticed() throws Exception {
    Files.writeString(folder.resolve("02-two/en.md"), "# Two");
    assertThat(next()).isEqualTo("02-two");
  }

  @Test
  void aFileThatTakesTheOldOnesNameIsNoticed() throws Exception {
    WholeFile.write(folder.resolve("01-one/lesson.yaml"), "minutes: 5");
    assertThat(next()).isEqualTo("01-one");
  }

  @Test
  void whatAnEditorLeavesBesideItIsNoSave() throws Exception {
    Files.writeString(folder.resolve("01-one/.lesson.yaml.swp"), "x");
    Files.writeString(folder.resolve("01-one/lesson.yaml~"), "x");
    Files.writeString(folder.resolve("02-two/en.md"), "# Two");
    assertThat(next()).isEqualTo("02-two");
  }

  @Test
  void aLessonThatIsBegunLaterIsWatchedToo() throws Exception {
    Files.createDirectory(folder.resolve("03-three"));
    assertThat(next()).isEqualTo("03-three");
    Files.writeString(folder.resolve("03-three/zh_CN.md"), "# Three");
    assertThat(next()).isEqualTo("03-three");
  }
}
