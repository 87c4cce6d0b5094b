package unjam.catalog;

import java.nio.file.Path;
import unjam.scenario.Policy;

/**
 * A bundle of settings that somebody has kept: a file like those of the catalog, but without
 * citations, since no kernel has it.
 */
public final class OwnPolicy {

  private OwnPolicy() {}

  /** Whether a file can be called so. */
  public static boolean isName(String name) {
    try {
      return name.equals(Values.identifier(name));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** The text of its file. */
  public static String text(Policy policy) {
    Nodes knobs = new Nodes();
    policy.settings().forEach((knob, value) -> knobs.put(knob.shortName(), value));
    return TreeText.of(
        new Nodes()
            .put("name", policy.name())
            .quoted("title", policy.title())
            .put("knobs", knobs.end())
            .end());
  }

  /** Reads a file; all that is wrong with it is said at once. */
  public static Read<Policy> read(Path file) {
    return Problems.reading(
        problems ->
            YamlFile.text(file, problems)
                .flatMap(text -> YamlTree.parse(file.toString(), text, problems))
                .map(tree -> PolicyReader.readOwn(tree, problems)));
  }
}
