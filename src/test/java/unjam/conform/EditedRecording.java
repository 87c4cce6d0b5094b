package unjam.conform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A copy of a recording in a directory of a test, with something changed. */
final class EditedRecording {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  EditedRecording(String title, Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
      for (String name : new String[] {RecordingReader.SETUP, RecordingReader.GOLDEN}) {
        Files.copy(Goldens.DIRECTORY.resolve(title).resolve(name), directory.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  EditedRecording setup(Consumer<ObjectNode> change) {
    return edit(RecordingReader.SETUP, change);
  }

  EditedRecording golden(Consumer<ObjectNode> change) {
    return edit(RecordingReader.GOLDEN, change);
  }

  private EditedRecording edit(String name, Consumer<ObjectNode> change) {
    Path file = directory.resolve(name);
    try {
      ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(file));
      change.accept(root);
      Files.writeString(file, JSON.writeValueAsString(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A JSON object from text, single quotes for double ones. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
