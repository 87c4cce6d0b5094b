package unjam.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.catalog.Place;
import unjam.catalog.Problems;
import unjam.catalog.Text;
import unjam.lesson.LessonText.Entry;
import unjam.lesson.LessonText.Section;

/** Holds a lesson's words against its steps: nothing may be missing, nothing be left over. */
final class LessonWords {

  /** What is said when somebody asks for help. */
  static final String HINT = "hint";

  /** What is said to a right answer, whatever was chosen. */
  static final String RIGHT = "right";

  /** What is said to a wrong answer, whatever was chosen. */
  static final String WRONG = "wrong";

  private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");

  private final Lesson lesson;
  private final LessonFolder folder;
  private final Problems problems;

  LessonWords(Lesson lesson, LessonFolder folder, Problems problems) {
    this.lesson = lesson;
    this.folder = folder;
    this.problems = problems;
  }

  void check() {
    for (String language : lesson.texts().keySet()) {
      String file = folder.place(language + ".md");
      LessonText text = lesson.text(language);
      for (LessonStep step : lesson.steps()) {
        check(step, text, file);
      }
      for (var each : text.sections().entrySet()) {
        if (lesson.step(each.getKey()).isEmpty()) {
          problems.add(
              new Place(file, each.getValue().line(), 1),
              "the lesson has no step " + Text.quoted(each.getKey()) + "; "
                  + Text.suggestion(
                      each.getKey(), lesson.steps().stream().map(LessonStep::id).toList(),
                      "steps"));
        }
      }
    }
  }

  private void check(LessonStep step, LessonText text, String file) {
    Section section = text.sections().get(step.id());
    if (section == null) {
      problems.add(
          Place.whole(file), "there is no text for the step \"" + step.id() + "\"; write \"## "
              + step.id() + ": Heading\"");
      return;
    }
    Place at = new Place(file, section.line(), 1);
    if (section.heading().isEmpty()) {
      problems.add(at, "the step " + step.id() + " has no heading; write \"## name: Heading\"");
    }
    if (section.body().isEmpty()) {
      problems.add(at, "the step " + step.id() + " says nothing");
    }
    List<String> wanted = new ArrayList<>(step.task().wordings());
    step.why().ifPresent(why -> wanted.addAll(why.reasons()));
    for (String each : wanted) {
      if (section.entry(each).label().isEmpty()) {
        problems.add(at, "there is no text for \"### " + each + "\" in the step " + step.id());
      }
    }
    extras(step, section, wanted, file);
    gaps(step, section, at);
  }

  private void extras(LessonStep step, Section section, List<String> wanted, String file) {
    TreeSet<String> known = new TreeSet<>(wanted);
    known.addAll(List.of(HINT, RIGHT, WRONG));
    section
        .entries()
        .forEach(
            (id, entry) -> {
              if (!known.contains(id)) {
                problems.add(
                    new Place(file, entry.line(), 1),
                    "the step " + step.id() + " has nothing named " + Text.quoted(id) + "; "
                        + Text.suggestion(id, known, "names"));
              }
            });
  }

  /** Names between braces are values of the lesson, or gaps of this step. */
  private void gaps(LessonStep step, Section section, Place at) {
    TreeSet<String> known = new TreeSet<>(lesson.values().keySet());
    TreeSet<String> gaps = new TreeSet<>();
    if (step.task() instanceof Task.Blanks blanks) {
      blanks.blanks().forEach(each -> gaps.add(each.id()));
    }
    known.addAll(gaps);
    TreeSet<String> named = new TreeSet<>();
    named(section.body(), named);
    for (Entry each : section.entries().values()) {
      named(each.label(), named);
      named(each.reply(), named);
    }
    for (String each : named) {
      if (!known.contains(each)) {
        problems.add(
            at, "there is no value " + Text.quoted(each) + "; "
                + Text.suggestion(each, known, "values"));
      }
    }
    gaps.removeAll(named);
    for (String each : gaps) {
      problems.add(at, "the gap {" + each + "} does not stand in the text of the step");
    }
  }

  private static void named(String text, TreeSet<String> into) {
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      into.add(value.group(1));
    }
  }
}
