package unjam.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.scsi.LogLevel;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

class ExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String written(TraceExporter exporter, Trace trace) throws IOException {
    StringWriter out = new StringWriter();
    exporter.write(Timeline.of(trace), out);
    return out.toString();
  }

  private static List<JsonNode> lines(Trace trace) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written(new JsonLines(), trace).split("\n")) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Trace printed() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    writer.at(1.5);
    writer.note(
        ExecContext.scsiEh(0), KernelFunction.PRINTK, -1, 0, 0,
        new MachineFact.Printed(LogLevel.KERN_ERR, "a \"quoted\" line \u4e2d\t"));
    return writer.freeze();
  }

  @Test
  void everyLineIsOneObjectAndEndsWithALineFeed() throws IOException {
    String text = written(new JsonLines(), TraceWriter.lunResetCures("6.12"));
    assertThat(text).endsWith("}\n").doesNotContain("\r").doesNotContain("\n\n");
    List<JsonNode> lines = lines(TraceWriter.lunResetCures("6.12"));
    for (JsonNode line : lines.subList(0, lines.size() - 1)) {
      assertThat(line.fieldNames()).toIterable()
          .startsWith("t_ns", "seq", "cause", "ctx", "fn");
    }
    assertThat(lines.getLast().fieldNames()).toIterable().containsExactly("outcome");
  }

  @Test
  void anAnswerStandsInTheLineOfItsCall() throws IOException {
    JsonNode reset =
        lines(TraceWriter.lunResetCures("6.12")).stream()
            .filter(each -> each.path("fn").asText().equals("eh_device_reset_handler"))
            .findFirst()
            .orElseThrow();
    assertThat(reset.get("ret").asText()).isEqualTo("SUCCESS");
    assertThat(reset.get("dur_ns").asLong()).isEqualTo(5_000_000);
    assertThat(reset.get("io").asText()).isEqualTo("lost");
    assertThat(reset.get("op").asText()).isEqualTo("READ_10");
    assertThat(reset.get("dev").asText()).isEqualTo("0:0:0:0");
    assertThat(reset.get("allowed").asInt()).isEqualTo(5);
    assertThat(reset.get("detail").get("hook").asText()).isEqualTo("lun-reset");
  }

  @Test
  void everyCauseHasALineAboveItsEffect() throws IOException {
    TreeSet<Integer> seen = new TreeSet<>(List.of(-1));
    List<JsonNode> lines = lines(TraceWriter.everyRungInVain());
    for (JsonNode line : lines.subList(0, lines.size() - 1)) {
      assertThat(seen).contains(line.get("cause").asInt());
      seen.add(line.get("seq").asInt());
    }
    assertThat(seen.size()).isGreaterThan(40);
  }

  @Test
  void theLastLineSaysWhatBecameOfEverything() throws IOException {
    JsonNode outcome = lines(TraceWriter.everyRungInVain()).getLast().get("outcome");
    JsonNode io = outcome.get("ios").get("lost");
    assertThat(io.get("errno").asText()).isEqualTo("EIO");
    assertThat(io.get("latency_ns").asLong()).isEqualTo(60_630_000_000L);
    assertThat(io.get("timeouts").asInt()).isEqualTo(1);
    JsonNode device = outcome.get("devices").get("0:0:0:0");
    assertThat(device.get("state").asText()).isEqualTo("offline");
    assertThat(device.get("iotmo_cnt").asInt()).isEqualTo(1);
    assertThat(outcome.get("hosts").get("0").get("state").asText()).isEqualTo("running");
    assertThat(lines(printed()).getLast().get("outcome").get("dmesg").get(0).get("line").asText())
        .isEqualTo("a \"quoted\" line \u4e2d\t");
  }

  @Test
  void kernelsCallTheSameStepByTheirOwnNames() throws IOException {
    assertThat(functions("5.10")).contains("scsi_times_out", "scsi_softirq_done");
    assertThat(functions("6.12")).contains("scsi_timeout", "scsi_complete");
    assertThat(functions("6.12")).contains("queue_timer_fires");
  }

  private static List<String> functions(String kernel) throws IOException {
    return lines(TraceWriter.lunResetCures(kernel)).stream()
        .map(each -> each.path("fn").asText())
        .toList();
  }

  @Test
  void theBytesAreTheSameInEveryLocaleAndTimeZone() throws IOException {
    List<TraceExporter> exporters =
        List.of(new JsonLines(), new TextTimeline(), new Dmesg());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Trace trace = TraceWriter.everyRungInVain();
    try {
      for (TraceExporter exporter : exporters) {
        String here = written(exporter, trace);
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        assertThat(written(exporter, TraceWriter.everyRungInVain())).isEqualTo(here);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertThat(written(exporter, trace)).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theTextIsAlignedAndIndentedByCalls() throws IOException {
    String text = written(new TextTimeline(), TraceWriter.lunResetCures("6.12"));
    assertThat(text)
        .contains("""
               30.625000000  scsi_eh_0  scsi_eh_tur                   sda lost      = READY
               30.625000000  scsi_eh_0    scsi_send_eh_cmnd           sda lost      \
            = SUCCESS cdb=TEST_UNIT_READY timeout=10 s
            """)
        .contains("""
               30.600000000  kblockd    scsi_timeout                  sda lost      \
            answer=BLK_EH_DONE retries=0
            """);
  }

  @Test
  void theKernelLogIsOneLineAPrintk() throws IOException {
    assertThat(written(new Dmesg(), printed()))
        .isEqualTo("[    0.001500] a \"quoted\" line \u4e2d\t\n");
    assertThat(written(new Dmesg(), TraceWriter.busy(1, 1, 1)))
        .isEqualTo("# the run ends here with 1 IO unfinished: r#0\n");
  }
}
