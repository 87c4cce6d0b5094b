package unjam.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.scenario.KernelRules;

/**
 * Reads {@code kernel/*.yaml}: in which decisions one kernel version differs from the others. The
 * keys are the components of {@link KernelRules} in snake case, all of them required, so that a new
 * decision needs a line in every file and none here.
 */
final class KernelRulesReader {

  private KernelRulesReader() {}

  /** The rules; none if a problem was found. The file's {@code sources} are not looked at. */
  static Optional<KernelRules> read(Tree tree, Problems problems) {
    int before = problems.count();
    Fields f = Fields.of(tree, "kernel", problems).knows(List.of("sources", "title"));
    RecordComponent[] components = KernelRules.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(f, components[i]);
    }
    f.end();
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(create(components, values));
  }

  /** What is said about the file itself: where its facts are from. */
  static void checkAbout(Tree tree, Problems problems) {
    Sources.require(Fields.of(tree, "kernel", problems));
  }

  static String key(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(Fields f, RecordComponent component) {
    String key = key(component);
    Class<?> type = component.getType();
    if (type == boolean.class) {
      return f.required(key, Values::flag, key + ": true", false);
    }
    if (type == int.class) {
      return f.required(key, Values.count(0, 1_000), key + ": 1", 0);
    }
    if (type == String.class) {
      return f.required(key, text -> text, key + ": \"words\"", "");
    }
    throw new IllegalStateException("no way to write " + type + " in a kernel file: " + key);
  }

  private static KernelRules create(RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<KernelRules> canonical = KernelRules.class.getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has a canonical constructor", e);
    }
  }
}
