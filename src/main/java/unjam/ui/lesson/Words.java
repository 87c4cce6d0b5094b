package unjam.ui.lesson;

import java.util.SortedMap;
import java.util.TreeMap;
import unjam.app.LessonDesk;
import unjam.app.LessonRuns;
import unjam.lesson.LessonText;
import unjam.ui.text.Texts;

/** The words of a lesson's step in the language, with the values of its runs put in. */
final class Words {

  private final LessonText text;
  private final LessonText.Section section;
  private final SortedMap<String, String> values;

  Words(LessonDesk desk, Texts texts) {
    text = desk.lesson().text(texts.isChinese() ? "zh_CN" : "en");
    section = text.section(desk.step().id());
    values = desk.made().map(LessonRuns::values).orElseGet(TreeMap::new);
  }

  String title() {
    return text.title();
  }

  String heading() {
    return filled(section.heading());
  }

  String body() {
    return filled(section.body());
  }

  /** The teacher's page. */
  String teacher() {
    return filled(text.teacher());
  }

  boolean has(String id) {
    return section.entries().containsKey(id);
  }

  /** What a choice, a card or a reason is called; its name if it has no words. */
  String label(String id) {
    String label = section.entry(id).label();
    return label.isEmpty() ? id : filled(label);
  }

  /** What is said under a name that is no choice, such as the hint. */
  String said(String id) {
    return filled(section.entry(id).label());
  }

  /** What is said to who has chosen it; may be empty. */
  String reply(String id) {
    return filled(section.entry(id).reply());
  }

  private String filled(String markdown) {
    String filled = markdown;
    for (var each : values.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }
}
