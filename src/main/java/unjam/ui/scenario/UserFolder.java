package unjam.ui.scenario;

import java.nio.file.Path;
import java.util.Map;

/** Where this machine keeps what a user of Unjam has made, beside the files that they name. */
public final class UserFolder {

  private UserFolder() {}

  /** Decides for the user that runs this process. */
  public static Path ofThisUser() {
    return of(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  }

  /**
   * Decides from what is known about a machine: the XDG base directories on Linux, the usual places
   * elsewhere.
   *
   * @param environment the environment variables of the session
   * @param osName the value of the system property {@code os.name}
   * @param home the user's home folder
   */
  static Path of(Map<String, String> environment, String osName, String home) {
    if (osName.startsWith("Windows")) {
      return Path.of(environment.getOrDefault("APPDATA", home), "Unjam");
    }
    if (osName.startsWith("Mac")) {
      return Path.of(home, "Library", "Application Support", "Unjam");
    }
    String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
    // The specification wants relative paths to be ignored.
    return configured.startsWith("/")
        ? Path.of(configured, "unjam")
        : Path.of(home, ".config", "unjam");
  }
}
