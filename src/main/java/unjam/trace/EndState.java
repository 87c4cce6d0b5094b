package unjam.trace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unjam.scsi.Errno;

/**
 * Where a run ended, in the smallest words: what the simulator's own objects say, and what the
 * state folded from the trace says, must be equal.
 *
 * @param ios per IO name, in order of names
 * @param devices per device, in order of addresses
 * @param hosts per host number
 */
public record EndState(
    Map<String, Io> ios, Map<String, Device> devices, Map<Integer, Host> hosts) {

  public EndState {
    ios = new TreeMap<>(ios);
    devices = new TreeMap<>(devices);
    hosts = new TreeMap<>(hosts);
  }

  /** One IO: ended or not, with what, after how many dispatches and timeouts. */
  public record Io(
      boolean ended, long ret, Errno errno, int dispatches, int timeouts, int maxRetries) {}

  /** One device with its sysfs counters and what is on its queue and in flight. */
  public record Device(
      String state,
      int queueDepth,
      int iorequestCnt,
      int iodoneCnt,
      int ioerrCnt,
      int iotmoCnt,
      List<Integer> inFlight) {
    public Device {
      inFlight = List.copyOf(inFlight);
    }
  }

  /** One host. */
  public record Host(String state, int hostBusy, int hostFailed) {}
}
