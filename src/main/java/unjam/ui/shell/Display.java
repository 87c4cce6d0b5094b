package unjam.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What this machine can show: a window, a picture in a file, or nothing until a library is there.
 *
 * <p>Asked before the first JavaFX class loads, because JavaFX reads its platform once, and answers
 * a missing library with stack traces; so nothing here may touch JavaFX.
 */
public sealed interface Display {

  /**
   * There is a display, or the operating system always has one.
   *
   * @param slowWithout a library without which the graphics card cannot be used
   */
  record Window(Optional<NativeLibrary> slowWithout) implements Display {}

  /** Linux without any display: pictures can be painted, no window can be opened. */
  record Headless() implements Display {}

  /**
   * Linux without a library that nothing can be shown without.
   *
   * @param library that has to be installed
   */
  record Missing(NativeLibrary library) implements Display {

    /** What is missing, and what to install. */
    public String sentence() {
      return library.in("display.missing");
    }
  }

  /** Decides for the machine and the session that this process runs in. */
  static Display ofThisMachine() {
    return of(System.getenv(), System.getProperty("os.name", ""), NativeLibrary::loads);
  }

  /** What is missing for a picture, whether there is a display or not. */
  static Optional<Missing> missingForPictures() {
    return of(Map.of(), System.getProperty("os.name", ""), NativeLibrary::loads)
            instanceof Missing missing
        ? Optional.of(missing)
        : Optional.empty();
  }

  /**
   * Decides from what is known about a machine.
   *
   * @param environment the environment variables of the session
   * @param osName the value of the system property {@code os.name}
   * @param loads whether a library can be loaded; asked only if the answer depends on it
   */
  static Display of(
      Map<String, String> environment, String osName, Predicate<NativeLibrary> loads) {
    if (!osName.startsWith("Linux")) {
      return new Window(Optional.empty());
    }
    boolean window = has(environment, "DISPLAY") || has(environment, "WAYLAND_DISPLAY");
    Optional<Display> missing =
        (window
                ? firstWithout(loads, NativeLibrary.GTK_3, NativeLibrary.XTST)
                : firstWithout(loads, NativeLibrary.PANGO))
            .map(Missing::new);
    return missing.orElseGet(
        () ->
            window
                ? new Window(firstWithout(loads, NativeLibrary.GL, NativeLibrary.XXF86VM))
                : new Headless());
  }

  private static Optional<NativeLibrary> firstWithout(
      Predicate<NativeLibrary> loads, NativeLibrary... wanted) {
    return List.of(wanted).stream().filter(loads.negate()).findFirst();
  }

  /** An empty variable names no display, just as an absent one. */
  private static boolean has(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
