package unjam.catalog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import unjam.scenario.Policy;
import unjam.scsi.Knob;

/** Reads {@code policy/*.yaml}: knobs by their short names with values as sysfs takes them. */
final class PolicyReader {

  private PolicyReader() {}

  static Policy read(Tree tree, Problems problems) {
    return read(tree, problems, true);
  }

  /** One that is nobody's but the user's, and cites nothing. */
  static Policy readOwn(Tree tree, Problems problems) {
    return read(tree, problems, false);
  }

  private static Policy read(Tree tree, Problems problems, boolean cites) {
    Fields f = Fields.of(tree, "policy", problems);
    if (cites || f.has("sources")) {
      Sources.require(f);
    }
    String name = f.required("name", Values::identifier, "name: fail-fast", "?");
    String title = f.required("title", Values::text, "title: Tell the caller now", "?");
    Map<Knob, String> settings = new EnumMap<>(Knob.class);
    Optional<Tree> knobs = f.requiredTree("knobs", "knobs: {device/timeout: 7}");
    if (knobs.isPresent()) {
      Fields each = Fields.of(knobs.get(), "knobs", problems);
      for (Knob knob : Knob.values()) {
        each.value(knob.shortName(), text -> checked(knob, text))
            .ifPresent(value -> settings.put(knob, value));
      }
      each.end();
    }
    f.end();
    return new Policy(name, title, settings);
  }

  private static String checked(Knob knob, String sysfs) {
    KnobKeys.value(knob, sysfs);
    return sysfs;
  }
}
