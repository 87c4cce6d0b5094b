package unjam.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fact's fields by name, read from its record components: one code for exports, filters, tables
 * and tests, so that a new fact needs none of its own.
 */
public final class FactFields {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private static final SortedMap<String, Class<? extends Fact>> TYPES =
      types(Fact.class, new TreeMap<>());

  private static final SortedMap<String, List<String>> KNOWN = fields();

  private FactFields() {}

  private static SortedMap<String, Class<? extends Fact>> types(
      Class<?> sealed, SortedMap<String, Class<? extends Fact>> found) {
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed()) {
        types(each, found);
      } else {
        found.put(snake(each.getSimpleName()), each.asSubclass(Fact.class));
      }
    }
    return found;
  }

  /** Every sort of fact that there can be, by its name. */
  public static SortedMap<String, Class<? extends Fact>> types() {
    return Collections.unmodifiableSortedMap(TYPES);
  }

  /** The names of every fact's fields, by the fact's name. */
  private static SortedMap<String, List<String>> fields() {
    SortedMap<String, List<String>> found = new TreeMap<>();
    TYPES.forEach(
        (name, type) ->
            found.put(
                name,
                Arrays.stream(type.getRecordComponents())
                    .map(field -> snake(field.getName()))
                    .toList()));
    return found;
  }

  /** Every fact that there can be, by name in snake case, with the names of its fields. */
  public static SortedMap<String, List<String>> known() {
    return Collections.unmodifiableSortedMap(KNOWN);
  }

  /** The name of a sort of fact in snake case. */
  public static String name(Class<? extends Fact> type) {
    return snake(type.getSimpleName());
  }

  /** The fact's name in snake case: {@code eh_woken}. */
  public static String name(Fact fact) {
    return name(fact.getClass());
  }

  /** Field names in snake case with their values, in order of declaration. */
  public static Map<String, Object> of(Fact fact) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS.get(fact.getClass())) {
      try {
        fields.put(snake(component.getName()), component.getAccessor().invoke(fact));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read " + component + " of " + fact, e);
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  private static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
