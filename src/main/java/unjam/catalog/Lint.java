package unjam.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Looks through files of every kind that the catalog holds, without running anything. */
public final class Lint {

  private final Catalog catalog;

  public Lint(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Looks at a file of whatever kind it is: a driver, kernel rules or a policy by the keys that
   * only these have, otherwise a scenario.
   *
   * @return all problems by position; none if the file is right
   */
  public List<Problem> file(Path file) {
    return problemsOf(file, this::any);
  }

  public List<Problem> scenario(Path file) {
    return problemsOf(file, this::scenario);
  }

  public List<Problem> driver(Path file) {
    return problemsOf(file, this::driver);
  }

  public List<Problem> kernel(Path file) {
    return problemsOf(file, this::kernel);
  }

  public List<Problem> policy(Path file) {
    return problemsOf(file, Lint::policy);
  }

  private static List<Problem> problemsOf(
      Path file, BiFunction<Tree, Problems, Optional<?>> check) {
    return Problems.reading(
            problems ->
                YamlFile.text(file, problems)
                    .flatMap(text -> YamlTree.parse(file.toString(), text, problems))
                    .map(tree -> check.apply(tree, problems)))
        .problems();
  }

  private Optional<?> any(Tree tree, Problems problems) {
    if (has(tree, "can_queue")) {
      return driver(tree, problems);
    }
    if (has(tree, "timeout_scan_passes")) {
      return kernel(tree, problems);
    }
    if (has(tree, "knobs")) {
      return policy(tree, problems);
    }
    return scenario(tree, problems);
  }

  private static boolean has(Tree tree, String key) {
    return tree instanceof Tree.Mapping mapping && mapping.get(key).isPresent();
  }

  private Optional<?> scenario(Tree tree, Problems problems) {
    return Optional.of(new ScenarioReader(catalog).scenario(tree, true, problems));
  }

  /** A driver has to be right for every kernel version there is. */
  private Optional<?> driver(Tree tree, Problems problems) {
    LldProfileReader.checkAbout(tree, problems);
    for (Tree.Entry version : LldProfileReader.versions(tree, problems)) {
      if (!catalog.kernels().contains(version.key())) {
        problems.add(
            version.keyAt(),
            "there are no rules for Linux " + Text.quoted(version.key()) + "; known: "
                + String.join(", ", catalog.kernels()));
      }
    }
    Tree.Mapping unchanged = new Tree.Mapping(List.of(), tree.at());
    for (String kernel : catalog.kernels()) {
      LldProfileReader.read(tree, kernel, unchanged, problems);
    }
    return Optional.of(tree);
  }

  private Optional<?> kernel(Tree tree, Problems problems) {
    KernelRulesReader.checkAbout(tree, problems);
    return KernelRulesReader.read(tree, problems);
  }

  private static Optional<?> policy(Tree tree, Problems problems) {
    return Optional.of(PolicyReader.read(tree, problems));
  }
}
