package unjam.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Executor;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.Session;
import unjam.catalog.WholeFile;

/**
 * How a person likes the window to be, from one start to the next. What a line of the file says is
 * taken if it makes sense, and left aside if not: nobody is stopped by a setting.
 */
final class SettingsFile {

  private static final String NAME = "settings.properties";

  private final Path file;
  private final Executor worker;
  private String kept = "";

  /**
   * @param folder the user's folder
   * @param worker does what may take long
   */
  SettingsFile(Path folder, Executor worker) {
    file = folder.resolve(NAME);
    this.worker = worker;
  }

  /** Nothing is open yet, and everything looks as it was left. */
  Session session(Look first) {
    Properties said = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        said.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        said.clear();
      }
    }
    return Session.empty(look(said, first)).after(new Action.SetDesk(desk(said)));
  }

  private static Look look(Properties said, Look first) {
    Look look = first;
    for (Look.Theme theme : Look.Theme.values()) {
      look = word(theme).equals(said.getProperty("theme")) ? look.with(theme) : look;
    }
    if (said.containsKey("language")) {
      look = look.with(Locale.forLanguageTag(said.getProperty("language")));
    }
    for (double scale : Look.SCALES) {
      look =
          Double.toString(scale).equals(said.getProperty("text")) ? look.withScale(scale) : look;
    }
    return look
        .withContrast(Boolean.parseBoolean(said.getProperty("contrast")))
        .withStill(Boolean.parseBoolean(said.getProperty("reduced_motion")));
  }

  private static Desk desk(Properties said) {
    Desk desk = Desk.FIRST;
    for (Detail detail : Detail.values()) {
      desk = word(detail).equals(said.getProperty("detail")) ? desk.with(detail) : desk;
    }
    return desk
        .withRail(Boolean.parseBoolean(said.getProperty("rail", "true")))
        .withInspector(Boolean.parseBoolean(said.getProperty("inspector", "true")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Keeps how it looks now, if that is new. */
  void keep(Session session) {
    Look look = session.look();
    Desk desk = session.desk();
    Properties all = new Properties();
    all.setProperty("theme", word(look.theme()));
    all.setProperty("language", look.language().toLanguageTag());
    all.setProperty("text", Double.toString(look.scale()));
    all.setProperty("contrast", Boolean.toString(look.contrast()));
    all.setProperty("reduced_motion", Boolean.toString(look.still()));
    all.setProperty("detail", word(desk.detail()));
    all.setProperty("rail", Boolean.toString(desk.rail()));
    all.setProperty(
        "inspector", Boolean.toString(desk.inspector() || session.lesson() != null));
    String now = all.toString();
    if (kept.isEmpty()) {
      kept = now;
    } else if (!kept.equals(now)) {
      kept = now;
      worker.execute(() -> write(all));
    }
  }

  private void write(Properties all) {
    StringWriter text = new StringWriter();
    try {
      all.store(text, null);
      WholeFile.write(file, text.toString());
    } catch (IOException e) {
      System.getLogger(SettingsFile.class.getName())
          .log(System.Logger.Level.DEBUG, "settings are not kept", e);
    }
  }
}
