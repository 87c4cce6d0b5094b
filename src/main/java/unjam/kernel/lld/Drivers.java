package unjam.kernel.lld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.MlqueueReturn;

/** The driver of each host: what the mid-layer asks goes to the one that runs the host. */
public final class Drivers implements LowLevelDriver {

  private final Map<ScsiHost, LowLevelDriver> drivers = new LinkedHashMap<>();

  /** This driver runs this host. */
  public void add(ScsiHost shost, LowLevelDriver driver) {
    drivers.put(shost, driver);
  }

  private LowLevelDriver of(ScsiHost shost) {
    LowLevelDriver driver = drivers.get(shost);
    if (driver == null) {
      throw new IllegalStateException("host " + shost.number() + " has no driver");
    }
    return driver;
  }

  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    return of(scmd.host()).queuecommand(scmd);
  }

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    return of(scmd.host()).recover(self, hook, scmd);
  }

  @Override
  public Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd) {
    return of(scmd.host()).ehTimedOut(scmd);
  }

  @Override
  public void recoverHost(
      Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ) {
    of(shost).recoverHost(self, shost, flushDoneQ);
  }
}
