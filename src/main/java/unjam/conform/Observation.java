package unjam.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import unjam.scsi.Hctl;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.trace.EhFact;
import unjam.trace.EndState;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Reads off a simulated run what a recording says of a real one. */
final class Observation {

  /** What SG_IO puts into driver_status beside sense data (include/scsi/sg.h: DRIVER_SENSE). */
  private static final int DRIVER_SENSE = 0x08;

  private final Trace trace;
  private final EndState end;
  private final boolean opens;
  private final List<Landmark> landmarks;
  private final Map<Integer, String> devices;
  private final Map<Integer, TraceEvent> started = new HashMap<>();
  private final Map<Integer, TraceEvent> ended = new HashMap<>();
  private final Map<Integer, IoFact.OpenFailed> openFailed = new HashMap<>();
  private final Map<Integer, ScsiResult> headers = new HashMap<>();
  private final Map<Integer, SenseData> senses = new HashMap<>();
  private final List<Observed.Wakeup> wakeups = new ArrayList<>();
  private final List<Observed.StateChange> changes = new ArrayList<>();
  private final List<Observed.LogLine> log = new ArrayList<>();

  private Observation(Trace trace, EndState end, boolean opens) {
    this.trace = trace;
    this.end = end;
    this.opens = opens;
    this.landmarks = opens ? withOpens(trace) : Landmarks.of(trace);
    this.devices = Landmarks.devices(trace);
    trace.events().forEach(this::note);
  }

  /** What was seen of a run. */
  static Observed of(Trace trace, EndState end) {
    return of(trace, end, false);
  }

  /**
   * What was seen of a run.
   *
   * @param opens an open that fails counts as an IO, from the call to its return
   */
  static Observed of(Trace trace, EndState end, boolean opens) {
    return new Observation(trace, end, opens).observed();
  }

  private static List<Landmark> withOpens(Trace trace) {
    List<Landmark> all = new ArrayList<>(Landmarks.of(trace));
    Map<Integer, String> addresses = Landmarks.devices(trace);
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof IoFact.OpenFailed failed) {
        String io = trace.ioNames().get(failed.io());
        String device = addresses.getOrDefault(event.device(), "");
        all.add(
            new Landmark(event.seq(), at(event), "user", "io_start", io, device, Map.of(), false));
        all.add(
            new Landmark(event.seq(), at(event), "user", "io_end", io, device,
                Map.of("ret", "-1", "errno", failed.errno().name()), false));
      }
    }
    all.sort(Comparator.comparingInt(Landmark::index));
    return all;
  }

  private Observed observed() {
    return new Observed(
        landmarks,
        ios(),
        LadderSeen.of(landmarks, changes),
        wakeups,
        changes,
        log,
        finals(),
        counters(),
        WaitsSeen.of(trace));
  }

  private void note(TraceEvent event) {
    switch (event.fact()) {
      case IoFact io -> note(event, io);
      case EhFact.EhWoken woken ->
          wakeups.add(new Observed.Wakeup(at(event), event.context().text(),
              OptionalInt.of(event.host()), OptionalInt.of(woken.hostFailed()),
              OptionalInt.of(woken.hostBusy())));
      case MachineFact.DeviceStateSet set
          when event.function() == KernelFunction.SCSI_DEVICE_SET_STATE ->
          changes.add(new Observed.StateChange(at(event), event.context().text(),
              devices.getOrDefault(event.device(), ""), set.old().shortName(),
              set.next().shortName(), set.legal()));
      case MachineFact.Printed printed ->
          log.add(new Observed.LogLine(at(event), event.context().text(), printed.line(),
              LineNormaliser.normalise(printed.line())));
      case MidLayerFact.SenseChecked checked ->
          checked.sense().ifPresent(sense -> senses.put(trace.ioOf(event.cmd()), sense));
      default -> { }
    }
  }

  private void note(TraceEvent event, IoFact fact) {
    switch (fact) {
      case IoFact.IoStarted start -> started.putIfAbsent(start.io(), event);
      case IoFact.IoEnded last -> ended.put(last.io(), event);
      case IoFact.OpenFailed failed -> {
        openFailed.put(failed.io(), failed);
        if (opens) {
          started.put(failed.io(), event);
        }
      }
      case IoFact.SgHeaderFilled filled -> headers.put(filled.io(), filled.result());
      case IoFact.OpenWaits _ -> { }
    }
  }

  private static double at(TraceEvent event) {
    return Landmarks.millis(event.nanos());
  }

  private List<Observed.Io> ios() {
    Map<String, Integer> dispatches = count("scsi_dispatch_cmd");
    Map<String, Integer> timeouts = count("scsi_timeout");
    List<Observed.Io> ios = new ArrayList<>();
    for (int io = 0; io < trace.ioNames().size(); io++) {
      String name = trace.ioNames().get(io);
      ios.add(io(io, name, dispatches.getOrDefault(name, 0), timeouts.getOrDefault(name, 0)));
    }
    return ios;
  }

  private Observed.Io io(int io, String name, int dispatches, int timeouts) {
    TraceEvent start = started.get(io);
    TraceEvent last = ended.get(io);
    IoFact.OpenFailed failed = openFailed.get(io);
    IoFact.IoEnded told = last == null ? null : (IoFact.IoEnded) last.fact();
    EndState.Io state = end.ios().get(name);
    return new Observed.Io(
        name,
        start == null ? OptionalDouble.empty() : OptionalDouble.of(at(start)),
        start != null && last != null
            ? OptionalDouble.of(at(last) - at(start))
            : start != null && failed != null ? OptionalDouble.of(0) : OptionalDouble.empty(),
        told != null
            ? OptionalLong.of(told.ret())
            : opens && failed != null ? OptionalLong.of(-1) : OptionalLong.empty(),
        told != null ? told.errno().name() : failed != null ? failed.errno().name() : "",
        OptionalInt.of(dispatches),
        OptionalInt.of(timeouts),
        state == null ? OptionalInt.empty() : OptionalInt.of(state.maxRetries()),
        OptionalDouble.empty(),
        header(io));
  }

  private Optional<Observed.SgHeader> header(int io) {
    ScsiResult result = headers.get(io);
    if (result == null) {
      return Optional.empty();
    }
    boolean checked = result.is(SamStatus.CHECK_CONDITION);
    SenseData sense = senses.get(io);
    return Optional.of(
        new Observed.SgHeader(
            result.status(),
            result.host().value(),
            checked ? DRIVER_SENSE : 0,
            checked && sense != null ? sense.text() : ""));
  }

  private Map<String, Integer> count(String landmark) {
    Map<String, Integer> counts = new HashMap<>();
    for (Landmark each : landmarks) {
      if (each.name().equals(landmark)) {
        counts.merge(each.io(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private Map<String, Observed.DeviceEnd> finals() {
    Map<String, Observed.DeviceEnd> finals = new TreeMap<>();
    end.devices().forEach((address, device) -> {
      EndState.Host host = end.hosts().get(Hctl.parse(address).host());
      finals.put(address,
          new Observed.DeviceEnd(
              device.state(),
              OptionalInt.of(device.queueDepth()),
              host == null ? "" : host.state()));
    });
    return finals;
  }

  private Map<String, Map<String, Long>> counters() {
    Map<String, Map<String, Long>> counters = new TreeMap<>();
    end.devices().forEach((address, device) ->
        counters.put(address,
            new TreeMap<>(Map.of(
                "iorequest_cnt", (long) device.iorequestCnt(),
                "iodone_cnt", (long) device.iodoneCnt(),
                "ioerr_cnt", (long) device.ioerrCnt(),
                "iotmo_cnt", (long) device.iotmoCnt()))));
    return counters;
  }
}
