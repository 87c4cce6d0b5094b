package unjam.kernel.lld;

import unjam.kernel.midlayer.ScsiHost;
import unjam.scsi.Scope;

/** Whether the way from a host to its devices is cut, for who has no adapter to tell. */
public final class Cable {

  private final FaultInjector faults;

  public Cable(FaultInjector faults) {
    this.faults = faults;
  }

  public boolean isCut(ScsiHost shost) {
    return shost.devices().stream().anyMatch(faults::isLinkDown);
  }

  /** Runs whenever some way is there again. */
  public void whenMended(Runnable then) {
    faults.listen(
        new LinkListener() {
          @Override
          public void linkDown(Scope scope) {}

          @Override
          public void linkUp(Scope scope) {
            then.run();
          }
        });
  }
}
