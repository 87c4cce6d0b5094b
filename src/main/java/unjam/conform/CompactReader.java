package unjam.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import unjam.scsi.Opcode;

/**
 * Reads a compact recording of another driver than scsi_debug: one file, {@code golden.json}, with
 * events as they were taken, and no description of the situation.
 *
 * <p>What is taken from it: the landmarks of the recordings' README under their names there, the
 * steps of libata's error handler, the kernel log, what the application was told, how the devices
 * ended. Left out is what belongs to the recording rig: libata looks at a disk again after every
 * recovery with commands of its own ({@code kworker}), which also blur the counters of requests.
 */
final class CompactReader {

  /** Names of the rig for contexts that the README calls otherwise. */
  private static final Map<String, String> CONTEXTS =
      Map.of("labio", "submitter", "kworker-unbound", "abort-work");

  /** Names of the rig for landmarks that the README calls otherwise. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("IO start", "io_start"),
          Map.entry("IO end", "io_end"),
          Map.entry("scsi_dispatch_cmd_start", "scsi_dispatch_cmd"),
          Map.entry("__scsi_queue_insert", "scsi_queue_insert"),
          Map.entry("pvscsi_abort", "eh_abort_handler"));

  /** Members of an event that are not key fields, or not ours. */
  private static final Set<String> FRAME =
      Set.of(
          "t_ms", "ctx", "fn", "io", "op", "lun", "tag", "allowed", "from", "dev", "detail",
          "host", "busy", "sec", "rwbs", "err", "in_ms", "wheel_slack_ms", "timer");

  /** How a line begins that libata prints behind the one about a failed command. */
  private static final String RESULT = "         res ";

  private static final String BREAK = "\n";

  private final Field golden;
  private final List<Landmark> landmarks = new ArrayList<>();
  private final List<Observed.StateChange> changes = new ArrayList<>();
  private final Map<String, String> printers = new TreeMap<>();
  private final Map<String, Double> waits = new TreeMap<>();
  private final String device;
  private double lastArmed = Double.NaN;
  private double granularity;

  private CompactReader(Field golden) {
    this.golden = golden;
    List<Field> before = golden.get("state_before").items();
    device = before.isEmpty() ? "" : before.getFirst().get("hctl").text();
  }

  /** Whether a file is a compact recording. */
  static boolean reads(Field golden) {
    return golden.maybe("scenario").present() && golden.maybe("state_before").present();
  }

  static Golden read(Field golden) {
    return new CompactReader(golden).golden();
  }

  private Golden golden() {
    boolean complete = true;
    List<Field> events = golden.get("events").items();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).maybe("events_left_out").present()) {
        complete = false;
        landmarks.add(
            new Landmark(i, Double.NaN, "", Landmark.CUT, "", "", Map.of(), false));
      } else {
        event(i, events.get(i));
      }
    }
    if (golden.get("ios").items().stream().anyMatch(this::hasNoEvents)) {
      complete = false;
      landmarks.add(
          new Landmark(events.size(), Double.NaN, "", Landmark.CUT, "", "", Map.of(), false));
    }
    List<Observed.Rung> ladder = LadderSeen.of(landmarks, changes);
    removed();
    List<Observed.LogLine> log = log();
    boolean logComplete = log(golden).stream().noneMatch(CompactReader::isCut);
    boolean results = log.stream().anyMatch(line -> line.norm().startsWith(RESULT));
    Observed seen =
        new Observed(
            landmarks, golden.get("ios").items().stream().map(this::io).toList(),
            ladder, wakeups(), changes, log, finals(), counters(),
            List.of());
    return new Golden(
        seen, complete, logComplete, Map.of(), notObservable(), Optional.empty(),
        results ? Set.of() : Set.of(RESULT), logCut());
  }

  /** A device that is not there at the end was deleted, whether or not that was seen. */
  private void removed() {
    boolean there =
        golden.get("state_after").items().stream()
            .anyMatch(each -> each.get("hctl").text().equals(device));
    if (!there) {
      changes.add(
          new Observed.StateChange(Double.NaN, "kworker", device, "CANCEL", "DEL", true));
    }
  }

  private OptionalDouble logCut() {
    return log(golden).stream()
        .filter(CompactReader::isCut)
        .mapToDouble(line -> line.get("t_ms").number())
        .findFirst();
  }

  private boolean hasNoEvents(Field io) {
    String name = io.get("io").text();
    return landmarks.stream().noneMatch(each -> each.io().equals(name));
  }

  private static List<Field> log(Field golden) {
    return golden.get("dmesg").items();
  }

  private void event(int index, Field event) {
    String fn = event.get("fn").text();
    double millis = event.get("t_ms").number();
    String context = CONTEXTS.getOrDefault(event.get("ctx").text(), event.get("ctx").text());
    if (fn.equals("printk")) {
      printers.put(event.get("detail").text() + "@" + millis, context);
    } else if (fn.equals("queue_timer armed")) {
      lastArmed = millis;
      granularity = granularity(event.get("in_ms").number());
    } else if (fn.equals("queue_timer fires") && !Double.isNaN(lastArmed)) {
      waits.put(index + "", granularity);
    }
    String name = NAMES.getOrDefault(fn, fn);
    if (counts(name, context, event)) {
      landmarks.add(landmark(index, millis, context, name, event));
    }
  }

  /** The width of the timer wheel's bucket, as the README gives it. */
  private static double granularity(double millis) {
    return millis < 252 ? 4 : millis < 2_016 ? 32 : millis < 16_128 ? 256 : 2_048;
  }

  /** Those that woke the thread; the list has every time that it was asked. */
  private List<Observed.Wakeup> wakeups() {
    List<Observed.Wakeup> real = new ArrayList<>();
    for (Field each : golden.get("eh_wakeups").items()) {
      int failed = each.get("failed").whole(0, 1_000_000);
      int busy = each.get("busy").whole(0, 1_000_000);
      if (failed == busy) {
        real.add(
            new Observed.Wakeup(
                each.get("t_ms").number(), each.get("ctx").text(),
                OptionalInt.of(each.get("host").whole(0, 1_000)), OptionalInt.of(failed),
                OptionalInt.of(busy)));
      }
    }
    return real;
  }

  private boolean counts(String name, String context, Field event) {
    boolean own = context.equals("kworker") && !name.equals("scsi_device_set_state");
    if (own || !Vocabulary.knows(name) || isOfTheRescan(event)) {
      return false;
    }
    return switch (name) {
      case "scsi_queue_rq" -> false;
      case "scsi_eh_wakeup" ->
          event.get("failed").whole(0, 1_000_000) == event.get("busy").whole(0, 1_000_000);
      case "ata_scsi_qc_complete" -> context.startsWith("scsi_eh_");
      case "block_rq_requeue" -> !event.get("rwbs").text().equals("N");
      default -> true;
    };
  }

  /** Commands that the kernel sends by itself after a recovery name no IO. */
  private static boolean isOfTheRescan(Field event) {
    String op = event.maybe("op").maybeText().orElse("");
    return op.equals("0x00") || op.equals("0x0");
  }

  private Landmark landmark(
      int index, double millis, String context, String name, Field event) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (name.equals("scsi_done") || name.equals("scsi_dispatch_cmd")) {
      keys.put("cdb", command(event));
    } else if (name.equals("eh_abort_handler")) {
      keys.put("of", command(event));
    }
    event.members().forEach((key, value) -> {
      if (!FRAME.contains(key) && value.isPlain() && !key.equals("cdb")) {
        keys.put(key, value.plain());
      }
    });
    boolean toOneDevice =
        name.equals("scsi_device_set_state") || !LadderSeen.rung(name).isEmpty();
    if (name.equals("scsi_device_set_state")) {
      changes.add(
          new Observed.StateChange(
              millis, context, device, keys.getOrDefault("old", ""),
              keys.getOrDefault("new", ""), !keys.getOrDefault("ret", "ok").equals("EINVAL")));
    }
    return new Landmark(
        index, millis, context, name, Vocabulary.isOfAnIo(name) ? ioOf(event) : "",
        toOneDevice ? device : "", keys,
        !Vocabulary.isMust(name) && !Vocabulary.isOfADriver(name));
  }

  private static String command(Field event) {
    String op = event.maybe("op").maybeText().orElse("0x100");
    return Opcode.of(Integer.decode(op)).map(Opcode::name).orElse(op);
  }

  /** A flush has a request of its own, which the rig could not tell to belong to an fsync. */
  private static String ioOf(Field event) {
    Optional<String> io = event.maybe("io").maybeText();
    boolean flush = event.maybe("op").maybeText().filter("0x35"::equals).isPresent();
    return io.orElse(flush ? "fsync" : "");
  }

  /** What these recordings do not have for every IO, or not at all. */
  private Set<String> notObservable() {
    Set<String> unseen = new HashSet<>(Set.of("scsi_queue_rq", "scsi_eh_get_sense"));
    boolean whole = golden.maybe("ios").items().size() < 3;
    if (!whole) {
      unseen.add("block_rq_requeue");
    }
    return unseen;
  }

  private Observed.Io io(Field io) {
    String name = io.get("io").text();
    List<Double> dispatches = new ArrayList<>();
    golden.get("dispatch_t_ms").maybe(name).items().forEach(at -> dispatches.add(at.number()));
    boolean counted = golden.get("dispatch_t_ms").maybe(name).present();
    int timeouts = 0;
    for (Field each : golden.get("timeouts").items()) {
      timeouts += each.maybe("io").maybeText().filter(name::equals).isPresent() ? 1 : 0;
    }
    boolean alone = golden.get("ios").items().size() == 1;
    double tolerance =
        100 + 30 * Math.min(Math.max(1, dispatches.size()), 20)
            + waits.values().stream().filter(g -> g > 4).mapToDouble(g -> g + 60).sum();
    return new Observed.Io(
        name,
        io.maybe("start_ms").maybeNumber(),
        io.maybe("lat_ms").maybeNumber(),
        io.maybe("ret").present() ? OptionalLong.of(io.get("ret").whole()) : OptionalLong.empty(),
        io.maybe("errno").textOrNone(),
        counted ? OptionalInt.of(dispatches.size()) : OptionalInt.empty(),
        counted ? OptionalInt.of(timeouts) : OptionalInt.empty(),
        alone ? golden.get("max_retries_counter").maybeWhole() : OptionalInt.empty(),
        OptionalDouble.of(tolerance),
        Optional.empty());
  }

  /** Printed lines; one with a line break inside stands there with a bar in its place. */
  private List<Observed.LogLine> log() {
    List<Observed.LogLine> lines = new ArrayList<>();
    for (Field each : log(golden)) {
      String text = each.get("line").text();
      double millis = each.get("t_ms").number();
      if (isCut(each)) {
        continue;
      }
      String context = printers.getOrDefault(text + "@" + millis, "");
      for (String line : text.replace(" | res ", BREAK + RESULT).split(BREAK)) {
        lines.add(
            new Observed.LogLine(millis, context, line, LineNormaliser.normalise(line)));
      }
    }
    return lines;
  }

  private static boolean isCut(Field line) {
    return line.get("line").text().contains("left out by the lab");
  }

  private Map<String, Observed.DeviceEnd> finals() {
    Map<String, Observed.DeviceEnd> ends = new TreeMap<>();
    for (Field each : golden.get("state_after").items()) {
      ends.put(
          each.get("hctl").text(),
          new Observed.DeviceEnd(
              each.get("state").text(),
              OptionalInt.of(Integer.parseInt(each.get("queue_depth").text())),
              each.maybe("host_state").maybeText().orElse("")));
    }
    for (Field each : golden.get("state_before").items()) {
      ends.putIfAbsent(
          each.get("hctl").text(), new Observed.DeviceEnd("deleted", OptionalInt.empty(), ""));
    }
    return ends;
  }

  /** Only timeouts are sure to come from the workload alone. */
  private Map<String, Map<String, Long>> counters() {
    Map<String, Long> before = new TreeMap<>();
    for (Field each : golden.get("state_before").items()) {
      before.put(each.get("hctl").text(), Long.decode(each.get("iotmo_cnt").text()));
    }
    Map<String, Map<String, Long>> delta = new TreeMap<>();
    for (Field each : golden.get("state_after").items()) {
      String at = each.get("hctl").text();
      long after = Long.decode(each.get("iotmo_cnt").text());
      delta.put(at, Map.of("iotmo_cnt", after - before.getOrDefault(at, 0L)));
    }
    return delta;
  }
}
