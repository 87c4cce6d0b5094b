package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compact recording is held as strictly as one with a setup: a changed one does not hold. */
class CompactRecordingTest {

  private static final Conform CONFORM = Conform.ofApplication();
  private static final Path RECORDINGS = Goldens.DIRECTORY.resolve("lld").resolve("6.12");

  @TempDir Path directory;

  private Verdict changed(String recording, String what, String into) throws IOException {
    String text = Files.readString(RECORDINGS.resolve(recording).resolve("golden.json"));
    String other = text.replaceAll(what, into);
    assertThat(other).isNotEqualTo(text);
    Files.writeString(directory.resolve("golden.json"), other);
    return CONFORM.check(directory);
  }

  private void holdsNot(String recording, String what, String into) throws IOException {
    assertThat(changed(recording, what, into).outcome())
        .isInstanceOf(Verdict.Outcome.Diverges.class);
  }

  @Test
  void oneThatNobodyTouchedHolds() throws IOException {
    assertThat(changed("a04-mute-once-t5", "\"what\"", "\"what\" ").passes()).isTrue();
  }

  @Test
  void aStepOfLibataMayNotBeMissing() throws IOException {
    holdsNot("a04-mute-once-t5", "\"ata_eh_report\"", "\"something_else\"");
  }

  @Test
  void anotherAnswerOfAStepIsADifference() throws IOException {
    holdsNot("a08-deaf-for-ever", "(\"fn\": \"ata_wait_ready\"[^}]*\"ret\": )-16", "$1-5");
  }

  @Test
  void everyLogLineCounts() throws IOException {
    holdsNot("a08-deaf-for-ever", "reset failed, giving up", "reset failed, trying on");
  }

  @Test
  void theApplicationsErrorCounts() throws IOException {
    holdsNot("a02-unc-once", "\"errno\": \"EIO\"", "\"errno\": \"ENODATA\"");
  }

  @Test
  void theStateAtTheEndCounts() throws IOException {
    holdsNot("p01-mute-once-t5", "\"state\": \"running\"", "\"state\": \"offline\"");
  }

  @Test
  void whatTheDriverSaidToATimeoutCounts() throws IOException {
    holdsNot("v08-mute-t5", "SCSI_EH_RESET_TIMER", "SCSI_EH_NOT_HANDLED");
  }

  @Test
  void theWaitCounts() throws IOException {
    holdsNot("a08-deaf-for-ever", "\"lat_ms\": 66376.464", "\"lat_ms\": 61376.464");
  }
}
