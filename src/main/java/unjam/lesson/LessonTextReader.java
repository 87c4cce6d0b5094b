package unjam.lesson;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import unjam.catalog.Place;
import unjam.catalog.Problems;
import unjam.catalog.Text;
import unjam.lesson.LessonText.Entry;
import unjam.lesson.LessonText.Section;

/**
 * Reads the words of a lesson.
 *
 * <pre>
 * # The lesson's title
 *
 * ## objective
 * ## misconception
 * ## teacher
 *
 * ## step: Its heading
 *
 * What it says.
 *
 * ### choice
 *
 * What can be chosen.
 *
 * > What is said to who has chosen it.
 * </pre>
 */
final class LessonTextReader {

  static final String OBJECTIVE = "objective";
  static final String MISCONCEPTION = "misconception";
  static final String TEACHER = "teacher";

  private static final List<String> FIXED = List.of(OBJECTIVE, MISCONCEPTION, TEACHER);
  private static final Pattern SECTION = Pattern.compile("## ([\\w-]+)(?:: *(.+?))? *");
  private static final Pattern ENTRY = Pattern.compile("### ([\\w-]+) *");

  private final String file;
  private final Problems problems;
  private final SortedMap<String, Section> sections = new TreeMap<>();
  private String title = "";
  private @Nullable Draft draft;

  /** A section that is being read. */
  private static final class Draft {
    final String id;
    final String heading;
    final int line;
    final StringBuilder body = new StringBuilder();
    final SortedMap<String, Entry> entries = new TreeMap<>();
    String entry = "";
    int entryLine;
    StringBuilder label = new StringBuilder();
    StringBuilder reply = new StringBuilder();

    Draft(String id, String heading, int line) {
      this.id = id;
      this.heading = heading;
      this.line = line;
    }

    void endEntry() {
      if (!entry.isEmpty()) {
        entries.put(
            entry, new Entry(label.toString().strip(), reply.toString().strip(), entryLine));
        entry = "";
        label = new StringBuilder();
        reply = new StringBuilder();
      }
    }
  }

  private LessonTextReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static LessonText read(String file, String text, Problems problems) {
    LessonTextReader reader = new LessonTextReader(file, problems);
    int number = 0;
    for (String line : text.lines().toList()) {
      reader.line(line, ++number);
    }
    reader.endSection();
    return reader.text();
  }

  private LessonText text() {
    if (title.isEmpty()) {
      problems.add(new Place(file, 1, 1), "the text begins with \"# \" and the lesson's title");
    }
    for (String each : FIXED) {
      if (body(each).isEmpty()) {
        problems.add(Place.whole(file), "there is no text below \"## " + each + "\"");
      }
    }
    SortedMap<String, Section> steps = new TreeMap<>(sections);
    FIXED.forEach(steps::remove);
    return new LessonText(
        title, body(OBJECTIVE), body(MISCONCEPTION), body(TEACHER), steps);
  }

  private String body(String id) {
    return sections.getOrDefault(id, Section.EMPTY).body();
  }

  private void line(String line, int number) {
    Place at = new Place(file, number, 1);
    if (line.startsWith("# ")) {
      if (!title.isEmpty()) {
        problems.add(at, "there is a second title; a lesson has one");
      }
      title = line.substring(2).strip();
    } else if (line.startsWith("## ")) {
      section(line, at);
    } else if (draft == null) {
      if (!line.isBlank()) {
        problems.add(at, "this stands before the first \"## \", so it belongs to no step");
      }
    } else if (line.startsWith("### ") && !FIXED.contains(draft.id)) {
      entry(draft, line, at);
    } else {
      add(draft, line);
    }
  }

  private void section(String line, Place at) {
    endSection();
    Matcher head = SECTION.matcher(line);
    if (!head.matches()) {
      problems.add(at, "a step begins with \"## name: Heading\", found " + Text.quoted(line));
      draft = new Draft("", "", at.line());
      return;
    }
    draft =
        new Draft(head.group(1), head.group(2) == null ? "" : head.group(2).strip(), at.line());
  }

  private void entry(Draft into, String line, Place at) {
    into.endEntry();
    Matcher head = ENTRY.matcher(line);
    if (!head.matches()) {
      problems.add(at, "a choice begins with \"### name\", found " + Text.quoted(line));
      return;
    }
    into.entry = head.group(1);
    into.entryLine = at.line();
    if (into.entries.containsKey(into.entry)) {
      problems.add(at, Text.quoted(into.entry) + " stands here a second time; keep one");
    }
  }

  private static void add(Draft into, String line) {
    if (into.entry.isEmpty()) {
      into.body.append(line).append('\n');
    } else if (line.startsWith(">")) {
      into.reply.append(line.substring(1).strip()).append('\n');
    } else {
      into.label.append(line).append('\n');
    }
  }

  private void endSection() {
    Draft done = draft;
    draft = null;
    if (done == null || done.id.isEmpty()) {
      return;
    }
    done.endEntry();
    Section section =
        new Section(done.heading, done.body.toString().strip(), done.line, done.entries);
    if (sections.putIfAbsent(done.id, section) != null) {
      problems.add(
          new Place(file, done.line, 1),
          Text.quoted(done.id) + " stands here a second time; keep one");
    }
  }
}
