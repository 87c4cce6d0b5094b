package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;

/** Recordings are found, run and reported, whatever is wrong with them. */
class ConformTest {

  private static final String TITLE = "6.12/01-healthy-read";

  @TempDir Path directory;

  @Test
  void recordingsAreFoundAtAnyDepthInOrder() throws IOException {
    new EditedRecording(TITLE, directory.resolve("b/two"));
    new EditedRecording(TITLE, directory.resolve("a/deep/one"));
    Files.createDirectories(directory.resolve("c/nothing"));
    assertThat(Conform.recordings(List.of(directory))).containsExactly(
        directory.resolve("a/deep/one"), directory.resolve("b/two"));
  }

  @Test
  void aDirectoryWithoutRecordingsIsToldSo() {
    assertThat(Conform.recordings(List.of(directory))).isEmpty();
    Verdict verdict = Conform.ofApplication().check(directory);
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.line()).startsWith("NOT RUN").contains("does not exist");
  }

  @Test
  void oneThatHoldsIsOneLine() {
    Verdict verdict = Conform.ofApplication().check(Goldens.DIRECTORY.resolve(TITLE));
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.line()).isEqualTo("holds      6.12/01-healthy-read");
  }

  @Test
  void oneThatDivergesSaysWhere() {
    Verdict verdict = Conform.ofApplication().check(wrongErrno());
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.line())
        .startsWith("DIVERGES   6.12/01-healthy-read: rule 7: r1: expected EIO, found OK");
  }

  @Test
  void aDeviationOfTheRecordingExcusesAndOneOfOursDoesNot() {
    Path recording = wrongErrno();
    Verdict noise = conform(new Deviation("6.12/01-*", 7, Optional.of("r1"), true, "a reason"))
        .check(recording);
    assertThat(noise.passes()).isTrue();
    assertThat(noise.line()).contains("[known, of the recording: a reason]");
    Verdict ours = conform(new Deviation("6.12/01-*", 7, Optional.empty(), false, "a reason"))
        .check(recording);
    assertThat(ours.passes()).isFalse();
    assertThat(ours.line()).contains("[known: a reason]");
    Verdict others = conform(new Deviation("6.1/01-*", 7, Optional.empty(), true, "a reason"))
        .check(recording);
    assertThat(others.passes()).isFalse();
  }

  @Test
  void oneForReadingOnlyIsNotScored() {
    Verdict verdict =
        Conform.ofApplication().check(Goldens.DIRECTORY.resolve("6.1/02b-slower-than-timeout"));
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.line()).startsWith("not scored 6.1/02b-slower-than-timeout: scsi_debug");
  }

  @Test
  void aRunThatFailsIsAVerdictNotAnEnd() {
    Conform conform = new Conform(Catalog.ofClassPath(),
        scenario -> {
          throw new IllegalStateException("a command was completed twice");
        },
        Deviations.of());
    assertThat(conform.check(Goldens.DIRECTORY.resolve(TITLE)).line())
        .isEqualTo("NOT RUN    6.12/01-healthy-read: the simulator failed: a command was completed"
            + " twice");
  }

  @Test
  void aWriteStaysBetweenTheIosBetweenWhichItWasRecorded() {
    // recorded IOs of this run drift by 13 ms and more, and the state is written 13 ms before one
    Verdict verdict =
        Conform.ofApplication().check(Goldens.DIRECTORY.resolve("6.1/20-offline-running"));
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.line())
        .contains("device/state = offline moved by -");
  }

  @Test
  void theReportHasATableAndEveryFinding() {
    Conform conform = Conform.ofApplication();
    List<Verdict> verdicts =
        Stream.of(
                wrongErrno(),
                Goldens.DIRECTORY.resolve(TITLE),
                Goldens.DIRECTORY.resolve("6.1/02b-slower-than-timeout"),
                directory.resolve("nowhere"))
            .map(conform::check)
            .toList();
    assertThat(ConformReport.summary(verdicts))
        .isEqualTo("1 of 3 recordings hold, 1 diverges, 1 could not be run; 1 for reading only");
    assertThat(ConformReport.markdown(verdicts))
        .contains("| 6.12/01-healthy-read | one healthy 4 KiB O_DIRECT read | holds |  |")
        .contains("| **diverges** | rule 7: r1: expected EIO, found OK |")
        .contains("## 6.12/01-healthy-read\n\n- rule 7: r1: expected EIO, found OK")
        .contains("| **not run** |")
        .contains("| not scored |");
  }

  @Test
  void theListOfDeviationsCanBeRead() {
    assertThat(Deviations.ofApplication().all())
        .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
    assertThat(Deviations.parse("deviations:\n- {recordings: '6.1/*', rule: 9, where: r1,"
        + " noise: true, reason: why}").all())
        .containsExactly(new Deviation("6.1/*", 9, Optional.of("r1"), true, "why"));
  }

  private Path wrongErrno() {
    return new EditedRecording(TITLE, directory.resolve("wrong" + copies++))
        .golden(golden -> ((ObjectNode) golden.get("ios").get(0)).put("errno", "EIO"))
        .directory();
  }

  private int copies;

  private static Conform conform(Deviation deviation) {
    return new Conform(
        Catalog.ofClassPath(), Conform.Simulator.ofApplication(), Deviations.of(deviation));
  }
}
