package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.trace.Fact;

class CommandStoryTest {

  @Test
  void aLostReadIsToldFromItsBirthToItsEnd() {
    Timeline timeline = Timeline.of(TraceWriter.lunResetCures("6.12"));
    List<StoryLine> story = CommandStory.of(timeline, 1);
    assertThat(story)
        .extracting(StoryLine::key)
        .containsSubsequence(
            "fact.request_allocated", "fact.dispatched", "fact.timed_out",
            "fact.abort_scheduled", "fact.hook_called", "fact.eh_added", "fact.hook_called",
            "fact.tur_began", "fact.queue_inserted", "fact.dispatched", "fact.request_ended")
        .doesNotContain("fact.returned");
    StoryLine abort =
        story.stream().filter(each -> each.key().equals("fact.hook_called")).findFirst()
            .orElseThrow();
    assertThat(abort.arguments()).containsExactly("eh_abort_handler", "READ_10");
    assertThat(abort.answer()).contains("FAILED");
    assertThat(CommandStory.of(timeline, 77)).isEmpty();
  }

  /** Every fact has its sentence, and the sentence asks for no more than the fact has fields. */
  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_zh_CN.properties"})
  void everyFactHasItsSentence(String bundle) throws IOException {
    Properties sentences = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n", bundle))) {
      sentences.load(reader);
    }
    List<Class<?>> facts = factsBelow(Fact.class);
    assertThat(facts.size()).isGreaterThan(50);
    for (Class<?> fact : facts) {
      String key = "fact." + snake(fact.getSimpleName());
      assertThat(sentences.getProperty(key)).as(key).isNotNull();
      int asked = new MessageFormat(sentences.getProperty(key)).getFormatsByArgumentIndex().length;
      assertThat(asked).as(key).isLessThanOrEqualTo(fact.getRecordComponents().length);
    }
  }

  private static List<Class<?>> factsBelow(Class<?> type) {
    List<Class<?>> found = new ArrayList<>();
    if (type.isRecord()) {
      found.add(type);
    } else {
      for (Class<?> each : type.getPermittedSubclasses()) {
        found.addAll(factsBelow(each));
      }
    }
    return found;
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}
