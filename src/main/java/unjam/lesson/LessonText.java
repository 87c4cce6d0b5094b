package unjam.lesson;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words of a lesson in one language; all of them Markdown.
 *
 * @param title of the lesson
 * @param objective what the learner can do afterwards
 * @param misconception what many believe before
 * @param teacher the teacher's page
 * @param sections words of the steps, by the steps' names
 */
public record LessonText(
    String title,
    String objective,
    String misconception,
    String teacher,
    SortedMap<String, Section> sections) {

  public LessonText {
    sections = new TreeMap<>(sections);
  }

  /**
   * The words of one step.
   *
   * @param heading of the step
   * @param body what it says
   * @param line where it begins
   * @param entries words of its cards, choices and reasons, and its hint, by their names
   */
  public record Section(
      String heading, String body, int line, SortedMap<String, Entry> entries) {

    public static final Section EMPTY = new Section("", "", 0, new TreeMap<>());

    public Section {
      entries = new TreeMap<>(entries);
    }

    /** The words of a card, choice or reason; empty words if there are none. */
    public Entry entry(String id) {
      return entries.getOrDefault(id, Entry.EMPTY);
    }
  }

  /**
   * Something that can be chosen.
   *
   * @param label what it is
   * @param reply what is said to who has chosen it; may be empty
   * @param line where it stands
   */
  public record Entry(String label, String reply, int line) {
    public static final Entry EMPTY = new Entry("", "", 0);
  }

  /** The words of a step; empty words if there are none. */
  public Section section(String step) {
    return sections.getOrDefault(step, Section.EMPTY);
  }
}
