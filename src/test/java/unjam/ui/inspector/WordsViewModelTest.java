package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.tale.Tale;
import unjam.playback.Cursor;
import unjam.ui.Played;
import unjam.ui.Shows;

class WordsViewModelTest {

  private static final OpenRun RUN = Shows.run().studied();

  private final WordsViewModel words = new WordsViewModel();

  private void show(long nanos) {
    words.show(RUN.frame(Cursor.at(RUN.trace(), nanos)), Shows.ENGLISH);
  }

  private List<WordsRow> lit() {
    return words.rows().stream().filter(WordsRow::now).toList();
  }

  @Test
  void theLineOfTheInstantIsMarkedAndOnlyThat() {
    show(RUN.trace().endNanos());

    assertThat(lit()).containsExactly(words.rows().getLast());
    for (WordsRow row : words.rows().stream().filter(WordsRow::hasPlace).toList()) {
      words.show(RUN.frame(new Cursor(row.nanos(), row.seq())), Shows.ENGLISH);
      assertThat(lit()).hasSize(1);
      assertThat(lit().getFirst().nanos()).isEqualTo(row.nanos());
    }
  }

  @Test
  void itIsToldAtThreeLengths() {
    show(0);
    int brief = words.rows().size();
    words.tell(Tale.Length.SENTENCE);
    assertThat(words.rows()).hasSize(1);
    words.tell(Tale.Length.FULL);

    assertThat(words.rows()).hasSizeGreaterThan(brief).anyMatch(WordsRow::heading);
    assertThat(words.rows()).noneMatch(row -> row.text().contains("`"));
  }

  @Test
  void aClickGoesToTheInstantOfItsLine() {
    show(0);
    WordsRow row =
        words.rows().stream().filter(each -> each.nanos() > 0).findFirst().orElseThrow();
    Played played = Played.of(RUN);
    words.go(row).forEach(played::send);

    assertThat(played.frame().at().seq()).isEqualTo(row.seq());
    assertThat(played.session().playback().playing()).isFalse();
  }

  @Test
  void whatIsNotKnownYetIsNotTold() {
    words.show(Shows.at(0), Shows.ENGLISH);

    assertThat(Shows.run().found().isPresent() || words.rows().isEmpty()).isTrue();
    assertThat(words.titleProperty().get()).isNotEmpty();
  }
}
