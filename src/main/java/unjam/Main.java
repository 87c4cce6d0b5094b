package unjam;

import java.nio.file.Path;
import unjam.cli.UnjamCommand;
import unjam.ui.shell.Display;
import unjam.ui.shell.Messages;
import unjam.ui.shell.OpeningScene;
import unjam.ui.shell.UnjamApp;

/**
 * Where Unjam starts.
 *
 * <p>Does not extend {@code Application}: the platform must be chosen (a real window or the
 * headless one) before the first JavaFX class loads, and commands need no JavaFX at all.
 */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(UnjamCommand.commandLine(Main::openWindow).execute(args));
  }

  /** Opens the window, or does what is possible without one; the exit status. */
  private static int openWindow() {
    return switch (Display.ofThisMachine()) {
      case WINDOW -> UnjamApp.open();
      case HEADLESS -> {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        yield OpeningScene.paintInto(folderOfPictures());
      }
      case GTK_MISSING -> {
        System.err.println(Messages.text("display.gtk_missing"));
        yield 1;
      }
    };
  }

  /** The build's output folder when started from it, or else the working directory. */
  private static Path folderOfPictures() {
    return Path.of(System.getProperty("unjam.home", ""));
  }
}
