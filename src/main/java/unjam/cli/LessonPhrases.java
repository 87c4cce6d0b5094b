package unjam.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import unjam.lesson.Answer;
import unjam.lesson.Lesson;
import unjam.lesson.LessonStep;
import unjam.lesson.LessonText;
import unjam.lesson.Measured;
import unjam.lesson.Task;

/** What a lesson's names mean, in a language, as plain text. */
final class LessonPhrases {

  private static final String COMMA = ", ";

  private final LessonText text;

  LessonPhrases(Lesson lesson, Locale language) {
    text =
        lesson.text(
            language.equals(Locale.SIMPLIFIED_CHINESE) ? "zh_CN" : Lesson.LANGUAGES.getFirst());
  }

  String title() {
    return plain(text.title());
  }

  /** The heading of a step, or its name if it has none. */
  String heading(String step) {
    String heading = text.section(step).heading();
    return heading.isBlank() ? step : plain(heading);
  }

  /** What was said at a step, in the words of the lesson. */
  String said(String step, String names) {
    return Arrays.stream(names.split(COMMA))
        .map(each -> label(step, each))
        .collect(Collectors.joining("; "));
  }

  private String label(String step, String name) {
    String label = text.section(step).entry(name).label();
    return label.isBlank() ? name : plain(label);
  }

  /** An answer to a step, in the words of the lesson. */
  String answer(LessonStep step, Answer answer) {
    return switch (answer) {
      case Answer.Amount(long value) ->
          step.task() instanceof Task.Flag
              ? new Measured.Span(value).text()
              : String.valueOf(value);
      case Answer.Names names ->
          names.names().isEmpty() ? "-" : said(step.id(), answer.text());
      case Answer.Done done -> answer.text();
    };
  }

  /** Without the signs of Markdown, on one line. */
  private static String plain(String markdown) {
    return markdown.replaceAll("[`*]", "").replaceAll("\\s+", " ").strip();
  }
}
