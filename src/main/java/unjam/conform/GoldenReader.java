package unjam.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code golden.json}. */
final class GoldenReader {

  /** Members of a landmark that are not key fields. */
  private static final Set<String> FRAME =
      Set.of("i", "t_ms", "ctx", "lm", "io", "dev", "opt");

  private GoldenReader() {}

  static Golden read(Field golden) {
    Field gaps = golden.maybe("observer_gaps");
    Map<String, Integer> lost = new TreeMap<>();
    gaps.members().forEach((name, count) -> lost.put(name, count.whole(0, Integer.MAX_VALUE)));
    Set<String> unseen = new TreeSet<>();
    golden.maybe("not_observable").items().forEach(each -> unseen.add(each.text()));
    if (golden.maybe("family").plain().equals("iscsi")) {
      // Retried commands must pass it, yet no recording of this family shows it anywhere.
      unseen.add("scsi_queue_insert");
    }
    Field excluded = golden.maybe("exclude_from_scoring");
    return new Golden(
        seen(golden),
        !golden.maybe("complete").present() || golden.maybe("complete").flag(),
        !golden.maybe("dmesg_complete").present() || golden.maybe("dmesg_complete").flag(),
        lost,
        unseen,
        excluded.present() ? Optional.of(excluded.plain()) : Optional.empty(),
        Set.of(), OptionalDouble.empty());
  }

  private static Observed seen(Field golden) {
    return new Observed(
        landmarks(golden.get("landmarks")),
        golden.get("ios").items().stream().map(GoldenReader::io).toList(),
        golden.get("ladder").items().stream().map(GoldenReader::rung).toList(),
        golden.get("eh_wakeups").items().stream().map(GoldenReader::wakeup).toList(),
        golden.maybe("state_changes").items().stream().map(GoldenReader::change).toList(),
        golden.get("dmesg").items().stream().map(GoldenReader::line).toList(),
        finals(golden.get("final")),
        counters(golden.get("counters_delta")),
        golden.maybe("timing").maybe("timers").items().stream().map(GoldenReader::wait).toList());
  }

  private static List<Landmark> landmarks(Field array) {
    List<Landmark> landmarks = new ArrayList<>();
    for (Field each : array.items()) {
      Map<String, String> keys = new LinkedHashMap<>();
      for (String name : Vocabulary.KEYS) {
        if (each.maybe(name).present()) {
          keys.put(name, each.maybe(name).plain());
        }
      }
      each.members().forEach((name, value) -> {
        if (!FRAME.contains(name) && value.isPlain()) {
          keys.putIfAbsent(name, value.plain());
        }
      });
      landmarks.add(
          new Landmark(
              each.maybe("i").maybeWhole().orElse(-1),
              each.maybe("t_ms").maybeNumber().orElse(Double.NaN),
              each.maybe("ctx").maybeText().orElse(""),
              each.get("lm").text(),
              each.maybe("io").maybeText().orElse(""),
              each.maybe("dev").maybeText().orElse(""),
              keys,
              each.maybe("opt").flag()));
    }
    return landmarks;
  }

  private static Observed.Io io(Field io) {
    Field timeouts = io.maybe("timeouts");
    return new Observed.Io(
        io.get("io").text(),
        io.maybe("start_ms").maybeNumber(),
        io.maybe("latency_ms").maybeNumber(),
        io.maybe("ret").maybeLong(),
        io.maybe("errno").textOrNone(),
        io.maybe("dispatches").maybeWhole(),
        timeouts.present() ? OptionalInt.of(timeouts.items().size()) : OptionalInt.empty(),
        io.maybe("max_retry_counter").maybeWhole(),
        io.maybe("latency_tolerance_ms").maybeNumber(),
        header(io));
  }

  private static Optional<Observed.SgHeader> header(Field io) {
    if (!io.maybe("sg_status").present()) {
      return Optional.empty();
    }
    return Optional.of(
        new Observed.SgHeader(
            io.maybe("sg_status").whole(0, 255),
            io.maybe("sg_host_status").whole(0, 65535),
            io.maybe("sg_driver_status").whole(0, 65535),
            sense(io.maybe("sense"))));
  }

  /** Three numbers, all -1 when there was no sense data. */
  private static String sense(Field sense) {
    List<Field> parts = sense.items();
    if (parts.size() != 3) {
      if (sense.present()) {
        sense.wrong("must be [key, asc, ascq], each -1 for none");
      }
      return "";
    }
    List<Long> numbers = parts.stream().map(Field::whole).toList();
    return numbers.contains(-1L)
        ? ""
        : String.format("%x/%02x/%02x", numbers.toArray());
  }

  private static Observed.Rung rung(Field rung) {
    return new Observed.Rung(
        rung.maybe("t_ms").maybeNumber().orElse(Double.NaN),
        rung.maybe("ctx").maybeText().orElse(""),
        rung.get("rung").text(),
        rung.get("result").plain(),
        rung.maybe("io").maybeText().orElse(""),
        rung.maybe("dev").maybeText().orElse(""),
        rung.maybe("of").maybeText().orElse(""));
  }

  private static Observed.Wakeup wakeup(Field wakeup) {
    return new Observed.Wakeup(
        wakeup.maybe("t_ms").maybeNumber().orElse(Double.NaN),
        wakeup.maybe("ctx").maybeText().orElse(""),
        wakeup.maybe("host").maybeWhole(),
        wakeup.maybe("failed").maybeWhole(),
        wakeup.maybe("busy").maybeWhole());
  }

  private static Observed.StateChange change(Field change) {
    return new Observed.StateChange(
        change.maybe("t_ms").maybeNumber().orElse(Double.NaN),
        change.maybe("ctx").maybeText().orElse(""),
        change.get("dev").text(),
        change.get("old").text(),
        change.get("new").text(),
        !change.maybe("ret").maybeText().orElse("ok").equals("EINVAL"));
  }

  private static Observed.LogLine line(Field line) {
    String text = line.get("line").text();
    return new Observed.LogLine(
        line.maybe("t_ms").maybeNumber().orElse(Double.NaN),
        line.maybe("ctx").maybeText().orElse(""),
        text,
        line.maybe("norm").maybeText().orElseGet(() -> LineNormaliser.normalise(text)));
  }

  /** Devices only: recordings of other families list sessions beside them. */
  private static Map<String, Observed.DeviceEnd> finals(Field finals) {
    Map<String, Observed.DeviceEnd> ends = new TreeMap<>();
    finals.members().forEach((name, end) -> {
      if (name.contains(":")) {
        ends.put(name,
            new Observed.DeviceEnd(
                end.get("state").text(),
                end.maybe("queue_depth").maybeWhole(),
                end.maybe("host_state").maybeText().orElse("")));
      }
    });
    return ends;
  }

  private static Map<String, Map<String, Long>> counters(Field counters) {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    counters.members().forEach((device, values) -> {
      Map<String, Long> one = new TreeMap<>();
      values.members().forEach((name, value) -> one.put(name, value.whole()));
      all.put(device, one);
    });
    return all;
  }

  private static Observed.Wait wait(Field wait) {
    return new Observed.Wait(
        wait.get("timer").text(),
        wait.maybe("io").maybeText().orElse(""),
        wait.get("from_ms").number(),
        wait.get("to_ms").number(),
        wait.maybe("nominal_ms").maybeNumber(),
        wait.maybe("granularity_ms").maybeNumber(),
        wait.maybe("queue_timer_armed_for_ms").maybeNumber(),
        wait.maybe("wheel_slack_ms").maybeNumber());
  }
}
