package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import unjam.engine.SimTime;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scsi.DriverSetting;
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
  private final Map<DriverSetting, OptionalLong> written = new EnumMap<>(DriverSetting.class);
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

  /** Whole seconds of a setting as it was written last, or as the driver sets it. */
  OptionalLong seconds(DriverSetting setting) {
    OptionalLong set = written.get(setting);
    SimTime span = shost.template().settings().get(setting);
    if (set != null) {
      return set;
    }
    return span == null
        ? OptionalLong.empty()
        : OptionalLong.of(span.nanos() / SimTime.NANOS_PER_SECOND);
  }

  void set(DriverSetting setting, OptionalLong seconds) {
    written.put(setting, seconds);
  }

  /** {@code rport-0:0-1}: host, channel, number. */
  String name() {
    return "rport-" + at.host() + ":" + at.channel() + "-" + at.target();
  }
}
