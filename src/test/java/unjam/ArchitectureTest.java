package unjam;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dependency rule as a test: who may know whom, and why.
 *
 * <p>Two arrows carry the design. {@code projection} may not see {@code kernel}, so the trace must
 * be complete: what a view needs is in a fact. And {@code kernel} may not see {@code projection},
 * so nothing is simulated for the picture's sake.
 */
@AnalyzeClasses(packages = "unjam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** What every package may use: the language, collections, numbers, time as values, text. */
  private static final List<String> LANGUAGE =
      List.of(
          "java.lang..", "java.util..", "java.time..", "java.math..", "java.text..", "java.io..",
          "java.nio.charset..", "org.jspecify..");

  /** For the packages that read and write files. */
  private static final String FILES = "java.nio..";

  private static final String YAML = "org.snakeyaml..";
  private static final String JSON = "com.fasterxml.jackson..";
  private static final String MARKDOWN = "org.commonmark..";

  /**
   * Package to what it may use beyond {@link #LANGUAGE} and itself. A word is a package of ours, a
   * name with dots is somebody else's. A new package fails until someone decides its place here.
   */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          entry("engine", List.of()),
          entry("scsi", List.of()),
          entry("scenario", List.of("engine", "scsi")),
          entry("trace", List.of("engine", "scsi")),
          // It lists the folders of the class path, and those are URLs.
          entry("catalog", List.of("scenario", "engine", "scsi", FILES, "java.net..", YAML)),
          entry("kernel", List.of("scenario", "trace", "engine", "scsi")),
          entry("projection", List.of("trace", "engine", "scsi")),
          entry("reading", List.of("projection", "trace", "engine", "scsi")),
          entry("analysis", List.of("projection", "reading", "trace", "engine", "scsi")),
          // The trace is what playback steps through; its instants and marks come with it, and a
          // breakpoint on a state needs the kernel's word for the state.
          entry("playback", List.of("projection", "analysis", "trace", "engine", "scsi")),
          entry(
              "lesson",
              List.of(
                  "analysis", "playback", "reading", "projection", "trace", "scenario", "catalog",
                  "engine", "scsi", FILES, YAML)),
          entry(
              "export",
              List.of(
                  "analysis", "reading", "projection", "trace", "scenario", "engine", "scsi",
                  JSON, MARKDOWN)),
          entry(
              "app",
              List.of(
                  "kernel", "export", "lesson", "playback", "analysis", "reading", "projection",
                  "trace", "catalog", "scenario", "engine", "scsi")),
          entry(
              "conform",
              List.of(
                  "kernel", "app", "export", "analysis", "reading", "projection", "trace",
                  "catalog", "scenario", "engine", "scsi", FILES, JSON, YAML)),
          entry(
              "cli",
              List.of(
                  "kernel", "conform", "app", "export", "lesson", "analysis", "reading",
                  "projection", "trace", "catalog", "scenario", "engine", "scsi", FILES, JSON,
                  "picocli..")),
          entry(
              "ui",
              List.of(
                  "app", "export", "lesson", "playback", "analysis", "reading", "projection",
                  "trace", "catalog", "scenario", "engine", "scsi", "java..", "javax..",
                  "javafx..", "org.controlsfx..", "impl.org.controlsfx..",
                  "org.kordamp.ikonli..", MARKDOWN)));

  /** Where the user interface and the doors to it begin; all else is below. */
  private static final String[] UI = {"unjam.ui..", "unjam.cli..", "unjam"};

  /** Where host threads and the host's log are allowed. */
  private static final String[] APP_AND_ABOVE = {
    "unjam.app..", "unjam.conform..", "unjam.cli..", "unjam.ui..", "unjam"
  };

  /** Where the order of a collection becomes part of a trace or of what is read from it. */
  private static final String[] ORDERED = {
    "unjam.kernel..", "unjam.trace..", "unjam.projection.."
  };

  /** The views; each stands alone, the shell puts them together. */
  private static final List<String> VIEWS =
      List.of(
          "stage", "ladder", "timeline", "inspector", "lesson", "compare", "scenario", "ledger",
          "sweep", "radius", "drivers");

  /** A forbidden ending that a standard itself uses. */
  private static final List<String> NAMES_OF_STANDARDS = List.of("unjam.scsi.SenseData");

  @ArchTest
  static void everyPackageHasItsPlaceInTheTable(JavaClasses all) {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : all) {
      if (!each.getPackageName().equals("unjam")) {
        found.add(topPackage(each));
      }
    }
    assertThat(MAY_USE.keySet())
        .as("packages of the table; a new one needs a decision about what it may use")
        .containsAll(found);
  }

  @ArchTest
  static final ArchRule everyPackageUsesOnlyWhatTheTableAllows =
      classes()
          .that(resideInAPackage("unjam..").and(not(resideInAPackage("unjam"))))
          .should(useOnlyWhatTheTableAllows())
          .because("that is what keeps simulator, trace and views apart; see ADR-0001, ADR-0002")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theKernelHasOneDoor =
      noClasses()
          .that(resideInAPackage("unjam..").and(not(resideInAPackage("unjam.kernel.."))))
          .should()
          .dependOnClassesThat(
              resideInAPackage("unjam.kernel..")
                  .and(not(nameMatches("the door", "unjam[.]kernel[.]Simulation([$].*)?"))))
          .because("a run is Scenario -> Trace; its objects are mutable and private to the run")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("unjam.(*)..")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one package")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule viewsStandAlone =
      CompositeArchRule.of(VIEWS.stream().map(ArchitectureTest::viewStandsAlone).toList());

  @ArchTest
  static final ArchRule onlyOneClassHandsWorkToTheFxThread =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("unjam.ui.fx.FxThread")
          .should()
          .accessTargetWhere(reaches("javafx.application.Platform", "runLater"))
          .because("one door can be seen through and replaced in tests; eighty cannot")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule animationIsOnlyThePulseAndCosmetics =
      noClasses()
          .that(resideInAPackage("unjam..").and(not(resideInAnyPackage(
              "unjam.ui.fx..", "unjam.ui.control.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.animation..")
          .because("where a thing is follows from the trace and the instant, not from a transition")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noClockBelowTheUserInterface =
      noClasses()
          .that(areBelow(UI))
          .should()
          .accessTargetWhere(
              reaches("java.lang.System", "nanoTime", "currentTimeMillis")
                  .or(describe("now() of java.time", ArchitectureTest::asksForNow)))
          .orShould()
          .dependOnClassesThat(named(java.time.Clock.class, java.util.Date.class))
          .because("simulated time is the only time: the same scenario gives the same bytes")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noChanceBelowTheUserInterface =
      noClasses()
          .that(areBelow(UI))
          .should()
          .accessTargetWhere(
              reaches("java.lang.Math", "random")
                  .or(reaches("java.lang.System", "identityHashCode")))
          .orShould()
          .dependOnClassesThat(
              named(Random.class, UUID.class)
                  .or(JavaClass.Predicates.assignableTo(RandomGenerator.class)))
          .because("chance comes from the scenario's seed, through the named streams of Prng")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noThreadBelowApp =
      noClasses()
          .that(areBelow(APP_AND_ABOVE).and(not(nameMatches(
              "the coroutine", "unjam[.]engine[.]Coroutine([$].*)?"))))
          .should()
          .dependOnClassesThat(
              named(
                      Thread.class, Thread.Builder.class, ThreadLocal.class, Timer.class,
                      Executors.class)
                  .or(JavaClass.Predicates.assignableTo(Executor.class))
                  .or(JavaClass.Predicates.assignableTo(Future.class)))
          .because("a run is single-threaded; the event queue alone decides what is next")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noLogBelowApp =
      noClasses()
          .that(areBelow(APP_AND_ABOVE))
          .should()
          .dependOnClassesThat(
              named(System.Logger.class).or(resideInAPackage("java.util.logging..")))
          .orShould()
          .accessTargetWhere(reaches("java.lang.System", "out", "err", "in"))
          .because("the trace is the core's log")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule collectionsOfTheCoreHaveAnOrder =
      noClasses()
          .that(resideInAnyPackage(ORDERED))
          .should()
          .dependOnClassesThat(
              named(
                  HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class,
                  ConcurrentHashMap.class))
          .orShould()
          .accessTargetWhere(
              reaches("java.util.Set", "of", "copyOf")
                  .or(reaches("java.util.Map", "of", "ofEntries", "copyOf"))
                  .or(describe("an unordered collector", ArchitectureTest::collectsWithoutOrder)))
          .because("their order differs from one Java machine to the next, and a trace must not")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that(
              not(describe("named by a standard",
                  each -> NAMES_OF_STANDARDS.contains(each.getName()))))
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)")
          .because("such a name says only that its author had no better one")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule staticsDoNotChange =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("a static that changes is shared between runs, and between tests")
          .allowEmptyShould(true);

  private static ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
    return new ArchCondition<>("use only what the table allows") {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        String name = topPackage(each);
        List<String> allowed = MAY_USE.getOrDefault(name, List.of());
        DescribedPredicate<JavaClass> fine = resideInAnyPackage(patterns(name, allowed));
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (!target.isPrimitive() && !fine.test(target)) {
            String rule = " [" + name + " may use " + String.join(", ", allowed) + "]";
            events.add(SimpleConditionEvent.violated(each, dependency.getDescription() + rule));
          }
        }
      }
    };
  }

  private static String topPackage(JavaClass each) {
    return each.getPackageName().split("[.]")[1];
  }

  private static String[] patterns(String name, List<String> allowed) {
    Stream<String> ours = Stream.of("unjam." + name + "..");
    Stream<String> others =
        allowed.stream().map(each -> each.contains(".") ? each : "unjam." + each + "..");
    return Stream.of(LANGUAGE.stream(), ours, others)
        .flatMap(each -> each)
        .toArray(String[]::new);
  }

  private static ArchRule viewStandsAlone(String view) {
    String[] others =
        VIEWS.stream()
            .filter(each -> !each.equals(view))
            .map(each -> "unjam.ui." + each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("unjam.ui." + view + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(others).or(resideInAPackage("unjam.ui.shell..")))
        .because("views meet in the session, and are put together in the shell")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> areBelow(String... packages) {
    return resideInAPackage("unjam..").and(not(resideInAnyPackage(packages)));
  }

  private static DescribedPredicate<JavaClass> named(Class<?>... types) {
    Set<String> names = Stream.of(types).map(Class::getName).collect(Collectors.toSet());
    return describe(names.toString(), each -> names.contains(each.getName()));
  }

  private static DescribedPredicate<JavaClass> nameMatches(String what, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return describe(what, each -> pattern.matcher(each.getName()).matches());
  }

  /** A call of, a reference to, or a read of a member; by name, so that no overload escapes. */
  private static DescribedPredicate<JavaAccess<?>> reaches(String owner, String... members) {
    List<String> names = List.of(members);
    return describe(
        owner + " " + names,
        access ->
            access.getTargetOwner().getName().equals(owner) && names.contains(access.getName()));
  }

  private static boolean asksForNow(JavaAccess<?> access) {
    return access.getName().equals("now")
        && access.getTargetOwner().getPackageName().startsWith("java.time");
  }

  /** Collectors that pick a HashMap or HashSet unless a factory of maps is handed in. */
  private static boolean collectsWithoutOrder(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    if (!target.getOwner().getName().equals("java.util.stream.Collectors")) {
      return false;
    }
    int parameters =
        target instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes().size() : 0;
    return switch (target.getName()) {
      case "toSet", "toUnmodifiableSet", "toUnmodifiableMap", "toConcurrentMap" -> true;
      case "toMap" -> parameters < 4;
      case "groupingBy" -> parameters < 3;
      default -> false;
    };
  }
}
