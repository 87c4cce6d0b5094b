package unjam.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.Progress;
import unjam.lesson.ProgressShelf;

/**
 * All lessons with what was done in them; reads files.
 *
 * @param catalog what their runs are made of
 * @param lessons where they are
 * @param progress where answers are kept
 */
public record LessonLibrary(Catalog catalog, LessonShelf lessons, ProgressShelf progress) {

  /**
   * A lesson on the shelf.
   *
   * @param name its folder's name
   * @param lesson as it was read; empty if it makes no sense
   * @param progress what was done in it
   * @param problems what is wrong with it
   */
  public record Entry(
      String name, Optional<Lesson> lesson, Optional<Progress> progress,
      List<Problem> problems) {
    public Entry {
      problems = List.copyOf(problems);
    }
  }

  /** What the names of lessons for authors begin with. */
  private static final String FOR_AUTHORS = "00";

  /** All of them, in the order in which they are taught; those for authors stand last. */
  public List<Entry> read() {
    return lessons.names().stream()
        .sorted(Comparator.comparing(name -> name.startsWith(FOR_AUTHORS)))
        .map(this::entry)
        .toList();
  }

  private Entry entry(String name) {
    return switch (LessonReader.read(catalog, lessons.folder(name))) {
      case Read.Good<Lesson>(Lesson lesson) ->
          new Entry(name, Optional.of(lesson), progress.kept(name), List.of());
      case Read.Bad<Lesson>(List<Problem> problems) ->
          new Entry(name, Optional.empty(), Optional.empty(), problems);
    };
  }
}
