package unjam.reading;

import java.util.Optional;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/**
 * A file of sysfs or procfs and what it reads as.
 *
 * @param path absolute path
 * @param value its text, without the line end
 * @param knob the setting that writing to it changes, empty for a file that can only be read
 * @param scope the device, host or machine that it belongs to
 */
public record SysfsFile(String path, String value, Optional<Knob> knob, Scope scope) {

  /**
   * The folder of the thing it belongs to: {@code /sys/block/sda}, {@code
   * /sys/class/scsi_host/host0}, {@code /proc/sys/dev/scsi}.
   */
  public String object() {
    int parts = path.startsWith("/sys/block/") ? 3 : 4;
    int end = 0;
    for (int i = 0; i < parts; i++) {
      int slash = path.indexOf('/', end + 1);
      if (slash < 0) {
        return path;
      }
      end = slash;
    }
    return path.substring(0, end);
  }

  /** The last part of its path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
