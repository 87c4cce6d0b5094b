package unjam.ui.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What this machine can show: a window, a picture in a file, or nothing until a library is there.
 *
 * <p>Asked before the first JavaFX class loads, because JavaFX reads its platform once; so nothing
 * here may touch JavaFX.
 */
public enum Display {
  /** There is a display, or the operating system always has one. */
  WINDOW,
  /** Linux without any display: pictures can be painted, no window can be opened. */
  HEADLESS,
  /** Linux with a display, but without the GTK 3 library that JavaFX opens windows with. */
  GTK_MISSING;

  /** The library by the name under which JavaFX's own native code asks for it. */
  private static final String GTK_3 = "libgtk-3.so.0";

  /** Decides for the machine and the session that this process runs in. */
  public static Display ofThisMachine() {
    return of(System.getenv(), System.getProperty("os.name", ""), Display::gtk3Loads);
  }

  /**
   * Decides from what is known about a machine.
   *
   * @param environment the environment variables of the session
   * @param osName the value of the system property {@code os.name}
   * @param gtk3Loads whether GTK 3 can be loaded; asked only if the answer depends on it
   */
  public static Display of(
      Map<String, String> environment, String osName, BooleanSupplier gtk3Loads) {
    if (!osName.startsWith("Linux")) {
      return WINDOW;
    }
    if (isEmpty(environment, "DISPLAY") && isEmpty(environment, "WAYLAND_DISPLAY")) {
      return HEADLESS;
    }
    return gtk3Loads.getAsBoolean() ? WINDOW : GTK_MISSING;
  }

  /** An empty variable names no display, just as an absent one. */
  private static boolean isEmpty(Map<String, String> environment, String variable) {
    return environment.getOrDefault(variable, "").isBlank();
  }

  private static boolean gtk3Loads() {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(GTK_3, arena);
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }
}
