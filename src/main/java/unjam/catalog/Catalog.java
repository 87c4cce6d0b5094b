package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import unjam.scenario.KernelRules;
import unjam.scenario.LldProfile;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;

/**
 * What comes with the application: kernel versions, low-level drivers, policies and scenarios, each
 * a YAML file below {@code assets/catalog} on the class path. A name is the file's name without
 * suffix.
 */
public final class Catalog {

  /** The version that is meant when nobody says which. */
  public static final String DEFAULT_KERNEL = "6.12";

  private static final String ROOT = "assets/catalog/";
  static final String KERNEL = "kernel";
  static final String LLD = "lld";
  static final String POLICY = "policy";
  static final String SCENARIO = "scenario";

  private static final String LESSONS = "lessons";

  private static final String RECORDED = "assets/conform";

  private final Resources resources;

  private Catalog(ClassLoader loader) {
    resources = new Resources(loader);
  }

  /** The catalog that came with this application. */
  public static Catalog ofClassPath() {
    return new Catalog(Catalog.class.getClassLoader());
  }

  /** The catalog that another class path holds. */
  public static Catalog of(ClassLoader loader) {
    return new Catalog(loader);
  }

  /** Kernel versions, oldest first. */
  public List<String> kernels() {
    return resources.names(ROOT + KERNEL).stream().sorted(KernelVersions.OLDEST_FIRST).toList();
  }

  public List<String> drivers() {
    return resources.names(ROOT + LLD);
  }

  public List<String> policies() {
    return resources.names(ROOT + POLICY);
  }

  public List<String> scenarios() {
    return resources.names(ROOT + SCENARIO);
  }

  /**
   * What to say to a name that no scenario of the catalog has: {@code did you mean "x"?}, or how to
   * find out what there is.
   *
   * @param others words that could have been meant as well
   */
  public String scenarioLike(String name, List<String> others) {
    List<String> known = Stream.concat(scenarios().stream(), others.stream()).toList();
    return Text.nearest(name, known)
        .or(() -> known.stream().filter(each -> Text.isPart(name, each)).findFirst())
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("\"unjam list\" names those there are");
  }

  /** The rules of one kernel version, empty if the catalog does not have it. */
  public Optional<KernelRules> kernel(String version) {
    return load(KERNEL, version, KernelRulesReader::read);
  }

  /** A driver as it is in one kernel version, empty if the catalog does not have it. */
  public Optional<LldProfile> driver(String name, String kernelVersion) {
    return load(
        LLD, name,
        (tree, problems) ->
            Optional.of(
                LldProfileReader.read(
                    tree, kernelVersion, new Tree.Mapping(List.of(), tree.at()), problems)));
  }

  /** A bundle of settings, empty if the catalog does not have it. */
  public Optional<Policy> policy(String name) {
    return load(
        POLICY, name, (tree, problems) -> Optional.of(PolicyReader.read(tree, problems)));
  }

  /** Lessons that came with the application, in the order in which they are taught. */
  public List<String> lessons() {
    return resources.folders(LESSONS);
  }

  /** A file of a lesson, empty if there is none. */
  public Optional<byte[]> lessonFile(String lesson, String file) {
    return resources.bytes(LESSONS + "/" + lesson + "/" + file);
  }

  /** The text of a scenario as it comes with the application, empty if there is none. */
  public Optional<String> scenarioText(String name) {
    return scenarios().contains(name) ? Optional.of(text(SCENARIO, name)) : Optional.empty();
  }

  /** A scenario as it comes with the application, empty if the catalog does not have it. */
  public Optional<Scenario> scenario(String name) {
    return scenarios().contains(name)
        ? Optional.of(new ScenarioReader(this).readFromCatalog(name, List.of()).orThrow())
        : Optional.empty();
  }

  private <T> Optional<T> load(
      String kind, String name, BiFunction<Tree, Problems, Optional<T>> read) {
    if (!resources.names(ROOT + kind).contains(name)) {
      return Optional.empty();
    }
    Read<T> value =
        Problems.reading(
            problems ->
                YamlTree.parse(kind + "/" + name + ".yaml", text(kind, name), problems)
                    .flatMap(tree -> read.apply(tree, problems)));
    return Optional.of(value.orThrow());
  }

  /** A file's tree; throws {@link IllegalStateException} if the catalog's own file is wrong. */
  Tree tree(String kind, String name) {
    return load(kind, name, (tree, _) -> Optional.of(tree)).orElseThrow();
  }

  /** The situation of a recording, as text. */
  String recordedText(String recording) {
    return resources.text(RECORDED, recording);
  }

  String text(String kind, String name) {
    return resources.text(ROOT + kind, name);
  }
}
