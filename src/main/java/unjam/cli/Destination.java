package unjam.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/** Where the output of a command goes: standard output, or a file that appears only when whole. */
sealed interface Destination {

  /** Writes something, in UTF-8 whatever the machine's own encoding is. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** What keeps it from being written to, as far as that can be known before. */
  Optional<String> obstacle();

  void write(Content content) throws IOException;

  /** Standard output. A reader who has seen enough is no error. */
  record Standard(OutputStream stream) implements Destination {

    @Override
    public Optional<String> obstacle() {
      return Optional.empty();
    }

    @Override
    public void write(Content content) throws IOException {
      Writer out = writer(stream);
      try {
        content.writeTo(out);
        out.flush();
      } catch (IOException e) {
        if (!readerIsGone(e)) {
          throw e;
        }
      }
    }

    /** The words of the operating system; Java has no code for it. */
    private static boolean readerIsGone(IOException e) {
      String words = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
      return words.contains("pipe") || words.contains("\u7ba1\u9053");
    }
  }

  /** A file. What stood there before stays until the new text is whole. */
  record File(Path path) implements Destination {

    @Override
    public Optional<String> obstacle() {
      if (Files.isDirectory(path)) {
        return Optional.of("is a folder; name a file");
      }
      Path folder = folder();
      if (!Files.isDirectory(folder)) {
        return Optional.of("cannot be written: there is no folder " + folder);
      }
      if (!Files.isWritable(folder)) {
        return Optional.of("cannot be written: you may not write into the folder " + folder);
      }
      return Optional.empty();
    }

    private Path folder() {
      Path parent = path.toAbsolutePath().getParent();
      return parent == null ? path.toAbsolutePath() : parent;
    }

    @Override
    public void write(Content content) throws IOException {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        writeTo(path, content, StandardOpenOption.WRITE);
        return;
      }
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path part =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      try {
        writeTo(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }

    private static void writeTo(Path file, Content content, StandardOpenOption... how)
        throws IOException {
      try (Writer out = writer(Files.newOutputStream(file, how))) {
        content.writeTo(out);
      }
    }
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }
}
