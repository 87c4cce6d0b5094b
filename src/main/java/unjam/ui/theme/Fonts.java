package unjam.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that come with the application. Each weight is a family of its own, because JavaFX
 * finds a loaded font by its family only; a wrong name would silently fall back.
 */
public final class Fonts {

  /** The machine's words, in three weights. */
  public static final String MONO = "JetBrains Mono NL";

  public static final String MONO_MEDIUM = "JetBrains Mono NL Medium";
  public static final String MONO_SEMIBOLD = "JetBrains Mono NL SemiBold";

  /** Family and file of every font. */
  public record Face(String family, String file) {}

  /** What every language needs. */
  public static final List<Face> FACES =
      List.of(
          new Face("Inter", "Inter-Regular.otf"),
          new Face("Inter Medium", "Inter-Medium.otf"),
          new Face("Inter SemiBold", "Inter-SemiBold.otf"),
          new Face(MONO, "JetBrainsMonoNL-Regular.ttf"),
          new Face(MONO_MEDIUM, "JetBrainsMonoNL-Medium.ttf"),
          new Face(MONO_SEMIBOLD, "JetBrainsMonoNL-SemiBold.ttf"));

  /** What Chinese needs beyond that: as large as twenty of the others. */
  public static final List<Face> CHINESE =
      List.of(
          new Face("Noto Sans SC", "NotoSansSC-Regular.otf"),
          new Face("Noto Sans SC Medium", "NotoSansSC-Medium.otf"));

  /** Initialised, and so loaded, when somebody first asks. */
  private static final class Chinese {
    static final int LOADED = load(CHINESE);
  }

  private Fonts() {}

  /**
   * Loads what every language needs; call before the first scene is made.
   *
   * @throws IllegalStateException if a font is missing or is not what it should be
   */
  public static void load() {
    load(FACES);
  }

  /** Loads what Chinese needs beyond that, once; the number of faces. */
  public static int loadChinese() {
    return Chinese.LOADED;
  }

  private static int load(List<Face> faces) {
    for (Face face : faces) {
      Font font = load(face.file());
      if (font == null || !font.getFamily().equals(face.family())) {
        throw new IllegalStateException(
            "font " + face.file() + " should be of family " + face.family() + ", is "
                + (font == null ? "unreadable" : font.getFamily()));
      }
    }
    return faces.size();
  }

  private static @Nullable Font load(String file) {
    String path = "/assets/fonts/" + file;
    try (InputStream in = Fonts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("font " + path + " is not on the class path");
      }
      return Font.loadFont(in, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
