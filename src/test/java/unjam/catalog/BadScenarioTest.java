package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author is told: the place (» in the tables), what is wrong, what would be right. */
class BadScenarioTest {

  private static final ScenarioReader READER = new ScenarioReader(Catalog.ofClassPath());
  private static final char HERE = '»';

  /** Seven good lines; a case adds what is wrong from line 8 on. */
  private static final String GOOD =
      """
      name: t
      title: T
      until: 10s
      machine:
        hosts:
          - driver: mpt3sas
            disks: [{at: 0:0:0:0, size: 1MiB}, {at: 0:0:1:0, size: 1MiB}]
      """;

  @Test
  void theGoodLinesAreGood() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @Test
  void aPlaceIsLineAndColumnFromOne() {
    assertThat(problems(GOOD + "workload:\n  - {label: r, device: 7:0:0:0}\n"))
        .containsExactly(
            "t.yaml:9:24: device: there is no disk at 7:0:0:0; the machine has 0:0:0:0, 0:0:1:0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"keys", "yaml", "workloads", "places", "faults", "results", "interventions"})
  void isToldWhereAndWhatWouldBeRight(String marked, String message) {
    assertThat(problems(GOOD + marked.replace(String.valueOf(HERE), "")))
        .containsExactly(placeOfMark(GOOD + marked) + message);
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        arguments("»workloads: []\n",
            "unknown key \"workloads\" in scenario; did you mean \"workload\"?"),
        arguments("»colour: red\n",
            "unknown key \"colour\" in scenario; known keys: above, faults, interventions, kernel,"
                + " limits, machine, name, policy, seed, title, until, workload"),
        arguments("»until: 20s\n",
            "the key \"until\" stands here a second time, first in line 3; keep one"),
        arguments("seed: »010\n", "seed: write a whole number in decimal, found \"010\""),
        arguments("seed: »99999999999999999999\n",
            "seed: \"99999999999999999999\" is beyond the range of 64 bits"),
        arguments("seed:»\n", "seed has no value; write one, or leave the key out"),
        arguments("kernel: »6.2\n",
            "kernel: there are no rules for Linux \"6.2\"; known: 5.10, 6.1, 6.12"),
        arguments("kernel: {version: 6.1, timeout_scan_passes: »two}\n",
            "timeout_scan_passes: write a whole number in decimal, found \"two\""),
        arguments("policy: »failfast\n",
            "policy: there is no policy \"failfast\"; did you mean \"fail-fast\"?"),
        arguments("limits: {events: »0}\n", "events: 0 is out of range; write 1 to 1000000000"),
        arguments("workload: »{label: r}\n",
            "workload is a list, found a mapping (keys with values)"),
        arguments("limits: »5\n",
            "limits is a mapping (keys with values), found the single value \"5\""));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        arguments("workload: »&all []\n",
            "anchors (&name) are not used here; write the value out"),
        arguments("seed: »!!int 7\n",
            "tags (tag:yaml.org,2002:int) are not used here; leave it out"),
        arguments("»---\na: 1\n", "a second document starts here; one file holds one document"),
        arguments("a: [1\n»",
            "this is not YAML: expected ',' or ']', but got <stream end> (while parsing a flow"
                + " sequence)"),
        arguments("seed: 1»\u0007\n", "the character U+0007 cannot stand in YAML; remove it"),
        arguments("? »[a, b]\n: 1\n", "a key is a single word, found a list"),
        arguments("a: " + "[".repeat(63) + "»[]" + "]".repeat(63) + "\n",
            "nested more than 64 deep; nothing in these files is"));
  }

  static Stream<Arguments> workloads() {
    String units = "; write a number and a unit (ns, us, ms, s, min or h), such as 30s, 1.5ms or"
        + " 100us";
    return Stream.of(
        stream("»{device: 0:0:0:0}", "stream lacks the key \"label\", for example label: r1"),
        stream("{label: »a.b, device: 0:0:0:0}",
            "label: \"a.b\" has a dot, which stands before the number of a thread"),
        stream("{label: r, device: »0:0:2:0}",
            "device: there is no disk at 0:0:2:0; the machine has 0:0:0:0, 0:0:1:0"),
        stream("{label: r, device: »sda}",
            "device: a device is written host:channel:target:lun, for example 0:0:1:0, found: sda"),
        stream("{label: r, device: 0:0:0:0, gap: »5}", "gap: \"5\" has no unit" + units),
        stream("{label: r, device: 0:0:0:0, gap: »-5s}",
            "gap: \"-5s\" is negative, a time is 0 or more" + units),
        stream("{label: r, device: 0:0:0:0, gap: »1:30}", "gap: \"1:30\" is not a time" + units),
        stream("{label: r, device: 0:0:0:0, gap: »3000h}",
            "gap: \"3000h\" is too long; a scenario lasts at most 2000h"),
        stream("{label: r, device: 0:0:0:0, threads: 1024, stagger: »2h}",
            "stagger: the last thread would start after more than 2000h"),
        stream("{label: r, device: 0:0:0:0, threads: »1025}",
            "threads: 1025 is out of range; write 1 to 1024"),
        stream("{label: r, device: 0:0:0:0, repeat: »0}",
            "repeat: 0 is out of range; write 1 to 100000"),
        stream("{label: r, device: 0:0:0:0, sgio_timeout: »1s}",
            "sgio_timeout: only an IO of mode SG_IO has a timeout of its own"),
        stream("{label: r, device: 0:0:0:0, failfast: [»devs]}",
            "failfast: \"devs\" is none of: dev, transport, driver; did you mean dev?"),
        stream("{label: r, device: 0:0:0:0, start: {after: »q}}",
            "there is no stream \"q\"; did you mean \"r\"?"),
        stream("{label: r, device: 0:0:0:0, start: »{plus: 1s}}",
            "start is a time, or {after: STREAM, plus: TIME}, or {after_message: TEXT, plus:"
                + " TIME}; give one of after and after_message"),
        stream("{label: »r, device: 0:0:0:0, start: {after: r}}",
            "stream r can never start, it waits for itself: r after r"));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        stream("{label: r, device: 0:0:0:0, length: »2MiB}",
            "length: \"2MiB\" is more than 1MiB; the model does not split an IO into several"
                + " requests, so write several IOs"),
        stream("{label: r, device: 0:0:0:0, length: »4kB}",
            "length: \"4kB\" has the unknown unit \"kB\"; write bytes, or a number with KiB, MiB,"
                + " GiB or TiB, such as 512 or 4KiB"),
        stream("{label: r, device: 0:0:0:0, length: »-512}",
            "length: \"-512\" is negative; a size is 0 or more"),
        stream("{label: r, device: 0:0:0:0, length: »0}",
            "length: an IO moves at least one block"),
        stream("{label: r, device: 0:0:0:0, offset: »100}",
            "offset: 100 bytes are not a multiple of 512 bytes, the block size of sda"),
        stream("{label: r, device: 0:0:0:0, mode: buffered, length: »512}",
            "length: 512 bytes are not a multiple of 4096 bytes, a page of the cache"),
        stream("{label: r, device: 0:0:0:0, op: write, mode: »readahead}",
            "mode: readahead is a way to read, and this stream writes"),
        stream("{label: r, device: 0:0:0:0, offset: »1MiB}",
            "offset: the IO ends beyond the end of sda, which has 1048576 bytes"),
        stream("{label: r, device: 0:0:0:0, stride: »4KiB, repeat: 257}",
            "stride: the last of its IOs ends beyond the end of sda, which has 1048576 bytes"),
        stream("{label: r, device: 0:0:0:0, stride: »8388607TiB, repeat: 100000}",
            "stride: the last of its IOs ends beyond the end of sda, which has 1048576 bytes"),
        stream("{label: r, device: 0:0:0:0, op: fsync, length: »4KiB}",
            "length: an fsync has no place on the disk; leave the key out"),
        stream("{label: r, device: 0:0:0:0, op: fsync, mode: »SG_IO}",
            "mode: an fsync is direct or buffered, not SG_IO"));
  }

  static Stream<Arguments> faults() {
    String kinds = "; give one of mute, hold, slow, sent_late, answers_after,"
        + " medium_error, link_down, result, queuecommand_returns, fail";
    return Stream.of(
        fault("»{id: f, mute: {}}", "fault lacks the key \"on\", for example on: 0:0:0:0"),
        fault("»{id: f, on: 0:0:0:0}",
            "a fault has one key that says what goes wrong, this one has none" + kinds),
        fault("»{id: f, on: 0:0:0:0, mute: {}, answers_after: 1s}",
            "a fault has one key that says what goes wrong, this one has mute and answers_after"
                + kinds),
        fault("{id: f, on: »host 1, mute: {}}",
            "on: there is no disk at host 1; the machine has 0:0:0:0, 0:0:1:0"),
        fault("{id: f, on: »target 0:0, mute: {}}",
            "on: \"target 0:0\" is incomplete or too long; write a device 0:0:0:0, target 0:0:0,"
                + " bus 0:0, host 0 or machine"),
        fault("{id: f, on: 0:0:0:0, mute: {}, opcode: »READ10}",
            "opcode: \"READ10\" is none of: TEST_UNIT_READY, REQUEST_SENSE, READ_6, WRITE_6,"
                + " INQUIRY, MODE_SENSE, START_STOP, READ_CAPACITY, READ_10, WRITE_10, VERIFY,"
                + " SYNCHRONIZE_CACHE, WRITE_SAME, UNMAP, READ_16, WRITE_16, REPORT_LUNS; did you"
                + " mean READ_10?"),
        fault("{id: f, on: 0:0:0:0, mute: {}, opcode: »0x99}",
            "opcode: no command of this model has the operation code 0x99; known: 0x00"
                + " TEST_UNIT_READY, 0x03 REQUEST_SENSE, 0x08 READ_6, 0x0a WRITE_6, 0x12 INQUIRY,"
                + " 0x1a MODE_SENSE, 0x1b START_STOP, 0x25 READ_CAPACITY, 0x28 READ_10, 0x2a"
                + " WRITE_10, 0x2f VERIFY, 0x35 SYNCHRONIZE_CACHE, 0x41 WRITE_SAME, 0x42 UNMAP,"
                + " 0x88 READ_16, 0x8a WRITE_16, 0xa0 REPORT_LUNS"),
        fault("{id: f, on: 0:0:0:0, mute: {}, count: »0}",
            "count: 0 is out of range; write 1 to 2147483647"),
        fault("{id: f, on: 0:0:0:0, mute: {}, from: 5s, until: »5s}",
            "until: the fault would end before it starts, so it could never hit anything"),
        fault("»{id: f, on: 0:0:0:0, medium_error: {}}",
            "fault lacks the key \"lba\", for example lba: 2048..2055; a medium error has its"
                + " place on the disk"),
        fault("{id: f, on: 0:0:0:0, medium_error: {}, lba: »2040..2048}",
            "lba: block 2048 lies beyond the end of the disk, whose last block is 2047"),
        fault("{id: f, on: 0:0:0:0, medium_error: {}, lba: »7..5}",
            "lba: the range 7..5 ends before it begins"),
        fault("{id: f, on: 0:0:0:0, mute: {}, lba: »7, opcode: TEST_UNIT_READY}",
            "lba: TEST_UNIT_READY names no block, so it could never match"),
        fault("{id: f, on: 0:0:0:0, mute: {}, cured_by: »eh_bus_reset_handler}",
            "cured_by: mpt3sas has no eh_bus_reset_handler, so it cures nothing"),
        fault("{id: f, on: 0:0:0:0, fail: »{hook: eh_bus_reset_handler}}",
            "fail: mpt3sas has no eh_bus_reset_handler, so it cannot fail"));
  }

  static Stream<Arguments> results() {
    return Stream.of(
        fault("{id: f, on: 0:0:0:0, queuecommand_returns: »SCSI_MLQUEUE_EH_RETRY}",
            "queuecommand_returns: \"SCSI_MLQUEUE_EH_RETRY\" is none of: SCSI_MLQUEUE_HOST_BUSY,"
                + " SCSI_MLQUEUE_DEVICE_BUSY, SCSI_MLQUEUE_TARGET_BUSY"),
        fault("{id: f, on: 0:0:0:0, slow: »2s}",
            "slow is a mapping (keys with values), found the single value \"2s\""),
        fault("{id: f, on: 0:0:0:0, slow: {extra: {uniform: [2s, »1s]}}}",
            "uniform: the longest time is below the shortest"),
        fault("{id: f, on: 0:0:0:0, slow: {extra: {growing: {per_second: »1001ms}}}}",
            "per_second: an answer grows by at most 1s for every second"),
        fault("{id: f, on: 0:0:0:0, result: »{}}",
            "this result is a healthy one; give a host_byte other than DID_OK, a status other than"
                + " GOOD, or sense"),
        fault("{id: f, on: 0:0:0:0, result: {sense: »3-11-0}}",
            "sense: sense is written key/asc/ascq in hexadecimal, for example 3/11/00, found:"
                + " 3-11-0"),
        fault("{id: f, on: 0:0:0:0, result: {host_byte: »DID_MEDIUM_ERROR}}",
            "host_byte: DID_MEDIUM_ERROR is the mid-layer's own verdict; a driver does not set it"),
        fault("{id: f, on: 0:0:0:0, result: {status: BUSY, deferred: »true}}",
            "deferred: there is no sense that it could belong to; add sense: 3/11/00"));
  }

  static Stream<Arguments> interventions() {
    return Stream.of(
        intervention("»{end_fault: f1, at: 5s, stop_workload: r}",
            "an intervention does one thing, this one does end_fault and stop_workload; give one"
                + " of write, start_fault, end_fault, start_workload, stop_workload, ask_targets"),
        intervention("»{at: 5s}",
            "an intervention does one thing, this one does nothing; give one of write,"
                + " start_fault, end_fault, start_workload, stop_workload, ask_targets"),
        intervention("{at: 5s, stop_workload: »r}",
            "there is no stream \"r\"; there are no streams at all"),
        intervention("{at: 5s, end_fault: »f}",
            "there is no fault \"f\"; there are no faults at all"),
        intervention("{at: 5s, write: {path: »/sys/block/sdc/device/timeout, value: 5}}",
            "path: this machine has no file \"/sys/block/sdc/device/timeout\"; did you mean"
                + " /sys/block/sda/device/timeout?"),
        intervention("{at: 5s, write: {path: »device/timeout, value: 5}}",
            "path: this machine has no file \"device/timeout\"; it has"
                + " /sys/block/{sda,sdb}/device/timeout, /sys/block/{sda,sdb}/device/eh_timeout,"
                + " /sys/block/{sda,sdb}/device/queue_depth, /sys/block/{sda,sdb}/device/state,"
                + " /sys/block/{sda,sdb}/queue/io_timeout,"
                + " /sys/class/scsi_disk/{0:0:0:0,0:0:1:0}/max_retries,"
                + " /sys/class/scsi_disk/{0:0:0:0,0:0:1:0}/max_medium_access_timeouts,"
                + " /sys/class/scsi_disk/{0:0:0:0,0:0:1:0}/allow_restart,"
                + " /sys/class/scsi_host/host0/eh_deadline, /proc/sys/dev/scsi/logging_level"),
        intervention("{at: 5s, start_workload: {label: r, device: »9:0:0:0}}",
            "device: there is no disk at 9:0:0:0; the machine has 0:0:0:0, 0:0:1:0"));
  }

  private static Arguments stream(String item, String message) {
    return arguments("workload:\n  - " + item + "\n", message);
  }

  private static Arguments fault(String item, String message) {
    return arguments("faults:\n  - " + item + "\n", message);
  }

  private static Arguments intervention(String item, String message) {
    return arguments("interventions:\n  - " + item + "\n", message);
  }

  /** The place of the mark as a problem begins with it. */
  private static String placeOfMark(String marked) {
    List<String> before = new ArrayList<>(List.of(
        marked.substring(0, marked.indexOf(HERE)).split("\n", -1)));
    return "t.yaml:" + before.size() + ":" + (before.getLast().length() + 1) + ": ";
  }

  private static List<String> problems(String text) {
    return READER.readText("t.yaml", text, List.of()).problems().stream()
        .map(Problem::text)
        .toList();
  }
}
