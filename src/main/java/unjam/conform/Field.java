package unjam.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import unjam.catalog.Problem;

/**
 * One value of a JSON file that knows where it stands. What is wrong with it is noted in a list
 * shared by the whole file, and a harmless stand-in is returned, so that one reading finds all that
 * is wrong.
 */
final class Field {

  private final String file;
  private final String path;
  private final JsonNode node;
  private final List<Problem> problems;

  private Field(String file, String path, JsonNode node, List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /** The whole file; {@code problems} collects what is found wrong below it. */
  static Field root(String file, JsonNode node, List<Problem> problems) {
    return new Field(file, "", node, problems);
  }

  /** What was found wrong so far, in this file. */
  List<Problem> problems() {
    return problems;
  }

  /** Notes that this value is wrong. */
  void wrong(String message) {
    problems.add(new Problem(file, 0, 0, path.isEmpty() ? message : path + ": " + message));
  }

  boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  boolean isPlain() {
    return node.isValueNode() && present();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean isEmptyObject() {
    return node.isObject() && node.isEmpty();
  }

  /** The member of this name; if there is none, that is noted. */
  Field get(String name) {
    Field member = maybe(name);
    if (!member.present() && present()) {
      member.wrong("is missing");
    }
    return member;
  }

  /** The member of this name, which may be missing. */
  Field maybe(String name) {
    String where = path.isEmpty() ? name : path + "." + name;
    if (present() && !node.isObject()) {
      wrong("must be an object, is " + kind());
      return new Field(file, where, MissingNode.getInstance(), problems);
    }
    return new Field(file, where, node.path(name), problems);
  }

  /** The elements of this array; none if it is missing. */
  List<Field> items() {
    List<Field> items = new ArrayList<>();
    if (!present()) {
      return items;
    }
    if (!node.isArray()) {
      wrong("must be an array, is " + kind());
      return items;
    }
    for (int i = 0; i < node.size(); i++) {
      items.add(new Field(file, path + "[" + i + "]", node.get(i), problems));
    }
    return items;
  }

  /** The members of this object in order of names; none if it is missing. */
  Map<String, Field> members() {
    Map<String, Field> members = new TreeMap<>();
    if (!present()) {
      return members;
    }
    if (!node.isObject()) {
      wrong("must be an object, is " + kind());
      return members;
    }
    node.properties().forEach(
        member -> members.put(member.getKey(), maybe(member.getKey())));
    return members;
  }

  /** A string; the text of a number or truth value where one stands instead is not accepted. */
  String text() {
    if (!present()) {
      return "";
    }
    if (!node.isTextual()) {
      wrong("must be a string, is " + kind());
      return "";
    }
    return node.textValue();
  }

  /** A string, or an empty text where there is null; it must not be missing. */
  String textOrNone() {
    if (node.isMissingNode()) {
      wrong("is missing");
    }
    return present() ? text() : "";
  }

  /** Any plain value as text, whole numbers without a fraction: {@code -1}, {@code OK}. */
  String plain() {
    if (node.isContainerNode()) {
      wrong("must be a plain value, is " + kind());
      return "";
    }
    return node.isIntegralNumber() ? node.bigIntegerValue().toString() : node.asText();
  }

  double number() {
    if (!present()) {
      return 0;
    }
    double value = node.doubleValue();
    if (!node.isNumber() || Double.isInfinite(value) || Double.isNaN(value)) {
      wrong("must be a number, is " + kind());
      return 0;
    }
    return value;
  }

  /** A number of milliseconds from 0, as nanoseconds. */
  long millis() {
    double value = number();
    if (value < 0 || value > 1e12) {
      wrong("must be a time from 0 ms, is " + plain());
      return 0;
    }
    return BigDecimal.valueOf(value).movePointRight(6).longValue();
  }

  long whole() {
    if (!present()) {
      return 0;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      wrong("must be a whole number, is " + kind());
      return 0;
    }
    return node.longValue();
  }

  /** A whole number between two bounds, both included. */
  int whole(int least, int most) {
    long value = whole();
    if (present() && (value < least || value > most)) {
      wrong("must be a whole number from " + least + " to " + most + ", is " + value);
    }
    return (int) Math.max(least, Math.min(most, value));
  }

  boolean flag() {
    if (!present()) {
      return false;
    }
    if (!node.isBoolean()) {
      wrong("must be true or false, is " + kind());
    }
    return node.booleanValue();
  }

  OptionalInt maybeWhole() {
    return present() ? OptionalInt.of((int) whole()) : OptionalInt.empty();
  }

  OptionalLong maybeLong() {
    return present() ? OptionalLong.of(whole()) : OptionalLong.empty();
  }

  OptionalDouble maybeNumber() {
    return present() ? OptionalDouble.of(number()) : OptionalDouble.empty();
  }

  Optional<String> maybeText() {
    return present() ? Optional.of(plain()) : Optional.empty();
  }

  /** A number written in decimal, or as a string in hexadecimal such as {@code "0x28"}. */
  int code(int most) {
    if (!isText()) {
      return whole(0, most);
    }
    String text = text().toLowerCase(Locale.ROOT);
    try {
      int value = Integer.decode(text);
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the message
    }
    wrong("must be a number from 0 to 0x" + Integer.toHexString(most) + ", is \"" + text + "\"");
    return 0;
  }

  /** A value that some rule of ours understands; its complaint becomes the message. */
  <T> T parsed(Function<String, T> rule, T standIn) {
    if (!present()) {
      return standIn;
    }
    try {
      return rule.apply(text());
    } catch (IllegalArgumentException e) {
      wrong(String.valueOf(e.getMessage()));
      return standIn;
    }
  }

  /** One of the words of an enum. */
  <E extends Enum<E>> E oneOf(Class<E> type, Function<E, String> word) {
    E[] all = type.getEnumConstants();
    if (!present()) {
      return all[0];
    }
    String text = text();
    for (E each : all) {
      if (word.apply(each).equals(text)) {
        return each;
      }
    }
    wrong("\"" + text + "\" is not known; known: "
        + Arrays.stream(all).map(word).collect(Collectors.joining(", ")));
    return all[0];
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case STRING -> "the string \"" + shortened(node.textValue()) + "\"";
      case NUMBER, BOOLEAN, BINARY -> shortened(node.asText());
      case NULL, MISSING -> "missing";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
