package unjam.kernel.midlayer;

import java.util.OptionalLong;
import unjam.scsi.DriverSetting;
import unjam.scsi.Scope;

/**
 * The spans of a transport that can be read and written while it runs: of a session, or of a remote
 * port. A clock that runs already keeps the span that it was started with.
 */
public interface TransportSettings {

  /** Whether it takes nothing now: it is blocked, or gone. */
  boolean isBusy(Scope scope);

  /** Whole seconds; empty if it is off. */
  OptionalLong seconds(Scope scope, DriverSetting setting);

  /** Sets it for whatever begins from now on; empty switches it off. */
  void set(Scope scope, DriverSetting setting, OptionalLong seconds);
}
