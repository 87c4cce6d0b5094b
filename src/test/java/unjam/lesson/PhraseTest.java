package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.lesson.FactFilter.Guard;

/** What an author says about facts is understood, or refused with what would be right. */
class PhraseTest {

  @Test
  void aQueryNamesAFactADiskWhatItsFieldsAreAndWhatItFollows() {
    FactQuery query =
        Phrase.query(
            "nth 2 timed_out on sda where retries >= 1 and answer == BLK_EH_DONE"
                + " after first eh_woken");

    assertThat(query.number()).isEqualTo(2);
    assertThat(query.filter())
        .isEqualTo(
            new FactFilter(
                "timed_out", "sda",
                List.of(
                    new Guard("retries", Relation.AT_LEAST, "1"),
                    new Guard("answer", Relation.EQUAL, "BLK_EH_DONE"))));
    assertThat(query.after().map(each -> each.filter().fact())).isEqualTo(Optional.of("eh_woken"));
  }

  @Test
  void theAndOfTwoClaimsIsNotThatOfTwoFields() {
    assertThat(Phrase.claim("there is timed_out where retries == 1 and there is no eh_woken"))
        .isInstanceOfSatisfying(
            Claim.All.class, all -> assertThat(all.claims()).hasSize(2));
    assertThat(Phrase.claim("there is timed_out where retries == 1 and answer != BLK_EH_DONE"))
        .isInstanceOf(Claim.Exists.class);
  }

  @Test
  void aSumGoesFromLeftToRight() {
    Quantity sum = Phrase.quantity("10s - 3s - 2s");

    assertThat(sum)
        .isEqualTo(
            new Quantity.Sum(
                new Quantity.Sum(span(10), false, span(3)), false, span(2)));
  }

  private static Quantity span(long seconds) {
    return new Quantity.Given(new Measured.Span(seconds * 1_000_000_000L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timed_out                     | a fact begins with "first", "last" or "nth 2"
          first                         | the name of a fact is missing at the end
          nth 0 timed_out               | "nth" is followed by 1 or more
          first timed_oot               | did you mean "timed_out"?
          first timed_out on            | the name of a disk is missing
          first timed_out where         | a field of timed_out is missing
          first timed_out where retry == 1   | no field "retry"; known fields: answer, retries
          first timed_out where retries = 1  | one of == != < <= > >= is expected
          first timed_out where retries ==   | a value is missing at the end
          first driver_asked where action == RESET_TIMER | is never "RESET_TIMER"; known
          first timed_out of sda        | nothing is understood from "of sda" on
          """)
  void aWrongQueryIsRefusedWithWhatWouldBeRight(String text, String message) {
    assertThatThrownBy(() -> Phrase.query(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the time of first timed_out == 1s  | is no quantity
          time first timed_out == 1s    | "of" is expected before "first timed_out == 1s"
          cost reset == 1               | did you mean "resets"?
          longest == 1s                 | "wait" is expected
          field retry of first timed_out == 1 | has no field "retry"
          from first timed_out == 1s    | "to" is expected
          errors                        | one of == != < <= > >= is missing
          there are timed_out           | "is" is expected
          first timed_out after first eh_woken  | "before" is expected at the end
          """)
  void aWrongClaimIsRefusedWithWhatWouldBeRight(String text, String message) {
    assertThatThrownBy(() -> Phrase.claim(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
