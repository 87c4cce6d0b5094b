package unjam.ui.scenario;

import java.util.List;
import unjam.scsi.Hctl;
import unjam.ui.control.Glyphs.Health;

/**
 * The machine as the panel on the left shows it.
 *
 * @param hosts in the order of their numbers
 */
record MachinePicture(List<HostRow> hosts) {

  static final MachinePicture EMPTY = new MachinePicture(List.of());

  MachinePicture {
    hosts = List.copyOf(hosts);
  }

  /** All disks, in the order in which they are shown. */
  List<DiskRow> disks() {
    return hosts.stream().flatMap(host -> host.disks().stream()).toList();
  }

  /**
   * One Scsi_Host.
   *
   * @param number its number
   * @param name as the kernel calls it
   * @param state its state in one word
   * @param shut whether it dispatches nothing
   * @param disks its disks that are shown
   * @param hidden how many more disks it has, none of them in trouble
   */
  record HostRow(
      int number, String name, String state, boolean shut, List<DiskRow> disks, int hidden) {

    HostRow {
      disks = List.copyOf(disks);
    }
  }

  /**
   * One disk.
   *
   * @param device index of the device
   * @param name as the kernel calls it
   * @param at its address
   * @param health how it is
   * @param note what is worth a word: how many commands wait, how long the last one took
   * @param selected whether the picture is about it
   */
  record DiskRow(
      int device, String name, Hctl at, Health health, String note, boolean selected) {}
}
