package unjam.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  private FactFields() {}

  /** The fact's name in snake case: {@code eh_woken}. */
  public static String name(Fact fact) {
    return snake(fact.getClass().getSimpleName());
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
