package unjam.scsi;

/** The part of a machine that a fault hits or a knob belongs to. */
public sealed interface Scope {

  /** Whether the logical unit at {@code device} lies inside. */
  boolean covers(Hctl device);

  /** Everything. */
  record Machine() implements Scope {
    @Override
    public boolean covers(Hctl device) {
      return true;
    }

    @Override
    public String toString() {
      return "machine";
    }
  }

  /** Every logical unit behind one Scsi_Host. */
  record Host(int host) implements Scope {
    @Override
    public boolean covers(Hctl device) {
      return device.host() == host;
    }

    @Override
    public String toString() {
      return "host" + host;
    }
  }

  /** Every logical unit on one channel of a host. */
  record Bus(int host, int channel) implements Scope {
    @Override
    public boolean covers(Hctl device) {
      return device.host() == host && device.channel() == channel;
    }

    @Override
    public String toString() {
      return "bus " + host + ":" + channel;
    }
  }

  /** Every logical unit of one target. */
  record Target(int host, int channel, int target) implements Scope {
    @Override
    public boolean covers(Hctl device) {
      return device.host() == host && device.channel() == channel && device.target() == target;
    }

    @Override
    public String toString() {
      return "target " + host + ":" + channel + ":" + target;
    }
  }

  /** One logical unit. */
  record Lun(Hctl device) implements Scope {
    @Override
    public boolean covers(Hctl device) {
      return this.device.equals(device);
    }

    @Override
    public String toString() {
      return device.toString();
    }
  }
}
