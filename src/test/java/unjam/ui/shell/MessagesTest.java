package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path ENGLISH = Path.of("assets/i18n/messages.properties");
  private static final Path CHINESE = Path.of("assets/i18n/messages_zh_CN.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(read(CHINESE).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(read(ENGLISH).stringPropertyNames());
  }

  @Test
  void bothLanguagesTakeTheSameArguments() throws IOException {
    Properties chinese = read(CHINESE);
    read(ENGLISH)
        .forEach(
            (key, sentence) ->
                assertThat(arguments(chinese.getProperty((String) key)))
                    .as("arguments of %s", key)
                    .isEqualTo(arguments((String) sentence)));
  }

  @Test
  void aSentenceTakesItsArguments() {
    assertThat(Messages.text("display.headless", "picture.png")).contains("picture.png");
  }

  private static int arguments(String sentence) {
    return new MessageFormat(sentence).getFormatsByArgumentIndex().length;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
