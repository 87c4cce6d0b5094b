package unjam.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.lesson.ClassSummary;
import unjam.lesson.ClassSummary.OfLearner;
import unjam.lesson.ClassSummary.OfLesson;
import unjam.lesson.ClassSummary.OfStep;
import unjam.lesson.ClassSummary.Said;
import unjam.lesson.Lesson;

/** A class summary as tables to be read, or as one table for a spreadsheet. */
final class ClassReport {

  private static final String NONE = "-";

  /** Places for an answer in a terminal; the spreadsheet has all of it. */
  private static final int WIDEST = 44;

  private final ClassSummary summary;
  private final Map<String, LessonPhrases> phrases = new TreeMap<>();

  /**
   * @param lessons lessons by name, as far as they are there
   */
  ClassReport(ClassSummary summary, Map<String, Lesson> lessons, Locale language) {
    this.summary = summary;
    lessons.forEach((name, lesson) -> phrases.put(name, new LessonPhrases(lesson, language)));
  }

  /** Tables for a terminal. */
  void write(Writer out) throws IOException {
    for (OfLesson lesson : summary.lessons()) {
      LessonPhrases words = phrases.get(lesson.lesson());
      out.write(
          lesson.lesson() + (words == null ? "" : "  " + words.title()) + "\n  began "
              + lesson.began() + ", finished " + lesson.finished() + "\n");
      TextTable table = new TextTable();
      table.add(
          "  step", "answered", "right at once", "tries", "commonest wrong answer", "wrong reason");
      for (OfStep step : lesson.steps()) {
        table.add(
            "  " + step.step(), String.valueOf(step.answered()),
            step.answered() == 0 ? NONE : step.percent() + " %",
            step.answered() == 0 ? NONE : mean(step.meanTries()),
            said(lesson, step, step.missed()), said(lesson, step, step.reason()));
      }
      table.write(out);
      out.write("\n");
    }
    TextTable table = new TextTable();
    table.add("learner", "began", "finished", "answered", "right at once", "tries");
    for (OfLearner each : summary.learners()) {
      table.add(
          each.name(), String.valueOf(each.began()), String.valueOf(each.finished()),
          String.valueOf(each.answered()),
          each.answered() == 0 ? NONE : each.percent() + " %",
          each.answered() == 0 ? NONE : mean(each.meanTries()));
    }
    table.write(out);
  }

  private String said(OfLesson lesson, OfStep step, Optional<Said> said) {
    return said.map(
            each ->
                TextTable.shortened(words(lesson, step, each.what()), WIDEST)
                    + " (" + each.times() + ")")
        .orElse(NONE);
  }

  private String words(OfLesson lesson, OfStep step, String said) {
    LessonPhrases words = phrases.get(lesson.lesson());
    return words == null ? said : words.said(step.step(), said);
  }

  /** One table; its first column says what a line is about: a lesson, a step or a learner. */
  void writeCsv(Writer out) throws IOException {
    out.write(
        "about,lesson,step,learner,began,finished,answered,right_at_once_percent,mean_tries,"
            + "wrong_answer,wrong_answer_times,wrong_reason,wrong_reason_times\n");
    for (OfLesson lesson : summary.lessons()) {
      out.write(
          Csv.line(
              "lesson", lesson.lesson(), "", "", lesson.began(), lesson.finished(), "", "", "",
              "", "", "", ""));
      for (OfStep step : lesson.steps()) {
        boolean any = step.answered() > 0;
        out.write(
            Csv.line(
                "step", lesson.lesson(), step.step(), "", "", "", step.answered(),
                any ? String.valueOf(step.percent()) : "", any ? mean(step.meanTries()) : "",
                step.missed().map(each -> words(lesson, step, each.what())).orElse(""),
                times(step.missed()),
                step.reason().map(each -> words(lesson, step, each.what())).orElse(""),
                times(step.reason())));
      }
    }
    for (OfLearner each : summary.learners()) {
      boolean any = each.answered() > 0;
      out.write(
          Csv.line(
              "learner", "", "", each.name(), each.began(), each.finished(), each.answered(),
              any ? String.valueOf(each.percent()) : "", any ? mean(each.meanTries()) : "", "",
              "", "", ""));
    }
  }

  private static String times(Optional<Said> said) {
    return said.map(each -> String.valueOf(each.times())).orElse("");
  }

  private static String mean(double tries) {
    return String.format(Locale.ROOT, "%.1f", tries);
  }
}
