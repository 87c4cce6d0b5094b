package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.List;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scsi.Hctl;

/** A port at the other end of the fabric (include/scsi/scsi_transport_fc.h: struct fc_rport). */
final class RemotePort {

  /** Its state, in the words of sysfs (scsi_transport_fc.c: fc_port_state_names). */
  enum State {
    ONLINE("Online"),
    BLOCKED("Blocked"),
    NOT_PRESENT("Not Present");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final ScsiHost shost;
  private final Hctl at;
  private final List<ScsiDevice> devices = new ArrayList<>();

  State state = State.ONLINE;
  boolean failsFast;
  final DelayedWork failIo;
  final DelayedWork deviceLoss;

  RemotePort(ScsiHost shost, Hctl at, DelayedWork failIo, DelayedWork deviceLoss) {
    this.shost = shost;
    this.at = at;
    this.failIo = failIo;
    this.deviceLoss = deviceLoss;
  }

  ScsiHost shost() {
    return shost;
  }

  List<ScsiDevice> devices() {
    return devices;
  }

  boolean holds(ScsiDevice device) {
    return devices.contains(device);
  }

  boolean isAt(Hctl other) {
    return at.sameTarget(other);
  }

  /** {@code rport-0:0-1}: host, channel, number. */
  String name() {
    return "rport-" + at.host() + ":" + at.channel() + "-" + at.target();
  }
}
