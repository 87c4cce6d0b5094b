package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers, kernel rules and policies with mistakes. */
class LintTest {

  private static final Lint LINT = new Lint(Catalog.ofClassPath());

  @TempDir Path folder;

  @Test
  void aDriverIsLookedAtForEveryKernel() throws IOException {
    assertThat(
            problems(
                """
                name: my_adapter
                can_queue: 70000
                cmd_per_lun: 32
                nr_queues: 1
                irq_path: irq
                eh_abort_handler: {takes: 1, tm_timeot: 30s}
                eh_target_reset_handler: {on_tm_timeout: reset_host}
                eh_host_reset_handler: true
                unit_attention: {eh_device_reset_handler: 29/00}
                answers_from_kworker: [FLUSH]
                sources: [from memory]
                kernels:
                  "6.1": {skip_settle_delay: yes}
                  "7.0": {skip_settle_delay: true}
                """))
        .containsExactly(
            "1:1: driver lacks the key \"title\", for example title: The emulated disk of the"
                + " kernel",
            "2:12: can_queue: 70000 is out of range; write 1 to 65535",
            "4:1: unknown key \"nr_queues\" in driver; did you mean \"nr_hw_queues\"?",
            "5:11: irq_path is a list, found the single value \"irq\"",
            "6:27: takes: \"1\" has no unit; write a number and a unit (ns, us, ms, s, min or h),"
                + " such as 30s, 1.5ms or 100us",
            "6:30: unknown key \"tm_timeot\" in eh_abort_handler; did you mean \"tm_timeout\"?",
            "7:42: on_tm_timeout: there is no tm_timeout after which this could happen; add one",
            "8:24: eh_host_reset_handler is a mapping (keys with values), found the single value"
                + " \"true\"",
            "9:43: eh_device_reset_handler: sense is written key/asc/ascq in hexadecimal, for"
                + " example 3/11/00, found: 29/00",
            "10:24: answers_from_kworker: \"FLUSH\" is none of: TEST_UNIT_READY, REQUEST_SENSE,"
                + " READ_6, WRITE_6, INQUIRY, MODE_SENSE, START_STOP, READ_CAPACITY, READ_10,"
                + " WRITE_10, VERIFY, SYNCHRONIZE_CACHE, WRITE_SAME, UNMAP, READ_16, WRITE_16,"
                + " REPORT_LUNS",
            "11:11: sources: \"from memory\" is not a citation; write a file and what in it, such"
                + " as \"drivers/scsi/scsi_error.c: scsi_timeout\"",
            "13:30: skip_settle_delay: write true or false, found \"yes\"",
            "14:3: there are no rules for Linux \"7.0\"; known: 5.10, 6.1, 6.12");
  }

  @Test
  void aKernelNamesEveryDecisionAndItsSources() throws IOException {
    String complete = Files.readString(Path.of("assets", "catalog", "kernel", "6.12.yaml"));
    String wrong =
        complete
            .replaceFirst("(?s)sources:.*?\n\n", "\n")
            .replaceFirst("timeout_is_counted: true", "timeout_is_counted: sometimes")
            .replaceFirst("cancel_is_offline: true.*\n", "");
    assertThat(problems(wrong))
        .containsExactly(
            "2:1: kernel lacks the key \"cancel_is_offline\", for example cancel_is_offline: true",
            "2:1: kernel lacks the key \"sources\", for example sources:"
                + " [\"drivers/scsi/scsi_error.c: scsi_timeout\"]",
            "7:21: timeout_is_counted: write true or false, found \"sometimes\"");
  }

  @Test
  void aPolicyHoldsKnobsAsSysfsTakesThem() throws IOException {
    assertThat(
            problems(
                """
                name: p
                title: T
                sources: ["drivers/scsi/sd.c: max_retries_store"]
                knobs:
                  device/timeout: 5s
                  scsi_disk/allow_restart: true
                  scsi_host/eh_deadlin: off
                """))
        .containsExactly(
            "5:19: device/timeout: device/timeout takes whole seconds without a unit, found"
                + " \"5s\"",
            "6:28: scsi_disk/allow_restart: scsi_disk/allow_restart takes 1 or 0, found \"true\"",
            "7:3: unknown key \"scsi_host/eh_deadlin\" in knobs; did you mean"
                + " \"scsi_host/eh_deadline\"?");
  }

  @Test
  void aClickWithoutEffectIsReadButNotClean() throws IOException {
    String text =
        """
        name: t
        title: T
        until: 10s
        machine: {hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]}
        faults:
          - {id: first, on: 0:0:0:0, mute: {}, count: 1}
        interventions:
          - {at: 5s, start_fault: {id: second, on: 0:0:0:0, mute: {}}}
        """;
    assertThat(new ScenarioReader(Catalog.ofClassPath()).readText("t", text, List.of()).problems())
        .isEmpty();
    assertThat(problems(text))
        .containsExactly(
            "8:32: fault second can never hit: first is of the same kind, starts before it,"
                + " matches the same commands and, even used up, never ends; give first an until");
  }

  @Test
  void wordsThatOtherYamlReadersBendArriveAsWritten() throws IOException {
    Read<Tree> read =
        Problems.reading(
            problems ->
                YamlTree.parse("t", "[off, 010, 1:30, yes, 6.10, ~, \"\", 0:0:0:0]", problems));
    assertThat(((Tree.Sequence) read.orThrow()).items())
        .extracting(each -> ((Tree.Scalar) each).text())
        .containsExactly("off", "010", "1:30", "yes", "6.10", "~", "", "0:0:0:0");
  }

  private List<String> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), text);
    int prefix = file.toString().length() + 1;
    return LINT.file(file).stream().map(each -> each.text().substring(prefix)).toList();
  }
}
