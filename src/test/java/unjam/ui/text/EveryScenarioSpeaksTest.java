package unjam.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Narration;
import unjam.app.Narrator;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.playback.Cursor;

/** There are words, in both languages, for whatever happens in any scenario of the catalog. */
class EveryScenarioSpeaksTest {

  private static final List<Texts> LANGUAGES =
      List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.SIMPLIFIED_CHINESE));
  private static final int INSTANTS = 400;

  private static Stream<String> scenarios() {
    return Catalog.ofClassPath().scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyInstantHasItsSentence(String scenario) {
    OpenRun run = SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
    int step = Math.max(1, run.trace().size() / INSTANTS);
    for (int seq = 0; seq < run.trace().size(); seq += step) {
      says(run.frame(Cursor.after(run.trace(), seq)));
    }
    run.marks().all()
        .forEach(
            mark -> {
              says(run.frame(Cursor.after(run.trace(), mark.seq())));
              says(run.frame(Cursor.at(run.trace(), mark.nanos() + 1_000_000)));
            });
  }

  private static void says(Frame frame) {
    Narration narration = Narrator.of(frame, Focus.of(frame, -1));
    for (Texts texts : LANGUAGES) {
      assertThat(Sentences.say(texts, narration.what())).isNotBlank();
      assertThat(Sentences.say(texts, narration.why())).isNotBlank();
      assertThat(texts.of(narration.hint().key())).isNotBlank();
    }
  }
}
