package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of the format keeps up with the format. */
class FormatDocumentTest {

  private static final Path DOCUMENT =
      Path.of("src", "site", "markdown", "scenario-format.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void itsExampleIsAScenario() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(DOCUMENT));
    assertThat(example.find()).isTrue();
    Catalog catalog = Catalog.ofClassPath();
    assertThat(
            new ScenarioReader(catalog)
                .readText("example", example.group(1), List.of())
                .problems())
        .isEmpty();
  }

  @Test
  void itNamesEveryKeyOfAScenarioAndADriver() throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    ScenarioWriter writer = new ScenarioWriter(Catalog.ofClassPath());
    for (long seed = 0; seed < 100; seed++) {
      String text = writer.write(RandomScenario.of(seed));
      keys(Problems.reading(problems -> YamlTree.parse("t", text, problems)).orThrow(), keys);
    }
    for (String driver : Catalog.ofClassPath().drivers()) {
      keys(Catalog.ofClassPath().tree(Catalog.LLD, driver), keys);
    }
    String document = Files.readString(DOCUMENT);
    keys.removeIf(key -> Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
        .matcher(document).find());
    assertThat(keys).as("keys that the document does not mention").isEmpty();
  }

  private static void keys(Tree tree, TreeSet<String> keys) {
    switch (tree) {
      case Tree.Scalar _ -> { }
      case Tree.Sequence(List<Tree> items, Place _) -> items.forEach(each -> keys(each, keys));
      case Tree.Mapping(List<Tree.Entry> entries, Place _) ->
          entries.forEach(
              each -> {
                keys.add(each.key());
                keys(each.value(), keys);
              });
    }
  }
}
