package unjam.scsi;

/**
 * Address of a logical unit: host, channel, target id, LUN.
 *
 * @param host number of the Scsi_Host, from 0
 * @param channel bus of the host, from 0
 * @param target id on the bus, from 0
 * @param lun logical unit of the target, from 0
 */
public record Hctl(int host, int channel, int target, int lun) implements Comparable<Hctl> {

  public Hctl {
    if (host < 0 || channel < 0 || target < 0 || lun < 0) {
      throw new IllegalArgumentException(
          "host:channel:target:lun are numbers from 0, was "
              + host + ":" + channel + ":" + target + ":" + lun);
    }
  }

  /** Reads {@code 0:0:1:0}. */
  public static Hctl parse(String text) {
    String[] parts = text.trim().split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "a device is written host:channel:target:lun, for example 0:0:1:0, found: " + text);
    }
    try {
      return new Hctl(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a device is written host:channel:target:lun, for example 0:0:1:0, found: " + text, e);
    }
  }

  public boolean sameTarget(Hctl other) {
    return sameChannel(other) && target == other.target;
  }

  public boolean sameChannel(Hctl other) {
    return host == other.host && channel == other.channel;
  }

  @Override
  public int compareTo(Hctl other) {
    int order = Integer.compare(host, other.host);
    order = order != 0 ? order : Integer.compare(channel, other.channel);
    order = order != 0 ? order : Integer.compare(target, other.target);
    return order != 0 ? order : Integer.compare(lun, other.lun);
  }

  @Override
  public String toString() {
    return host + ":" + channel + ":" + target + ":" + lun;
  }
}
