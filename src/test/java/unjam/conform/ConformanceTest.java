package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator does what real kernels did, in every recording that the project has. */
class ConformanceTest {

  private static final Conform CONFORM = Conform.ofApplication();
  private static final int SHOWN = 5;

  static Stream<String> recordings() {
    return Goldens.all().stream()
        .map(each -> Goldens.DIRECTORY.relativize(each).toString().replace('\\', '/'));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void holds(String recording) {
    Verdict verdict = CONFORM.check(Goldens.DIRECTORY.resolve(Path.of(recording)));
    assertThat(verdict.passes()).as(() -> reading(verdict)).isTrue();
  }

  private static String reading(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Verdict.Outcome.Holds _, Verdict.Outcome.ForReadingOnly _,
          Verdict.Outcome.NotPutUp _, Verdict.Outcome.Unreadable _ -> verdict.line();
      case Verdict.Outcome.Diverges(var findings, var excerpt) ->
          verdict.title() + ": " + verdict.shows() + "\n"
              + findings.stream()
                  .limit(SHOWN)
                  .map(Verdict.Finding::text)
                  .collect(Collectors.joining("\n"))
              + "\n" + excerpt;
    };
  }
}
