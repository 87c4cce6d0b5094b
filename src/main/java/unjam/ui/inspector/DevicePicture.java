package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Token;
import unjam.ui.inspector.CommandPicture.Stack;

/**
 * What the panel shows about one disk and its host; all in words.
 *
 * @param device index of the disk, or -1 for none
 * @param health how it is
 * @param title its name
 * @param note where it is
 * @param state how it is, in words
 * @param chosen a person has chosen it here
 * @param queue its queue at the instant
 * @param counters what sysfs counts
 * @param knobs how it is set
 * @param hostTitle its host
 * @param host its host at the instant
 * @param hooks which recovery callbacks the driver has
 * @param thread the host's error-handler thread
 * @param commands the disk's commands, the oldest first
 * @param more how many of them are not shown
 * @param others the other disks
 */
record DevicePicture(
    int device,
    Health health,
    String title,
    String note,
    String state,
    boolean chosen,
    List<FieldLine> queue,
    List<FieldLine> counters,
    List<FieldLine> knobs,
    String hostTitle,
    List<FieldLine> host,
    List<FieldLine> hooks,
    Optional<Stack> thread,
    List<CommandLine> commands,
    int more,
    List<DiskLine> others) {

  static final DevicePicture EMPTY =
      new DevicePicture(
          -1, Health.RUNNING, "", "", "", false, List.of(), List.of(), List.of(), "", List.of(),
          List.of(), Optional.empty(), List.of(), 0, List.of());

  /**
   * A command of the disk.
   *
   * @param id its id
   * @param token its silhouette, around the origin
   * @param title what it asks
   * @param state how it is, in words
   * @param age how long it has lived
   */
  record CommandLine(int id, Token token, String title, String state, String age) {}

  /**
   * Another disk.
   *
   * @param device its index
   * @param health how it is
   * @param name its name
   * @param state how it is, in words
   */
  record DiskLine(int device, Health health, String name, String state) {}
}
