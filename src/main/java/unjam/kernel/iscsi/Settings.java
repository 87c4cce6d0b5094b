package unjam.kernel.iscsi;

import java.util.OptionalLong;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.scenario.LldProfile;
import unjam.scsi.DriverSetting;

/** The spans of a session, in ticks, as its host's template gives them. */
final class Settings {

  private final Kernel kernel;
  private final LldProfile template;

  Settings(Kernel kernel, LldProfile template) {
    this.kernel = kernel;
    this.template = template;
  }

  /** Ticks of a setting; empty if it is off. */
  OptionalLong maybe(DriverSetting setting) {
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
