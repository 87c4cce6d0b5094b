package unjam.app.tale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unjam.app.Narration.Sentence;
import unjam.app.OpenRun;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scsi.Knob;

/** The settings of a run that somebody has chosen: those that are not what the kernel sets. */
final class Settings {

  /**
   * What the kernel sets (drivers/scsi/sd.h: SD_TIMEOUT, SD_MAX_RETRIES, SD_MAX_MEDIUM_TIMEOUTS;
   * drivers/scsi/scsi_scan.c: SCSI_DEFAULT_EH_TIMEOUT; drivers/scsi/hosts.c: scsi_host_alloc). A
   * queue's depth is its driver's, and has no default.
   */
  private static final Map<Knob, String> DEFAULTS =
      new EnumMap<>(
          Map.of(
              Knob.TIMEOUT, "30", Knob.EH_TIMEOUT, "10", Knob.MAX_RETRIES, "5",
              Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, "2", Knob.ALLOW_RESTART, "0",
              Knob.EH_DEADLINE, "off", Knob.LOGGING_LEVEL, "0"));

  private final StackState start;

  Settings(OpenRun run) {
    start = run.timeline().at(0);
  }

  /** Name, place, value and default. */
  List<List<String>> rows(Voice voice) {
    List<List<String>> rows = new ArrayList<>();
    DEFAULTS.forEach(
        (knob, usual) ->
            places(knob, usual)
                .forEach(
                    (value, names) ->
                        rows.add(
                            List.of(
                                voice.say(Sentence.of("report.code", knob.shortName())),
                                voice.say(Sentence.of("report.plain", Cast.listing(names))),
                                value, usual))));
    return rows;
  }

  /** Other values than the usual one, with the names of what has them. */
  private Map<String, List<String>> places(Knob knob, String usual) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (DeviceView each : start.devices()) {
      note(each.knobs().get(knob), each.disk(), places);
    }
    for (HostView each : start.hosts()) {
      note(each.knobs().get(knob), "host" + each.number(), places);
    }
    note(start.machineKnobs().get(knob), "", places);
    places.remove(usual);
    return places;
  }

  private static void note(
      @Nullable String value, String name, Map<String, List<String>> places) {
    if (value != null) {
      places.computeIfAbsent(value, key -> new ArrayList<>()).add(name);
    }
  }
}
