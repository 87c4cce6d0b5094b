package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no recording is told so in a line that names the file and the place. */
class RecordingReaderTest {

  private static final String TITLE = "6.12/01-healthy-read";

  @TempDir Path directory;

  @Test
  void aDirectoryWithoutFilesNamesBoth() {
    assertThat(problems(directory)).satisfiesExactly(
        first -> assertThat(first).contains("setup.json: does not exist")
            .contains("a recording is a directory with setup.json and golden.json"),
        second -> assertThat(second).contains("golden.json: does not exist"));
  }

  @Test
  void textThatIsNoJsonIsNamedWithItsLine() throws IOException {
    EditedRecording edited = edited();
    Files.writeString(edited.directory().resolve("golden.json"), "{\n\"format\": 1,\n oops}");
    assertThat(problems(edited.directory())).singleElement().asString()
        .contains("golden.json: is no JSON: line 3")
        .doesNotContain("Exception");
  }

  @Test
  void aTruncatedFileIsNoJson() throws IOException {
    EditedRecording edited = edited();
    Path file = edited.directory().resolve("setup.json");
    Files.writeString(file, Files.readString(file).substring(0, 400));
    assertThat(problems(edited.directory())).singleElement().asString()
        .contains("setup.json: is no JSON: line ");
  }

  @Test
  void anEmptyFileAndAnArrayAreNoRecording() throws IOException {
    EditedRecording edited = edited();
    Files.writeString(edited.directory().resolve("setup.json"), "");
    Files.writeString(edited.directory().resolve("golden.json"), "[1, 2]");
    assertThat(problems(edited.directory()))
        .allMatch(each -> each.endsWith("must hold one JSON object"))
        .hasSize(2);
  }

  @Test
  void aMissingMemberIsNamedByItsPath() {
    EditedRecording edited = edited()
        .golden(golden -> golden.remove("landmarks"))
        .golden(golden -> ((ObjectNode) golden.get("ios").get(0)).remove("errno"));
    assertThat(problems(edited.directory())).satisfiesExactlyInAnyOrder(
        each -> assertThat(each).endsWith("golden.json: landmarks: is missing"),
        each -> assertThat(each).endsWith("golden.json: ios[0].errno: is missing"));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    EditedRecording edited = edited()
        .golden(golden -> golden.put("complete", "yes"))
        .golden(golden -> ((ObjectNode) golden.get("ios").get(0)).put("dispatches", "two"))
        .golden(golden -> ((ArrayNode) golden.get("dmesg")).add("a line"));
    assertThat(problems(edited.directory()))
        .anyMatch(each -> each.contains("complete: must be true or false, is the string \"yes\""))
        .anyMatch(each ->
            each.contains("ios[0].dispatches: must be a whole number, is the string \"two\""))
        .anyMatch(each -> each.contains("dmesg[0]: must be an object"));
  }

  @Test
  void anotherFormatIsRefused() {
    assertThat(problems(edited().setup(setup -> setup.put("format", 2)).directory()))
        .singleElement().asString().endsWith("setup.json: format: is 2; this reads format 1");
  }

  @Test
  void membersThatAreNotKnownArePassedOver() {
    EditedRecording edited = edited()
        .golden(golden -> golden.putArray("novelties").add(1))
        .golden(golden -> ((ObjectNode) golden.get("landmarks").get(0)).put("weather", "fine"));
    assertThat(RecordingReader.read(edited.directory()))
        .isInstanceOf(RecordingReader.Reading.Read.class);
  }

  @Test
  void everyRecordingOfTheProjectCanBeRead() {
    assertThat(Goldens.all()).hasSize(157).allSatisfy(each ->
        assertThat(RecordingReader.read(each))
            .isInstanceOf(RecordingReader.Reading.Read.class));
  }

  private EditedRecording edited() {
    return new EditedRecording(TITLE, directory.resolve("copy"));
  }

  private static List<String> problems(Path recording) {
    return switch (RecordingReader.read(recording)) {
      case RecordingReader.Reading.Read _ -> List.of();
      case RecordingReader.Reading.Unreadable(var problems) ->
          problems.stream().map(each -> each.text()).toList();
    };
  }
}
