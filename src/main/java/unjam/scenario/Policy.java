package unjam.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import unjam.scsi.Knob;

/**
 * A named bundle of settings: what an administrator could have written to sysfs before the start.
 *
 * @param name short identifier, as in a file name
 * @param title one sentence on what it is for
 * @param settings values as sysfs takes them, for every disk, host or the machine
 */
public record Policy(String name, String title, Map<Knob, String> settings) {

  public Policy {
    EnumMap<Knob, String> copy = new EnumMap<>(Knob.class);
    copy.putAll(settings);
    settings = Collections.unmodifiableMap(copy);
  }
}
