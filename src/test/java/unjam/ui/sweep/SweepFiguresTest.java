package unjam.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.analysis.CostFigure;
import unjam.ui.text.Texts;

class SweepFiguresTest {

  @Test
  void everyFigureHasANameInBothLanguages() {
    for (Locale each : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Texts texts = Texts.in(each);
      for (CostFigure figure : CostFigure.values()) {
        assertThat(texts.of("figure." + figure.name().toLowerCase(Locale.ROOT))).isNotBlank();
      }
    }
  }
}
