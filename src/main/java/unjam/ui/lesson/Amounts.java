package unjam.ui.lesson;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import unjam.engine.SimTime;
import unjam.lesson.Measured;

/** Numbers and spans as learners write and read them. */
final class Amounts {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?( ?s)?");

  private Amounts() {}

  /** An instant or a span on a flag: {@code 3.00 s}. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  /** A measured amount. */
  static String text(long value, boolean span) {
    return span ? new Measured.Span(value).text() : Long.toString(value);
  }

  /** What somebody has typed: a span is in seconds if it has no unit. */
  static Optional<Long> read(String typed, boolean span) {
    String said = typed.strip();
    if (!span) {
      return said.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(said)) : Optional.empty();
    }
    if (SECONDS.matcher(said).matches()) {
      String number = said.replace(',', '.').replace("s", "").strip();
      return Optional.of(Math.round(Double.parseDouble(number) * SimTime.NANOS_PER_SECOND));
    }
    return Character.isLetter(said.isEmpty() ? ' ' : said.charAt(said.length() - 1))
        ? Measured.number(said.replace(" ", ""))
        : Optional.empty();
  }
}
