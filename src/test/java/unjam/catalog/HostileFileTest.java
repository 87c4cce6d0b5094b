package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody would write, but somebody hands over. */
class HostileFileTest {

  private static final ScenarioReader READER = new ScenarioReader(Catalog.ofClassPath());

  @TempDir Path folder;

  @Test
  void aFileOf100MegabytesIsRefusedByItsSize() throws IOException {
    Path file = folder.resolve("huge.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100 << 20);
    }
    assertThat(messages(file))
        .containsExactly("the file has 104857600 bytes; at most 4 MiB (4194304 bytes) are read");
  }

  @Test
  void aFileOfTheLargestSizeIsRead() throws IOException {
    String start = "name: x # ";
    Path file = write("large.yaml", start + "x".repeat(YamlFile.LARGEST - start.length()));
    assertThat(Files.size(file)).isEqualTo(YamlFile.LARGEST);
    assertThat(messages(file)).first().asString().startsWith("scenario lacks the key");
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertThat(READER.read(folder.resolve("none.yaml")).problems())
        .containsExactly(
            new Problem(folder.resolve("none.yaml").toString(), 0, 0, "there is no such file"));
    assertThat(messages(folder)).containsExactly("this is a folder, not a file");
  }

  @Test
  void aByteThatIsNotUtf8HasItsPlace() throws IOException {
    Path file = folder.resolve("latin1.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xfc, '\n'});
    assertThat(READER.read(file).problems())
        .containsExactly(
            new Problem(file.toString(), 2, 4, "a byte here is not UTF-8; save it as UTF-8"));
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    assertThat(messages(write("empty.yaml", "# nothing\n"))).containsExactly("the text is empty");
  }

  @Test
  void aliasesCannotMultiply() throws IOException {
    String bomb =
        "a0: &a0 [x]\n"
            + IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                .collect(Collectors.joining());
    assertThat(messages(write("bomb.yaml", bomb)))
        .contains("aliases (*name) are not used here; write the value out")
        .contains("anchors (&name) are not used here; write the value out");
  }

  @Test
  void nestingWithoutEndIsNoOverflow() throws IOException {
    assertThat(messages(write("deep.yaml", "a: " + "[".repeat(1 << 20))))
        .containsExactly("nested more than 64 deep; nothing in these files is");
  }

  @Test
  void aListWithoutEndIsNotKept() throws IOException {
    assertThat(messages(write("long.yaml", "a: [" + "x, ".repeat(1 << 20) + "x]")))
        .containsExactly("more than 250000 keys and values; one file holds no more");
  }

  @Test
  void aFileThatIsWrongEverywhereEndsWithACount() throws IOException {
    String wrong =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "wrong-key-" + i + ": 1\n")
            .collect(Collectors.joining());
    List<String> messages = messages(write("wrong.yaml", wrong));
    assertThat(messages).hasSize(Problems.MOST + 1);
    assertThat(messages.getLast())
        .isEqualTo("there are more than 1000 problems; the rest is not shown");
  }

  @Test
  void aLongChainOfStreamsIsFollowedToItsEnd() throws IOException {
    String chain =
        """
        name: t
        title: T
        until: 10s
        machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]}
        workload:
          - {label: s0, device: 0:0:0:0, start: {after: s20000}}
        """
            + IntStream.rangeClosed(1, 20_000)
                .mapToObj(
                    i ->
                        "  - {label: s" + i + ", device: 0:0:0:0, start: {after: s" + (i - 1)
                            + "}}\n")
                .collect(Collectors.joining());
    List<String> messages = messages(write("chain.yaml", chain));
    assertThat(messages)
        .containsExactly(
            "stream s0 can never start, it waits for itself: s0 after s20000 after s19999 after"
                + " s19998 after s19997 after s19996 after s19995 after s19994 after s19993 after"
                + " s19992 after 19991 more after s0");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> messages(Path file) {
    return READER.read(file).problems().stream().map(Problem::message).toList();
  }
}
