package unjam.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import unjam.catalog.Catalog;
import unjam.catalog.Place;
import unjam.catalog.Problems;
import unjam.catalog.YamlFile;

/** Where the files of a lesson are. */
public sealed interface LessonFolder {

  /** The lesson's file. */
  String LESSON = "lesson.yaml";

  /** The folder's name, which is the lesson's. */
  String name();

  /** The text of one of its files; empty if it cannot be had, which is then a problem. */
  Optional<String> text(String file, Problems problems);

  /** What a problem names as the place of one of its files. */
  String place(String file);

  /** A folder of this machine. */
  record OnDisk(Path path) implements LessonFolder {

    @Override
    public String name() {
      return path.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public Optional<String> text(String file, Problems problems) {
      return YamlFile.text(path.resolve(file), problems);
    }

    @Override
    public String place(String file) {
      return path.resolve(file).toString();
    }

    /** Whether a folder looks like a lesson's. */
    public static boolean isLesson(Path path) {
      return Files.isRegularFile(path.resolve(LESSON));
    }
  }

  /** A lesson that came with the application. */
  record InCatalog(Catalog catalog, String name) implements LessonFolder {

    @Override
    public Optional<String> text(String file, Problems problems) {
      Optional<byte[]> bytes = catalog.lessonFile(name, file);
      if (bytes.isEmpty()) {
        problems.add(Place.whole(place(file)), "there is no such file");
      }
      return bytes.flatMap(each -> YamlFile.decoded(each, place(file), problems));
    }

    @Override
    public String place(String file) {
      return "lessons/" + name + "/" + file;
    }
  }
}
