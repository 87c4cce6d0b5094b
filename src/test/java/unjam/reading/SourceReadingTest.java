package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

class SourceReadingTest {

  private static final SourceNotes NOTES = SourceNotes.in(Locale.ENGLISH);

  private static Trace run(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow().trace();
  }

  /** What scenarios say has no kernel function; all else is somewhere. */
  @ParameterizedTest
  @CsvSource({
    "zombie-disk", "seed-slow-disk", "every-reset-fails", "lost-command", "abort-fails",
    "bad-sector", "bus-reset-settles", "cable-trouble", "eh-deadline", "flush-lost", "host-busy",
    "host-reset-cures", "knob-mid-flight", "late-answer", "lun-reset-fails", "many-stuck",
    "no-retries", "queue-full-storm", "read-ahead", "sense-medley", "start-unit", "two-hosts",
    "unit-attention", "sata-lost-command", "sata-bad-sector", "sata-mute-reads", "sata-deaf-disk",
    "sata-cable-pulled", "virtio-mute-host", "pvscsi-never-offline", "megaraid-firmware-fault",
    "fc-port-back-in-time", "fc-fast-io-fail", "fc-port-gone", "ufs-link-anew", "raid1-patient",
    "raid1-failfast", "replicated-hedged", "multipath-two-paths", "readonly-remount"
  })
  void everyEventLightsAStep(String scenario) {
    Trace trace = run(scenario);
    TreeSet<String> dark = new TreeSet<>();
    for (int seq = 0; seq < trace.size(); seq++) {
      KernelFunction function = trace.function(seq);
      String what = function + " " + FactFields.name(trace.fact(seq));
      var reading = SourceReading.at(trace, seq, NOTES);
      if (reading.isEmpty()) {
        if (function != KernelFunction.SCENARIO) {
          dark.add(what + " has no note");
        }
        continue;
      }
      for (SourceReading.Level level : reading.get().levels()) {
        if (level.lit() < 0 && !level.note().steps().isEmpty()) {
          dark.add(what + " lights nothing in " + level.note().function());
        }
      }
      if (reading.get().condition().matches(".*[?{}].*")) {
        dark.add(what + " leaves a gap: " + reading.get().condition());
      }
    }

    assertThat(dark).isEmpty();
  }

  private static int find(Trace trace, KernelFunction function, Class<?> fact) {
    return IntStream.range(0, trace.size())
        .filter(seq -> trace.function(seq) == function && fact.isInstance(trace.fact(seq)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> path(SourceReading reading) {
    return reading.levels().stream().map(each -> each.note().function().kernelName()).toList();
  }

  @Test
  void theErrorHandlersCommandIsReadFromTheLoopOfTheThreadDownToTheSend() {
    Trace trace = run("zombie-disk");
    int sent = find(trace, KernelFunction.SCSI_SEND_EH_CMND, EhFact.EhCommandSent.class);
    SourceReading reading = SourceReading.at(trace, sent, NOTES).orElseThrow();

    assertThat(path(reading))
        .startsWith("scsi_send_eh_cmnd", "scsi_eh_tur")
        .endsWith("scsi_eh_ready_devs", "scsi_unjam_host", "scsi_error_handler");
    assertThat(reading.condition()).startsWith("TEST_UNIT_READY, timeout = ");
  }

  @Test
  void aShortViewShowsTheRungWhileItsQuestionIsOpen() {
    Trace trace = run("zombie-disk");
    int asked = find(trace, KernelFunction.SCSI_EH_TUR, EhFact.TurBegan.class);
    SourceReading.Level rung = SourceReading.at(trace, asked, NOTES).orElseThrow().headline();

    assertThat(rung.note().function()).isEqualTo(KernelFunction.SCSI_EH_BUS_DEVICE_RESET);
    assertThat(rung.note().steps().get(rung.lit()).text()).contains("TEST UNIT READY");
  }

  @Test
  void theAnswerToAQuestionIsReadInTheQuestion() {
    Trace trace = run("zombie-disk");
    int answered = find(trace, KernelFunction.SCSI_EH_TUR, CallFact.Returned.class);
    SourceReading reading = SourceReading.at(trace, answered, NOTES).orElseThrow();

    assertThat(path(reading)).startsWith("scsi_eh_tur", "scsi_eh_bus_device_reset");
    assertThat(reading.condition()).isEqualTo("READY");
    assertThat(reading.innermost().lit()).isEqualTo(2);
  }

  @Test
  void theWakeUpShowsTheTwoNumbersThatDecidedIt() {
    Trace trace = run("zombie-disk");
    int woken = find(trace, KernelFunction.SCSI_EH_WAKEUP, EhFact.EhWoken.class);
    EhFact.EhWoken fact = (EhFact.EhWoken) trace.fact(woken);

    assertThat(SourceReading.at(trace, woken, NOTES).orElseThrow().condition())
        .isEqualTo("host_failed %d == busy %d".formatted(fact.hostFailed(), fact.hostBusy()));
  }

  @Test
  void aPrintedLineIsReadWhereItWasPrinted() {
    Trace trace = run("bad-sector");
    int printed =
        IntStream.range(0, trace.size())
            .filter(seq -> trace.function(seq) == KernelFunction.PRINTK)
            .findFirst()
            .orElseThrow();
    SourceReading reading = SourceReading.at(trace, printed, NOTES).orElseThrow();

    assertThat(reading.innermost().note().function())
        .isEqualTo(KernelFunction.SCSI_IO_COMPLETION_ACTION);
    assertThat(reading.innermost().note().steps().get(reading.innermost().lit()).text())
        .startsWith("Fail");
  }

  @Test
  void nothingHasRunBeforeTheFirstEvent() {
    assertThat(SourceReading.at(run("lost-command"), -1, NOTES)).isEmpty();
  }
}
