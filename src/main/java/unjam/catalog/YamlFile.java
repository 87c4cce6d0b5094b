package unjam.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a text file whose author may hand over anything at all. */
public final class YamlFile {

  /** Larger than any situation that a person writes; a smaller one cannot fill the memory. */
  static final int LARGEST = 4 << 20;

  private static final String LIMIT = "4 MiB";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private YamlFile() {}

  /** The file's text; empty if it cannot be had, which is then a problem. */
  public static Optional<String> text(Path path, Problems problems) {
    Place place = Place.whole(path.toString());
    try {
      Optional<String> refusal = refusal(path);
      if (refusal.isPresent()) {
        problems.add(place, refusal.get());
        return Optional.empty();
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(LARGEST + 1);
      }
      return decoded(bytes, path.toString(), problems);
    } catch (IOException e) {
      problems.add(place, "the file cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Looks at the file from outside: one that is too large is never opened. */
  private static Optional<String> refusal(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.of("there is no such file");
    }
    if (Files.isDirectory(path)) {
      return Optional.of("this is a folder, not a file");
    }
    if (!Files.isRegularFile(path)) {
      return Optional.of("this is no ordinary file");
    }
    if (!Files.isReadable(path)) {
      return Optional.of("the file may not be read");
    }
    long size = Files.size(path);
    return size > LARGEST ? Optional.of(tooLarge(size)) : Optional.empty();
  }

  private static String tooLarge(long size) {
    return "the file has " + size + " bytes; at most " + LIMIT + " (" + LARGEST
        + " bytes) are read";
  }

  /** Bytes as UTF-8, where the first wrong byte is a problem with its line. */
  public static Optional<String> decoded(byte[] bytes, String file, Problems problems) {
    if (bytes.length > LARGEST) {
      problems.add(Place.whole(file), tooLarge(bytes.length));
      return Optional.empty();
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult end = decoder.decode(in, text, true);
    text.flip();
    if (end.isError()) {
      String before = text.toString();
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      problems.add(new Place(file, line, column), "a byte here is not UTF-8; save it as UTF-8");
      return Optional.empty();
    }
    String all = text.toString();
    return Optional.of(
        !all.isEmpty() && all.charAt(0) == BYTE_ORDER_MARK ? all.substring(1) : all);
  }
}
