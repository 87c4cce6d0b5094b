package unjam.ui.shell;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices when somebody saves a file of a lesson. A save is often several events, a file that is
 * emptied and then written or a new one that takes the old one's name; they are told as one, as
 * soon as nothing has happened for a moment.
 */
final class LessonWatch implements AutoCloseable {

  private static final long MOMENT_MILLIS = 80;

  /** What a lesson is made of; editors leave other files beside them. */
  private static final Set<String> SUFFIXES = Set.of(".yaml", ".md");

  private final Path folder;
  private final WatchService service;
  private final Consumer<String> saved;

  private LessonWatch(Path folder, WatchService service, Consumer<String> saved) {
    this.folder = folder;
    this.service = service;
    this.saved = saved;
  }

  /**
   * Begins to watch.
   *
   * @param folder the folder in which lessons are
   * @param saved takes the names of lessons, on a thread of its own
   * @throws IOException if the machine watches no more folders
   */
  static LessonWatch of(Path folder, Consumer<String> saved) throws IOException {
    LessonWatch watch =
        new LessonWatch(folder, folder.getFileSystem().newWatchService(), saved);
    try {
      watch.register(folder);
      for (Path each : watch.lessons()) {
        watch.register(each);
      }
    } catch (IOException e) {
      watch.close();
      throw e;
    }
    Thread.ofPlatform().daemon().name("lessons").start(watch::run);
    return watch;
  }

  private Set<Path> lessons() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      Set<Path> lessons = new TreeSet<>();
      all.filter(Files::isDirectory).forEach(lessons::add);
      return lessons;
    }
  }

  private void register(Path path) throws IOException {
    path.register(service, ENTRY_CREATE, ENTRY_MODIFY);
  }

  private void run() {
    try {
      while (true) {
        Set<String> names = new TreeSet<>();
        for (WatchKey key = service.take(); key != null; key = next()) {
          note(key, names);
        }
        names.forEach(saved);
      }
    } catch (ClosedWatchServiceException | InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable WatchKey next() throws InterruptedException {
    return service.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void note(WatchKey key, Set<String> names) {
    Path where = (Path) key.watchable();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        all(names);
      } else if (where.equals(folder)) {
        begun(where.resolve((Path) event.context()), names);
      } else if (isOfLesson(event.context().toString())) {
        names.add(where.getFileName().toString());
      }
    }
    key.reset();
  }

  private static boolean isOfLesson(String file) {
    return !file.startsWith(".") && SUFFIXES.stream().anyMatch(file::endsWith);
  }

  /** A folder is new, or has taken the place of an old one. */
  private void begun(Path lesson, Set<String> names) {
    if (Files.isDirectory(lesson)) {
      try {
        register(lesson);
        names.add(lesson.getFileName().toString());
      } catch (IOException goneAgain) {
        names.remove(lesson.getFileName().toString());
      }
    }
  }

  /** More has happened than the machine remembers: everything may be new. */
  private void all(Set<String> names) {
    try {
      lessons().forEach(each -> begun(each, names));
    } catch (IOException gone) {
      names.clear();
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      System.getLogger(LessonWatch.class.getName())
          .log(System.Logger.Level.DEBUG, "the watch on lessons does not end", e);
    }
  }
}
