package unjam.conform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import unjam.catalog.Problem;

/**
 * Reads a recording: a directory with {@code setup.json} (the situation) and {@code golden.json}
 * (what the kernel did). Members it does not know are passed over; a value it cannot understand is
 * a {@link Problem}, and all of them are found in one reading.
 */
final class RecordingReader {

  /** Name of the file that describes the situation. */
  static final String SETUP = "setup.json";

  /** Name of the file that says what the kernel did. */
  static final String GOLDEN = "golden.json";

  /** The format this reads, as both files name it. */
  private static final int FORMAT = 1;

  /** Recordings have some hundred kilobytes; beyond this it is something else. */
  private static final long MOST_BYTES = 64L << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RecordingReader() {}

  /** What reading a directory gave. */
  sealed interface Reading {

    /** It is a recording. */
    record Read(Recording recording) implements Reading {}

    /** It is none, or one with values that cannot be understood; at least one problem. */
    record Unreadable(List<Problem> problems) implements Reading {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Whether a directory claims to be a recording: it has one of the two files. */
  static boolean looksLikeOne(Path directory) {
    return Files.exists(directory.resolve(SETUP)) || Files.exists(directory.resolve(GOLDEN));
  }

  /** Reads one directory. */
  static Reading read(Path directory) {
    List<Problem> problems = new ArrayList<>();
    if (!Files.exists(directory.resolve(SETUP))) {
      Field alone = file(directory.resolve(GOLDEN), new ArrayList<>());
      if (CompactReader.reads(alone)) {
        return compact(alone, alone.problems());
      }
    }
    Field setup = file(directory.resolve(SETUP), problems);
    Field golden = file(directory.resolve(GOLDEN), problems);
    if (!problems.isEmpty()) {
      return new Reading.Unreadable(problems);
    }
    Recording recording =
        new Recording(
            setup.get("name").text(),
            setup.get("family").text(),
            setup.get("kernel").get("series").text(),
            setup.maybe("shows").maybeText().orElse(""),
            setup,
            GoldenReader.read(golden));
    return problems.isEmpty()
        ? new Reading.Read(recording)
        : new Reading.Unreadable(problems);
  }

  private static Reading compact(Field golden, List<Problem> problems) {
    String kernel = golden.get("kernel").text();
    String series = kernel.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    Recording recording =
        new Recording(
            golden.get("scenario").text(), Recording.COMPACT, series, golden.get("what").text(),
            golden, CompactReader.read(golden));
    return problems.isEmpty()
        ? new Reading.Read(recording)
        : new Reading.Unreadable(problems);
  }

  private static Field file(Path path, List<Problem> problems) {
    String name = path.toString();
    JsonNode node = parsed(path, name, problems);
    Field root = Field.root(name, node, problems);
    if (problems.stream().noneMatch(each -> each.file().equals(name))) {
      boolean compact = CompactReader.reads(root);
      int format = compact ? FORMAT : (int) root.get("format").whole();
      if (!compact && format != FORMAT && root.maybe("format").present()) {
        root.maybe("format").wrong("is " + format + "; this reads format " + FORMAT);
      }
    }
    return root;
  }

  private static JsonNode parsed(Path path, String name, List<Problem> problems) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        problems.add(new Problem(name, 0, 0,
            "is larger than " + (MOST_BYTES >> 20) + " MB; a recording has less than one"));
        return JSON.missingNode();
      }
      JsonNode node = JSON.readTree(Files.readAllBytes(path));
      if (!node.isObject()) {
        problems.add(new Problem(name, 0, 0, "must hold one JSON object"));
      }
      return node;
    } catch (NoSuchFileException e) {
      problems.add(new Problem(name, 0, 0,
          "does not exist; a recording is a directory with " + SETUP + " and " + GOLDEN));
    } catch (JsonProcessingException e) {
      problems.add(new Problem(name, 0, 0, "is no JSON: " + reason(e)));
    } catch (IOException e) {
      problems.add(new Problem(name, 0, 0, "cannot be read: " + e.getMessage()));
    }
    return JSON.missingNode();
  }

  private static String reason(JsonProcessingException e) {
    String words = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return e.getLocation() == null
        ? words
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr()
            + ": " + words;
  }
}
