package unjam.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What was seen of one run, be it of a kernel or of the simulator. Times are milliseconds from the
 * start of the first IO.
 *
 * @param landmarks steps in order of time
 * @param ios per IO, what the application was told
 * @param ladder recovery actions in order
 * @param wakeups when the error-handler threads were really woken
 * @param stateChanges device state changes asked for
 * @param log lines of the kernel log
 * @param finals state at the end, by device
 * @param counters change of the sysfs counters, by device and name
 * @param waits waits for kernel timers
 */
record Observed(
    List<Landmark> landmarks,
    List<Io> ios,
    List<Rung> ladder,
    List<Wakeup> wakeups,
    List<StateChange> stateChanges,
    List<LogLine> log,
    Map<String, DeviceEnd> finals,
    Map<String, Map<String, Long>> counters,
    List<Wait> waits) {

  Observed {
    landmarks = List.copyOf(landmarks);
    ios = List.copyOf(ios);
    ladder = List.copyOf(ladder);
    wakeups = List.copyOf(wakeups);
    stateChanges = List.copyOf(stateChanges);
    log = List.copyOf(log);
    finals = Collections.unmodifiableMap(new TreeMap<>(finals));
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    waits = List.copyOf(waits);
  }

  Optional<Io> io(String name) {
    return ios.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The same run without the log lines that begin so. */
  Observed without(Set<String> beginnings) {
    return new Observed(
        landmarks, ios, ladder, wakeups, stateChanges,
        log.stream().filter(line -> beginnings.stream().noneMatch(line.line()::startsWith))
            .toList(),
        finals, counters, waits);
  }

  /** The same run with its IOs called otherwise. */
  Observed renamed(UnaryOperator<String> name) {
    List<Io> renamedIos = new ArrayList<>();
    ios.forEach(each -> renamedIos.add(each.named(name.apply(each.name()))));
    return new Observed(
        landmarks.stream().map(each -> each.named(name.apply(each.io()))).toList(),
        renamedIos,
        ladder,
        wakeups,
        stateChanges,
        log,
        finals,
        counters,
        waits.stream().map(each -> each.named(name.apply(each.io()))).toList());
  }

  /**
   * What one IO came to.
   *
   * @param name its name
   * @param startMillis when the application asked; empty if it never did
   * @param latencyMillis how long it took; empty if it did not end, or never began
   * @param ret what the system call returned
   * @param errno errno name or OK; empty if it did not end
   * @param dispatches how often a command was given to the driver
   * @param timeouts how often the request's timer expired
   * @param maxRetryCounter highest value of the retry counter
   * @param tolerance by how much the latency may differ; only in recordings
   * @param sg what the SG_IO header said, for SG_IO
   */
  record Io(
      String name,
      OptionalDouble startMillis,
      OptionalDouble latencyMillis,
      OptionalLong ret,
      String errno,
      OptionalInt dispatches,
      OptionalInt timeouts,
      OptionalInt maxRetryCounter,
      OptionalDouble tolerance,
      Optional<SgHeader> sg) {

    Io named(String other) {
      return new Io(
          other, startMillis, latencyMillis, ret, errno, dispatches, timeouts, maxRetryCounter,
          tolerance, sg);
    }

    boolean failed() {
      return !errno.equals("OK");
    }
  }

  /**
   * Status fields of an SG_IO header.
   *
   * @param sense {@code key/asc/ascq} in hexadecimal, empty when there was none
   */
  record SgHeader(int status, int hostStatus, int driverStatus, String sense) {

    String text() {
      return String.format(
          "status 0x%02x, host 0x%02x, driver 0x%02x, sense %s",
          status, hostStatus, driverStatus, sense.isEmpty() ? "none" : sense);
    }
  }

  /** One recovery action; {@code of} is the command that an abort was for, else empty. */
  record Rung(
      double millis, String context, String rung, String result, String io, String device,
      String of) {

    String text() {
      return rung + (of.isEmpty() ? "" : " of " + of) + " " + result
          + (device.isEmpty() ? "" : " on " + device);
    }
  }

  /** The error-handler thread of a host was woken; what is not known is empty. */
  record Wakeup(
      double millis, String context, OptionalInt host, OptionalInt failed, OptionalInt busy) {}

  /** A device state change was asked for; an illegal one did not happen. */
  record StateChange(
      double millis, String context, String device, String old, String next, boolean legal) {

    String text() {
      return old + " -> " + next + (legal ? "" : " (refused)");
    }
  }

  /**
   * A line of the kernel log.
   *
   * @param context who printed it, empty if it is not known
   * @param line as printed
   * @param norm with everything replaced that is chance
   */
  record LogLine(double millis, String context, String line, String norm) {}

  /** How a device ended; what is not known is empty. */
  record DeviceEnd(String state, OptionalInt queueDepth, String hostState) {}

  /**
   * A wait for a kernel timer.
   *
   * @param timer which, such as {@code request-timeout}
   * @param io for which IO, empty for none
   * @param fromMillis when it began
   * @param toMillis when it was over
   * @param nominalMillis as configured; only in recordings
   * @param granularityMillis width of the timer wheel's bucket; only in recordings
   * @param armedForMillis for a request timeout: what the queue's timer that found it was armed for
   * @param slackMillis what the timer wheel added to that
   */
  record Wait(
      String timer,
      String io,
      double fromMillis,
      double toMillis,
      OptionalDouble nominalMillis,
      OptionalDouble granularityMillis,
      OptionalDouble armedForMillis,
      OptionalDouble slackMillis) {

    double millis() {
      return toMillis - fromMillis;
    }

    Wait named(String other) {
      return new Wait(
          timer, other, fromMillis, toMillis, nominalMillis, granularityMillis, armedForMillis,
          slackMillis);
    }
  }
}
