package unjam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import unjam.app.OpenRun;
import unjam.app.Opening;
import unjam.app.Session;
import unjam.app.tale.Voice;
import unjam.cli.UnjamCommand;
import unjam.lesson.ProgressShelf;
import unjam.ui.shell.Display;
import unjam.ui.shell.Messages;
import unjam.ui.shell.NativeLibrary;
import unjam.ui.shell.OpeningScene;
import unjam.ui.shell.Picture;
import unjam.ui.shell.ReportFile;
import unjam.ui.scenario.UserFolder;
import unjam.ui.shell.UnjamApp;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

/**
 * Where Unjam starts.
 *
 * <p>Does not extend {@code Application}: the platform must be chosen (a real window or the
 * headless one) before the first JavaFX class loads, and commands need no JavaFX at all.
 */
public final class Main {

  private Main() {}

  /**
   * Runs the command line and ends the process with its exit status. Without arguments there is no
   * command line to be understood, and the window is there a fifth of a second sooner.
   *
   * @throws IOException if the file named by {@code unjam.status} cannot be written
   */
  public static void main(String[] args) throws IOException {
    int status =
        args.length == 0
            ? openWindow(Optional.empty(), Optional.empty())
            : UnjamCommand.commandLine(
                    Main::openWindow, Main::paint, Main::voice, Main::report,
                    ProgressShelf.ofUser(UserFolder.ofThisUser()))
                .execute(args);
    leaveForTheBuild(status);
    System.exit(status);
  }

  /**
   * Writes the exit status where {@code unjam.status} says. Maven's way of running a program
   * answers a failure with a stack trace of its own; so it is told that all went well, and reads
   * here whether it did.
   */
  private static void leaveForTheBuild(int status) throws IOException {
    String file = System.getProperty("unjam.status");
    if (file != null) {
      Files.writeString(Path.of(file), Integer.toString(status));
    }
  }

  /** Opens the window, or does what is possible without one; the exit status. */
  private static int openWindow(Optional<Opening> first, Optional<Path> lessons) {
    return switch (Display.ofThisMachine()) {
      case Display.Window window -> {
        window.slowWithout().ifPresent(Main::drawWithout);
        yield openOnTheDisplay(first, lessons);
      }
      case Display.Headless headless -> {
        chooseNoDisplay();
        yield OpeningScene.paintInto(folderOfPictures(), first);
      }
      case Display.Missing missing -> {
        System.err.println(missing.sentence());
        yield 1;
      }
    };
  }

  /** JavaFX would find out itself, with stack traces, and then go on in the same way. */
  private static void drawWithout(NativeLibrary library) {
    System.err.println(library.in("display.slow_without"));
    System.setProperty("prism.order", "sw");
  }

  private static void chooseNoDisplay() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }

  /** A picture needs no display, even where there is one. */
  private static void paint(Session session, int width, int height, double zoom, Path file)
      throws IOException {
    Optional<Display.Missing> missing = Display.missingForPictures();
    if (missing.isPresent()) {
      throw new IOException(missing.get().sentence());
    }
    chooseNoDisplay();
    Picture.write(session, width, height, zoom, file);
  }

  private static Voice voice(Locale language) {
    return Sentences.voice(Texts.in(language));
  }

  /** A report without pictures needs nothing of the machine. */
  private static void report(OpenRun run, Locale language, boolean pictures, Path file)
      throws IOException {
    Optional<Display.Missing> missing =
        pictures ? Display.missingForPictures() : Optional.empty();
    if (missing.isPresent()) {
      throw new IOException(missing.get().sentence());
    }
    chooseNoDisplay();
    ReportFile.write(run, language, pictures, file);
  }

  /** A display that is named need not be there; only the toolkit finds out. */
  private static int openOnTheDisplay(Optional<Opening> first, Optional<Path> lessons) {
    try {
      return UnjamApp.open(first, lessons);
    } catch (UnsupportedOperationException noDisplay) {
      System.err.println(Messages.text("display.unreachable"));
      return 1;
    }
  }

  /** The build's output folder when started from it, or else the working directory. */
  private static Path folderOfPictures() {
    return Path.of(System.getProperty("unjam.home", ""));
  }
}
