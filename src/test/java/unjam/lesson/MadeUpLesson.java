package unjam.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small lesson to try things with: a pick with reasons, a flag, and an end. */
public final class MadeUpLesson {

  private static final String LESSON =
      """
      minutes: 5
      kernels: ["6.1", "6.12"]
      tracks: [class, workshop]
      runs:
        lost: {scenario: lost-command, vary: {device/timeout: [7, 20, 45]}}
      steps:
        - {id: incident, part: incident, at: first dispatched on sda}
        - id: who
          part: predict
          at: first dispatched on sda
          mirror: true
          pick:
            choices:
              late: there is timed_out on sda
              gone: there is no timed_out on sda
              broken: never
          why: {reasons: [timer, luck], right: timer}
        - id: when
          part: predict
          at: first dispatched on sda
          mirror: true
          flag: {of: first timed_out on sda, within: 1s}
        - {id: end, part: boundary}
      """;

  private static final String WORDS =
      """
      # %s
      ## objective
      One thing.
      ## misconception
      Another.
      ## teacher
      Five minutes.
      ## incident: It happens
      It happens.
      ## who: What is it?
      What is it?
      ### late
      It is `late`.
      ### gone
      It is gone.
      ### broken
      It is broken.
      ### timer
      A timer says so.
      ### luck
      Luck.
      ## when: When?
      When?
      ## end: The end
      That is all.
      """;

  private MadeUpLesson() {}

  /** Writes the lesson into a folder of its name. */
  public static Path in(Path folder, String name) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve(name));
    Files.writeString(lesson.resolve("lesson.yaml"), LESSON);
    words(lesson, "A disk falls silent");
    Files.writeString(lesson.resolve("zh_CN.md"), WORDS.formatted("\u4e00\u4e2a\u78c1\u76d8"));
    return lesson;
  }

  /** Writes its English words, under a title. */
  public static void words(Path lesson, String title) throws IOException {
    Files.writeString(lesson.resolve("en.md"), WORDS.formatted(title));
  }

  /** Changes its file. */
  public static void edit(Path lesson, String before, String after) throws IOException {
    Path file = lesson.resolve("lesson.yaml");
    String text = Files.readString(file);
    if (!text.contains(before)) {
      throw new IllegalArgumentException("there is no " + before);
    }
    Files.writeString(file, text.replace(before, after));
  }
}
