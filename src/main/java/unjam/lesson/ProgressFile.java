package unjam.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import unjam.catalog.Fields;
import unjam.catalog.Problem;
import unjam.catalog.Problems;
import unjam.catalog.Read;
import unjam.catalog.Tree;
import unjam.catalog.Values;
import unjam.catalog.WholeFile;
import unjam.catalog.YamlFile;
import unjam.catalog.YamlTree;

/** A learner's progress in a lesson as a small file that can be handed to a teacher. */
public final class ProgressFile {

  private static final int MOST_TRIES = 1_000_000;

  private ProgressFile() {}

  /** Where the progress in a lesson is kept in a folder. */
  public static Path in(Path folder, String lesson) {
    return folder.resolve(lesson + ".yaml");
  }

  /** As text. */
  public static String text(Progress progress) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lesson", progress.lesson());
    all.put("learner", progress.learner());
    all.put("kernel", progress.kernel());
    all.put("seed", progress.seed());
    all.put("step", progress.step());
    Map<String, Object> answers = new LinkedHashMap<>();
    progress.answers().forEach((step, given) -> answers.put(step, of(given)));
    all.put("answers", answers);
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();
    return new Dump(settings).dumpToString(all);
  }

  private static Map<String, Object> of(Progress.Given given) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("right", given.right());
    one.put("tries", given.tries());
    one.put("first", given.first());
    one.put("said", given.said());
    one.put("off", given.off());
    one.put("reason", given.reason());
    one.put("confidence", given.confidence().name().toLowerCase(Locale.ROOT));
    one.put("missed", given.missed());
    return one;
  }

  /** Writes it; there is always either the old file or the new one. */
  public static Optional<Problem> write(Path file, Progress progress) {
    try {
      WholeFile.write(file, text(progress));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new Problem(file.toString(), 0, 0, "the progress cannot be written: " + e.getMessage()));
    }
  }

  /** Reads it; what a newer Unjam may have added is a problem and not lost in silence. */
  public static Read<Progress> read(Path file) {
    return Problems.reading(
        problems ->
            YamlFile.text(file, problems)
                .flatMap(text -> YamlTree.parse(file.toString(), text, problems))
                .map(tree -> progress(tree, problems)));
  }

  /** The progress that is kept in a folder; empty if there is none that makes sense. */
  public static Optional<Progress> kept(Path folder, String lesson) {
    Path file = in(folder, lesson);
    return Files.isRegularFile(file) && read(file) instanceof Read.Good<Progress>(Progress good)
        ? Optional.of(good)
        : Optional.empty();
  }

  private static Progress progress(Tree tree, Problems problems) {
    Fields f = Fields.of(tree, "progress", problems);
    SortedMap<String, Progress.Given> answers = new TreeMap<>();
    f.tree("answers")
        .ifPresent(
            all -> {
              for (Tree.Entry each : Fields.of(all, "answers", problems).entries()) {
                answers.put(each.key(), given(each, problems));
              }
            });
    Progress progress =
        new Progress(
            f.required("lesson", Values::text, "lesson: 03-watchdog", "?"),
            f.value("learner", Function.identity(), ""),
            f.required("kernel", Values::text, "kernel: \"6.12\"", "?"),
            f.value("seed", Long::parseLong, 1L),
            f.required("step", Values::text, "step: incident", "?"),
            answers);
    f.end();
    return progress;
  }

  private static Progress.Given given(Tree.Entry entry, Problems problems) {
    Fields f = Fields.of(entry.value(), "answer " + entry.key(), problems);
    Progress.Given given =
        new Progress.Given(
            f.value("right", Boolean::parseBoolean, false),
            f.value("tries", Values.count(1, MOST_TRIES), 1),
            f.value("first", Boolean::parseBoolean, false),
            f.value("said", Function.identity(), ""),
            f.value("off", Long::parseLong, 0L),
            f.value("reason", Function.identity(), ""),
            f.value(
                "confidence", Values.lowerCaseChoice(Progress.Confidence.values()),
                Progress.Confidence.NONE),
            f.value("missed", Function.identity(), ""));
    f.end();
    return given;
  }
}
