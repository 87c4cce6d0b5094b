package unjam.lesson;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import unjam.catalog.Text;
import unjam.trace.Fact;
import unjam.trace.FactFields;

/** What a field of a fact can be, as far as its type says so. */
final class FactValues {

  /** How an empty field is written. */
  private static final String NONE = "none";

  private FactValues() {}

  /**
   * Refuses a value that a field can never have.
   *
   * @throws IllegalArgumentException saying what it can be
   */
  static void check(String fact, String field, String value) {
    Class<? extends Fact> type = FactFields.types().get(fact);
    List<String> names = FactFields.known().get(fact);
    int index = names == null ? -1 : names.indexOf(field);
    if (type == null || index < 0) {
      return;
    }
    List<String> words = words(type.getRecordComponents()[index]);
    if (!words.isEmpty() && !words.contains(value)) {
      throw new IllegalArgumentException(
          "the field " + field + " of " + fact + " is never " + Text.quoted(value) + "; "
              + Text.suggestion(value, words, "values"));
    }
  }

  /** The words that a field can be; empty if its type leaves that open. */
  private static List<String> words(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType optional
        && optional.getActualTypeArguments()[0] instanceof Class<?> inner) {
      List<String> words = new ArrayList<>(constants(inner));
      if (!words.isEmpty()) {
        words.add(NONE);
      }
      return words;
    }
    return type == boolean.class ? List.of("true", "false") : constants(component.getType());
  }

  private static List<String> constants(Class<?> type) {
    return type.isEnum()
        ? Stream.of(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList()
        : List.of();
  }
}
