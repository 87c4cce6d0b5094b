package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.KernelRules;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Knob;

/** What comes with the application is right, and a file that is added is there. */
class CatalogTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final Path FOLDER = Path.of("assets", "catalog");

  private static final List<String> KINDS = List.of("kernel", "lld", "policy", "scenario");

  @TempDir Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(file -> KINDS.contains(file.getParent().getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsRight(Path file) {
    Lint lint = new Lint(CATALOG);
    List<Problem> problems =
        switch (file.getParent().getFileName().toString()) {
          case "kernel" -> lint.kernel(file);
          case "lld" -> lint.driver(file);
          case "policy" -> lint.policy(file);
          case "scenario" -> lint.scenario(file);
          default -> throw new IllegalArgumentException("what is " + file);
        };
    assertThat(problems).isEmpty();
    assertThat(lint.file(file)).as("the kind is seen from the keys").isEmpty();
  }

  @Test
  void everyFileIsFoundUnderTheNameThatItGivesItself() throws IOException {
    assertThat(files().count())
        .isEqualTo(
            CATALOG.kernels().size() + CATALOG.drivers().size() + CATALOG.policies().size()
                + CATALOG.scenarios().size());
    assertThat(CATALOG.kernels())
        .allMatch(name -> CATALOG.kernel(name).orElseThrow().version().equals(name));
    assertThat(CATALOG.policies())
        .allMatch(name -> CATALOG.policy(name).orElseThrow().name().equals(name));
    assertThat(CATALOG.scenarios())
        .allMatch(name -> CATALOG.scenario(name).orElseThrow().name().equals(name));
    for (String kernel : CATALOG.kernels()) {
      assertThat(CATALOG.drivers())
          .allMatch(name -> CATALOG.driver(name, kernel).orElseThrow().name().equals(name));
    }
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(CATALOG.kernel("2.6")).isEmpty();
    assertThat(CATALOG.driver("floppy", "6.12")).isEmpty();
    assertThat(CATALOG.policy("none")).isEmpty();
    assertThat(CATALOG.scenario("../scenario/healthy")).isEmpty();
  }

  @Test
  void kernelsAreListedFromTheOldest() {
    assertThat(CATALOG.kernels()).containsExactly("5.10", "6.1", "6.12");
  }

  @Test
  void aDriverDiffersBetweenKernels() {
    assertThat(CATALOG.driver("scsi_debug", "6.12").orElseThrow().lunResetCancelsAnswers())
        .isTrue();
    assertThat(CATALOG.driver("scsi_debug", "6.1").orElseThrow().lunResetCancelsAnswers())
        .isFalse();
    assertThat(CATALOG.driver("scsi_debug", "5.10").orElseThrow().cmdPerLun()).isEqualTo(255);
  }

  @Test
  void aMissingRungIsAMissingKey() {
    assertThat(CATALOG.driver("mpt3sas", "6.12").orElseThrow().hooks())
        .doesNotContainKey(EhHook.EH_BUS_RESET_HANDLER)
        .containsKey(EhHook.EH_TARGET_RESET_HANDLER);
  }

  @Test
  void theOpeningSceneIsTheSeedsStory() {
    Scenario opening = CATALOG.scenario("seed-slow-disk").orElseThrow();
    assertThat(opening.machine().hosts()).hasSize(1);
    Machine.Host host = opening.machine().hosts().getFirst();
    assertThat(host.disks()).hasSize(3);
    assertThat(host.ehDeadline()).isEmpty();
    assertThat(host.disks()).allMatch(disk -> disk.timeoutSeconds() == 30);
    assertThat(host.disks()).allMatch(disk -> disk.maxRetries() == 5);
    assertThat(opening.faults()).allMatch(rule -> rule.scope().covers(host.disks().get(0).at()));
    assertThat(opening.faults()).noneMatch(rule -> rule.scope().covers(host.disks().get(1).at()));
  }

  @Test
  void theScenesShowEveryFaultEveryCallbackAndSeveralKnobs() {
    Set<Class<?>> faults = new LinkedHashSet<>();
    Set<EhHook> hooks = EnumSet.noneOf(EhHook.class);
    Set<Knob> knobs = new TreeSet<>();
    for (String name : CATALOG.scenarios()) {
      Scenario scene = CATALOG.scenario(name).orElseThrow();
      scene.faults().forEach(rule -> addHook(rule, hooks));
      scene.faults().forEach(rule -> faults.add(rule.fault().getClass()));
      for (Intervention each : scene.interventions()) {
        if (each instanceof Intervention.KnobWritten written) {
          knobs.add(written.knob());
        }
      }
    }
    assertThat(faults).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
    assertThat(hooks).containsExactly(EhHook.values());
    assertThat(knobs).contains(Knob.TIMEOUT, Knob.STATE);
  }

  private static void addHook(FaultRule rule, Set<EhHook> hooks) {
    if (rule.fault() instanceof Fault.HookFails(EhHook hook, long _)) {
      hooks.add(hook);
    }
    rule.curedBy().ifPresent(hooks::add);
  }

  @Test
  void aScenarioMayChangeSingleDecisionsOfAKernel() {
    KernelRules known = CATALOG.kernel("6.12").orElseThrow();
    Scenario scenario =
        new ScenarioReader(CATALOG)
            .readFromCatalog(
                "healthy", List.of("kernel={version: 6.12, timeout_scan_passes: 1}"))
            .orThrow();
    assertThat(known.timeoutScanPasses()).isEqualTo(2);
    assertThat(scenario.kernel().timeoutScanPasses()).isEqualTo(1);
    assertThat(scenario.kernel().nexusWords()).isEqualTo(known.nexusWords());
  }

  @Test
  void aFileThatIsAddedToAJarIsThere() throws IOException {
    Path jar = folder.resolve("more.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("assets/catalog/policy/"));
      out.putNextEntry(new JarEntry("assets/catalog/policy/patient.yaml"));
      out.write(
          """
          name: patient
          title: Wait for two minutes
          sources: ["drivers/scsi/scsi_sysfs.c: sdev_store_timeout"]
          knobs: {device/timeout: 120}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Catalog other = Catalog.of(loader);
      assertThat(other.policies()).containsExactly("patient");
      assertThat(other.policy("patient").orElseThrow().settings())
          .containsExactly(Map.entry(Knob.TIMEOUT, "120"));
      assertThat(other.kernels()).isEmpty();
    }
  }
}
