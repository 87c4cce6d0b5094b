package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import unjam.scsi.Knob;

/**
 * Settings of a command line, laid over a scenario before it is read. A setting is {@code
 * KEY=VALUE}, where KEY is one of
 *
 * <ul>
 *   <li>a path into the file, with dots between keys and the number, name, label, id or address of
 *       an item of a list: {@code seed}, {@code machine.hosts.0.disks.sda.timeout}, {@code
 *       workload.r1.repeat}; VALUE is then YAML as it would stand there;
 *   <li>a knob's short name, which sets it for all disks or hosts: {@code device/timeout}, {@code
 *       scsi_host/eh_deadline}; VALUE is then what sysfs takes.
 * </ul>
 */
final class ScenarioOverrides {

  private static final List<String> NAMES = List.of("name", "label", "id", "at");

  private final Catalog catalog;
  private final Problems problems;

  ScenarioOverrides(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /** The tree with all settings in their order; a wrong one is a problem and changes nothing. */
  Tree apply(Tree scenario, List<String> settings) {
    Tree changed = scenario;
    for (String setting : settings) {
      changed = applyOne(changed, setting);
    }
    return changed;
  }

  private Tree applyOne(Tree scenario, String setting) {
    Place at = Place.whole("--set " + Text.shortened(setting));
    int equals = setting.indexOf('=');
    if (equals < 1) {
      problems.add(at, "a setting is KEY=VALUE, for example seed=7 or device/timeout=5");
      return scenario;
    }
    String key = setting.substring(0, equals).strip();
    String value = setting.substring(equals + 1);
    try {
      return key.contains("/")
          ? knob(scenario, key, value.strip(), at)
          : path(scenario, key, value, at);
    } catch (IllegalArgumentException e) {
      problems.add(at, String.valueOf(e.getMessage()));
      return scenario;
    }
  }

  private Tree knob(Tree scenario, String name, String value, Place at) {
    Knob knob =
        Knob.of(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no knob " + Text.quoted(name) + "; "
                            + Text.suggestion(name, knobs(), "knobs")));
    if (!(scenario instanceof Tree.Mapping all) || all.get("machine").isEmpty()) {
      return scenario;
    }
    Tree machine = new MachineTree(catalog).with(all.get("machine").get(), knob, value, at);
    return all.with(new Tree.Entry("machine", all.at(), machine));
  }

  private static TreeSet<String> knobs() {
    TreeSet<String> names = new TreeSet<>();
    for (Knob knob : Knob.values()) {
      names.add(knob.shortName());
    }
    return names;
  }

  private Tree path(Tree scenario, String key, String text, Place at) {
    Optional<Tree> value = value(text, at);
    if (value.isEmpty()) {
      return scenario;
    }
    return put(scenario, List.of(key.split("\\.", -1)), 0, value.get(), at);
  }

  /** The value as YAML, all of it standing at the setting. */
  private Optional<Tree> value(String text, Place at) {
    if (text.isBlank()) {
      return Optional.of(new Tree.Scalar("", false, at));
    }
    Read<Tree> read = Problems.reading(own -> YamlTree.parse(at.file(), text, own));
    return switch (read) {
      case Read.Good<Tree>(Tree tree) -> Optional.of(moved(tree, at));
      case Read.Bad<Tree>(List<Problem> found) -> {
        found.forEach(each -> problems.add(at, each.message()));
        yield Optional.empty();
      }
    };
  }

  private static Tree moved(Tree tree, Place at) {
    return switch (tree) {
      case Tree.Scalar(String text, boolean quoted, Place _) -> new Tree.Scalar(text, quoted, at);
      case Tree.Sequence(List<Tree> items, Place _) ->
          new Tree.Sequence(items.stream().map(each -> moved(each, at)).toList(), at);
      case Tree.Mapping(List<Tree.Entry> entries, Place _) ->
          new Tree.Mapping(
              entries.stream()
                  .map(each -> new Tree.Entry(each.key(), at, moved(each.value(), at)))
                  .toList(),
              at);
    };
  }

  private static Tree put(Tree tree, List<String> path, int depth, Tree value, Place at) {
    if (depth == path.size()) {
      return value;
    }
    String step = path.get(depth);
    if (step.isEmpty() || depth > YamlTree.DEEPEST) {
      throw new IllegalArgumentException("a key is words with single dots between them");
    }
    return switch (tree) {
      case Tree.Mapping mapping -> {
        Tree inner = mapping.get(step).orElse(new Tree.Mapping(List.of(), at));
        yield mapping.with(new Tree.Entry(step, at, put(inner, path, depth + 1, value, at)));
      }
      case Tree.Sequence(List<Tree> items, Place where) -> {
        List<Tree> changed = new ArrayList<>(items);
        int index = index(items, step, String.join(".", path.subList(0, depth)));
        changed.set(index, put(items.get(index), path, depth + 1, value, at));
        yield new Tree.Sequence(changed, where);
      }
      case Tree.Scalar scalar -> {
        if (!scalar.isEmpty()) {
          throw new IllegalArgumentException(
              String.join(".", path.subList(0, depth)) + " is " + scalar.kind()
                  + " and has no key " + Text.quoted(step));
        }
        yield put(new Tree.Mapping(List.of(), at), path, depth, value, at);
      }
    };
  }

  /** The item of this number or name. */
  private static int index(List<Tree> items, String step, String list) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (String key : NAMES) {
        if (items.get(i) instanceof Tree.Mapping mapping
            && mapping.get(key).orElse(mapping) instanceof Tree.Scalar scalar) {
          known.add(scalar.text());
          if (scalar.text().equals(step)) {
            return i;
          }
        }
      }
    }
    if (step.matches("[0-9]{1,6}") && Integer.parseInt(step) < items.size()) {
      return Integer.parseInt(step);
    }
    throw new IllegalArgumentException(
        list + " has no item " + Text.quoted(step) + "; it has "
            + (items.isEmpty() ? "none" : "0 to " + (items.size() - 1))
            + (known.isEmpty() ? "" : ", named " + Text.list(known)));
  }
}
