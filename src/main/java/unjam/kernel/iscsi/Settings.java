package unjam.kernel.iscsi;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.scenario.LldProfile;
import unjam.scsi.DriverSetting;

/** The spans of a session, in ticks: as its host's template gives them, or as written since. */
final class Settings {

  private final Kernel kernel;
  private final LldProfile template;
  private final Map<DriverSetting, OptionalLong> written = new EnumMap<>(DriverSetting.class);

  Settings(Kernel kernel, LldProfile template) {
    this.kernel = kernel;
    this.template = template;
  }

  /** Sets it for whatever begins from now on; empty switches it off. */
  void set(DriverSetting setting, OptionalLong seconds) {
    written.put(setting, seconds);
  }

  /** Ticks of a setting; empty if it is off. */
  OptionalLong maybe(DriverSetting setting) {
    OptionalLong seconds = written.get(setting);
    if (seconds != null) {
      return seconds.isPresent()
          ? OptionalLong.of(kernel.secondsToJiffies(seconds.getAsLong()))
          : seconds;
    }
    SimTime span = template.settings().get(setting);
    return span == null
        ? OptionalLong.empty()
        : OptionalLong.of(kernel.msecsToJiffies(span.nanos() / SimTime.NANOS_PER_MILLI));
  }

  /** Ticks of a setting; 0 if it is off. */
  long ticks(DriverSetting setting) {
    return maybe(setting).orElse(0);
  }

  long seconds(DriverSetting setting) {
    return ticks(setting) / kernel.hz();
  }
}
