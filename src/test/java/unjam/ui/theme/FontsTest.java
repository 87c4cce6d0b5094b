package unjam.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FontsTest {

  private static final Path FOLDER = Path.of("assets/fonts");

  @BeforeAll
  static void load() {
    Fonts.load();
    Fonts.loadChinese();
  }

  private static Stream<Fonts.Face> all() {
    return Stream.of(Fonts.FACES, Fonts.CHINESE).flatMap(List::stream);
  }

  /** A wrong name falls back silently to some other font. */
  @Test
  void everyFamilyIsFoundByItsName() {
    assertThat(all())
        .allSatisfy(
            face ->
                assertThat(Font.font(face.family(), 12).getFamily()).isEqualTo(face.family()));
  }

  @Test
  void everyFontFileIsLoadedAndHasItsLicenceBesideIt() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      all().map(Fonts.Face::file), Stream.of("OFL.txt"))
                  .toList());
    }
    assertThat(FOLDER.resolve("OFL.txt")).content().contains("SIL OPEN FONT LICENSE");
  }

  @Test
  void everyLetterOfEveryMessageHasAGlyph() throws Exception {
    everyLetterOf("assets/i18n/messages.properties", "Inter-Regular.otf");
    everyLetterOf("assets/i18n/messages.properties", "Inter-SemiBold.otf");
    everyLetterOf("assets/i18n/messages_zh_CN.properties", "NotoSansSC-Regular.otf");
    everyLetterOf("assets/i18n/messages_zh_CN.properties", "NotoSansSC-Medium.otf");
  }

  @Test
  void everyLetterOfEveryLessonHasAGlyph() throws Exception {
    everyLetterOfLessons("en.md", "Inter-Regular.otf");
    everyLetterOfLessons("zh_CN.md", "NotoSansSC-Regular.otf");
    everyLetterOfLessons("zh_CN.md", "NotoSansSC-Medium.otf");
  }

  private static void everyLetterOfLessons(String name, String file) throws Exception {
    java.awt.Font font =
        java.awt.Font.createFont(
            java.awt.Font.TRUETYPE_FONT, new File(FOLDER.toFile(), file));
    try (Stream<Path> all = Files.walk(Path.of("lessons"))) {
      for (Path each : all.filter(path -> path.endsWith(name)).toList()) {
        String text = Files.readString(each).replace("\n", "");
        int missing = font.canDisplayUpTo(text);
        assertThat(missing < 0 ? "" : text.substring(missing, missing + 1))
            .as("first letter of %s that %s lacks", each, file)
            .isEmpty();
      }
    }
  }

  private static void everyLetterOf(String messages, String file) throws Exception {
    java.awt.Font font =
        java.awt.Font.createFont(
            java.awt.Font.TRUETYPE_FONT, new File(FOLDER.toFile(), file));
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(messages))) {
      properties.load(reader);
    }
    properties.forEach(
        (key, text) -> {
          int missing = font.canDisplayUpTo((String) text);
          assertThat(missing)
              .as("first letter of %s that %s lacks, in \"%s\"", key, file, text)
              .isEqualTo(-1);
        });
  }
}
