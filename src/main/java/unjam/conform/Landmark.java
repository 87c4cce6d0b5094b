package unjam.conform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One step that a simulator must reproduce, in the vocabulary of the recordings.
 *
 * @param index position: in {@code events} of a recording, in the trace of a run
 * @param millis instant; NaN if it is not known
 * @param context who ran, in the words of the recordings; empty if it is not known
 * @param name what happened, such as {@code scsi_timeout}
 * @param io name of the IO it is about, empty for none
 * @param device host:channel:target:lun, empty for none
 * @param keys its key fields; numbers as decimal text
 * @param optional whether a recording marks it as one that may be missing or extra
 */
record Landmark(
    int index,
    double millis,
    String context,
    String name,
    String io,
    String device,
    Map<String, String> keys,
    boolean optional) {

  /** Name of the entry that stands where the middle of a recording was left out. */
  static final String CUT = "cut";

  Landmark {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  boolean isCut() {
    return name.equals(CUT);
  }

  String key(String name) {
    return keys.getOrDefault(name, "");
  }

  Landmark named(String io) {
    return new Landmark(index, millis, context, name, io, device, keys, optional);
  }

  /** The same, marked as one that may be missing or extra, or not. */
  Landmark made(boolean optional) {
    return new Landmark(index, millis, context, name, io, device, keys, optional);
  }

  Landmark with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(keys);
    more.put(key, value);
    return new Landmark(index, millis, context, name, io, device, more, optional);
  }

  /** {@code eh_abort_handler r1 ret=FAILED of=READ_10}. */
  String text() {
    String fields =
        keys.entrySet().stream()
            .map(field -> " " + field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining());
    return name + (io.isEmpty() ? "" : " " + io) + fields;
  }
}
