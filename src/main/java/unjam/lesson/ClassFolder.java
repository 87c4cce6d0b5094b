package unjam.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.Text;

/**
 * The files of progress that learners have handed in: in one folder, or in a folder for each
 * learner. A file that makes no sense is a problem and left out; the others count.
 *
 * @param handedIn what was done, each with a learner's name
 * @param problems files that were left out, and why
 */
public record ClassFolder(List<Progress> handedIn, List<Problem> problems) {

  private static final String SUFFIX = ".yaml";

  /** The folder itself, and one for each learner. */
  private static final int DEPTH = 2;

  public ClassFolder {
    handedIn = List.copyOf(handedIn);
    problems = List.copyOf(problems);
  }

  private record Handed(Path file, Progress progress) {}

  /** Reads a folder. */
  public static ClassFolder read(Path folder) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Handed> counted = new TreeMap<>();
    for (Path file : files(folder, problems)) {
      switch (ProgressFile.read(file)) {
        case Read.Bad<Progress>(List<Problem> found) -> problems.addAll(found);
        case Read.Good<Progress>(Progress good) -> {
          Progress named = good.of(learner(folder, file, good));
          add(new Handed(file, named), counted, problems);
        }
      }
    }
    return new ClassFolder(
        counted.values().stream().map(Handed::progress).toList(), problems);
  }

  private static List<Path> files(Path folder, List<Problem> problems) {
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(each -> each.getFileName().toString().endsWith(SUFFIX))
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .filter(each -> !Files.isDirectory(each))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      problems.add(
          new Problem(folder.toString(), 0, 0, "the folder cannot be read: " + e.getMessage()));
      return List.of();
    }
  }

  /** Whoever has handed in a lesson twice has worked on with one of the files: the longer one. */
  private static void add(
      Handed handed, Map<String, Handed> counted, List<Problem> problems) {
    Progress progress = handed.progress();
    Handed before =
        counted.putIfAbsent(progress.learner() + "\n" + progress.lesson(), handed);
    if (before == null) {
      return;
    }
    boolean more = progress.answers().size() > before.progress().answers().size();
    Handed longer = more ? handed : before;
    Handed shorter = more ? before : handed;
    counted.put(progress.learner() + "\n" + progress.lesson(), longer);
    problems.add(
        new Problem(
            shorter.file().toString(), 0, 0,
            Text.quoted(progress.learner()) + " has handed in this lesson twice; the longer one"
                + " counts, " + longer.file()));
  }

  /**
   * The name that stands in the file; or else what its own name says beside the lesson's, or else
   * the name of the learner's folder.
   */
  private static String learner(Path folder, Path file, Progress progress) {
    if (!progress.learner().isBlank()) {
      return progress.learner().strip();
    }
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - SUFFIX.length());
    String rest =
        stem.replace(progress.lesson(), "").replaceAll("^[-_. ]+|[-_. ]+$", "");
    if (!rest.isEmpty()) {
      return rest;
    }
    Path parent = file.getParent();
    return parent == null || parent.equals(folder) ? stem : parent.getFileName().toString();
  }
}
