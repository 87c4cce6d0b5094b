package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unjam.reading.SourceNote.Guard;
import unjam.reading.SourceNote.Light;
import unjam.reading.SourceNote.Step;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;

/**
 * Reads a note: a small part of Markdown, in which remarks that a reader does not see say what
 * lights a step.
 *
 * <pre>
 * # scsi_eh_wakeup
 *
 * What it is for, and why it exists.
 *
 * 1. A step.
 *    &lt;!-- lit: eh_woken host_busy!=0 | {host_failed} = {host_busy} --&gt;
 *    &lt;!-- calls: scsi_eh_tur, scsi_eh_stu --&gt;
 *
 * ## Versions
 *
 * - 5.10: What is different there.
 * </pre>
 *
 * <p>A remark {@code <!-- detail -->} below the name makes short views show the caller instead.
 * Between braces stands a field of the fact, {@code {other_fact.field}} for an earlier fact of the
 * same command (of the same host, if no command is concerned), or {@code {now}}.
 */
final class SourceNoteReader {

  /** A mistake of a note's author. */
  record Mistake(String file, int line, String what) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + what;
    }
  }

  /** What a file holds, and what is wrong with it. */
  record Result(SourceNote note, List<Mistake> mistakes) {
    Result {
      mistakes = List.copyOf(mistakes);
    }
  }

  static final String NOW = "now";

  private static final String VERSIONS_HEAD = "## Versions";
  private static final Pattern STEP = Pattern.compile("(\\d+)\\. (.+)");
  private static final Pattern VERSION = Pattern.compile("- (\\S+): (.+)");
  private static final Pattern REMARK = Pattern.compile("<!-- (.*?) -->");
  private static final Pattern LIGHT =
      Pattern.compile("lit: (\\S+)((?: \\S+?!?=\\S+)*)(?: \\| (.+))?");
  private static final Pattern GUARD = Pattern.compile("(\\S+?)(!?=)(\\S+)");
  static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");

  private static final SortedMap<String, KernelFunction> FUNCTIONS =
      Stream.of(KernelFunction.values())
          .collect(
              Collectors.toMap(
                  KernelFunction::kernelName, Function.identity(), (a, b) -> a, TreeMap::new));

  private final String file;
  private final KernelFunction function;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final StringBuilder purpose = new StringBuilder();
  private final List<Draft> steps = new ArrayList<>();
  private final SortedMap<String, String> versions = new TreeMap<>();
  private boolean detail;
  private boolean inVersions;
  private int line;

  /** A step that is being read. */
  private static final class Draft {
    final StringBuilder text = new StringBuilder();
    final List<Light> lights = new ArrayList<>();
    final List<KernelFunction> calls = new ArrayList<>();
  }

  private SourceNoteReader(String file, KernelFunction function) {
    this.file = file;
    this.function = function;
  }

  /**
   * Reads a file's text.
   *
   * @param file its name, for mistakes
   * @param function whose note it should be
   */
  static Result read(String file, KernelFunction function, String text) {
    SourceNoteReader reader = new SourceNoteReader(file, function);
    reader.lines(text);
    return new Result(reader.note(), reader.mistakes);
  }

  private SourceNote note() {
    List<Step> done =
        steps.stream()
            .map(each -> new Step(each.text.toString(), each.lights, each.calls))
            .toList();
    return new SourceNote(function, detail, purpose.toString(), done, versions);
  }

  private void lines(String text) {
    List<String> lines = text.lines().toList();
    String head = "# " + function.kernelName();
    line = 1;
    if (lines.isEmpty() || !lines.getFirst().equals(head)) {
      wrong("the first line must be \"" + head + "\"");
      return;
    }
    for (String each : lines.subList(1, lines.size())) {
      line++;
      if (!each.isBlank()) {
        line(each);
      }
    }
    if (purpose.isEmpty()) {
      wrong("it does not say what the function is for");
    }
  }

  private void line(String text) {
    Matcher step = STEP.matcher(text);
    if (text.equals(VERSIONS_HEAD)) {
      inVersions = true;
    } else if (inVersions) {
      version(text);
    } else if (step.matches()) {
      if (Integer.parseInt(step.group(1)) != steps.size() + 1) {
        wrong("step " + step.group(1) + " stands where step " + (steps.size() + 1) + " should");
      }
      steps.add(new Draft());
      partOfStep(step.group(2));
    } else if (!steps.isEmpty() && text.startsWith("   ")) {
      partOfStep(text.strip());
    } else if (steps.isEmpty() && text.equals("<!-- detail -->")) {
      detail = true;
    } else if (steps.isEmpty() && !text.startsWith("#") && !text.startsWith("<")) {
      join(purpose, text.strip());
    } else {
      wrong("neither a step, nor part of one, nor \"" + VERSIONS_HEAD + "\": " + text.strip());
    }
  }

  /** Lines of one paragraph; Chinese has no blanks between them. */
  private static void join(StringBuilder before, String text) {
    if (!before.isEmpty() && before.charAt(before.length() - 1) < 0x80) {
      before.append(' ');
    }
    before.append(text);
  }

  private void version(String text) {
    Matcher version = VERSION.matcher(text);
    if (!version.matches() || !SourceNote.VERSIONS.contains(version.group(1))) {
      wrong("a version must be written as \"- 6.12: text\", with one of " + SourceNote.VERSIONS);
    } else if (versions.put(version.group(1), version.group(2).strip()) != null) {
      wrong("version " + version.group(1) + " stands here twice");
    }
  }

  private void partOfStep(String text) {
    Draft step = steps.getLast();
    Matcher remark = REMARK.matcher(text);
    while (remark.find()) {
      remark(step, remark.group(1));
    }
    String words = REMARK.matcher(text).replaceAll("").strip();
    if (words.contains("<!--")) {
      wrong("a remark begins with \"<!-- \" and ends with \" -->\" on the same line");
    }
    if (!words.isEmpty()) {
      join(step.text, words);
    }
  }

  private void remark(Draft step, String text) {
    if (text.startsWith("calls: ")) {
      for (String name : text.substring("calls: ".length()).split(", ")) {
        called(step, name);
      }
      return;
    }
    Matcher light = LIGHT.matcher(text);
    if (!light.matches()) {
      wrong(
          "a remark must be \"lit: fact field=value | condition\" or \"calls: function\", was \""
              + text + "\"");
      return;
    }
    String fact = light.group(1);
    List<String> fields = FactFields.known().get(fact);
    if (fields == null) {
      wrong("there is no fact \"" + fact + "\"");
      return;
    }
    String condition = light.group(3) == null ? "" : light.group(3).strip();
    checkCondition(fact, fields, condition);
    step.lights.add(new Light(fact, guards(fact, fields, light.group(2)), condition));
  }

  private void called(Draft step, String name) {
    KernelFunction called = FUNCTIONS.get(name);
    if (called == null) {
      wrong("there is no function \"" + name + "\"");
    } else {
      step.calls.add(called);
    }
  }

  private List<Guard> guards(String fact, List<String> fields, String text) {
    List<Guard> guards = new ArrayList<>();
    Matcher guard = GUARD.matcher(text);
    while (guard.find()) {
      checkField(fact, fields, guard.group(1));
      guards.add(new Guard(guard.group(1), guard.group(2).equals("="), guard.group(3)));
    }
    return guards;
  }

  private void checkCondition(String fact, List<String> fields, String condition) {
    Matcher field = FIELD.matcher(condition);
    while (field.find()) {
      String name = field.group(1);
      int dot = name.indexOf('.');
      if (dot >= 0) {
        String other = name.substring(0, dot);
        checkField(
            other, FactFields.known().getOrDefault(other, List.of()), name.substring(dot + 1));
      } else if (!name.equals(NOW)) {
        checkField(fact, fields, name);
      }
    }
  }

  private void checkField(String fact, List<String> fields, String name) {
    if (!fields.contains(name)) {
      wrong("the fact \"" + fact + "\" has no field \"" + name + "\", only " + fields);
    }
  }

  private void wrong(String what) {
    mistakes.add(new Mistake(file, line, what));
  }
}
