package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unjam.analysis.Mark.Kind;
import unjam.projection.TraceWriter;
import unjam.trace.Trace;

class MarksTest {

  @Test
  void theDecisiveInstantsOfALadderThatFails() {
    assertThat(Marks.of(TraceWriter.everyRungInVain()))
        .extracting(mark -> mark.nanos() / 1_000_000 + " " + mark.kind() + mark.arguments())
        .containsExactly(
            "30600 TIMEOUT[sda]",
            "30610 ABORT[sda, FAILED]",
            "30610 HOST_STOPPED[host0]",
            "30620 EH_WOKEN[host0, 1]",
            "30620 LUN_RESET[sda, SUCCESS]",
            "40625 NOT_READY[sda]",
            "40625 BUS_RESET[sda, SUCCESS]",
            "60630 NOT_READY[sda]",
            "60630 OFFLINE[sda]",
            "60630 ERROR_TOLD[lost, EIO]",
            "60630 RESTART[host0]");
  }

  @Test
  void aBurstOfTimeoutsIsOneMark() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    int first = writer.at(0).read("a", 0);
    int second = writer.read("b", 0);
    writer.dispatch(first, 0).dispatch(second, 0).at(31_000).timeOut(first, 0);
    writer.at(31_500).timeOut(second, 0);
    Trace trace = writer.freeze();
    assertThat(Marks.of(trace)).extracting(Mark::kind).containsExactly(Kind.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindHasItsSentence(Kind kind) throws IOException {
    for (String bundle : new String[] {"messages.properties", "messages_zh_CN.properties"}) {
      Properties sentences = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n", bundle))) {
        sentences.load(reader);
      }
      String key = new Mark(kind, 0, 0, -1, -1, -1, java.util.List.of()).key();
      assertThat(sentences.getProperty(key)).as(key).isNotNull();
      assertThat(new MessageFormat(sentences.getProperty(key)).getFormatsByArgumentIndex().length)
          .isLessThanOrEqualTo(3);
    }
  }
}
