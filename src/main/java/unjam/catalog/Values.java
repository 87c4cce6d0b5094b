package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.engine.SimTime;
import unjam.scsi.Opcode;

/**
 * The meanings of single values. Each throws {@link IllegalArgumentException} with words that say
 * what was found and what would be right.
 */
public final class Values {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern SIZE = Pattern.compile("(-?)([0-9]+) ?([A-Za-z]*)");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,2}");
  private static final Pattern DISK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final String SIZE_IS_RIGHT =
      "write bytes, or a number with KiB, MiB, GiB or TiB, such as 512 or 4KiB";

  static final SimTime LONGEST = SimTime.ofSeconds(2_000 * 3_600);
  static final String LONGEST_IN_WORDS = "2000h";

  private Values() {}

  /** Any text but none. */
  public static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text is empty");
    }
    return text;
  }

  /** A name for something, as in a label or an id. */
  public static String identifier(String text) {
    if (!IDENTIFIER.matcher(text).matches() || text.length() > 64) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is not a name; use up to 64 letters, digits, _ . and -");
    }
    return text;
  }

  /** The name of a stream; a dot and what follows it would be the number of a thread. */
  static String label(String text) {
    if (text.contains(".")) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " has a dot, which stands before the number of a thread");
    }
    return identifier(text);
  }

  /** A block device's name below /sys/block. */
  static String diskName(String text) {
    if (!DISK_NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Text.quoted(text)
              + " is no name of a disk; write up to 32 letters and digits, as in sda");
    }
    return text;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(
          "write true or false, found " + Text.quoted(text));
    };
  }

  /** An instant or a span, short enough that sums of a few cannot leave the clock's range. */
  public static SimTime time(String text) {
    SimTime time = SimTime.parse(text);
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is too long; a scenario lasts at most " + LONGEST_IN_WORDS);
    }
    return time;
  }

  static long nanos(String text) {
    return time(text).nanos();
  }

  /** A span of whole seconds in a range, as the kernel's own files take it. */
  static Function<String, Integer> seconds(int least, int most) {
    return text -> {
      long nanos = SimTime.parse(text).nanos();
      if (nanos % SimTime.NANOS_PER_SECOND != 0) {
        throw new IllegalArgumentException(
            Text.quoted(text) + " has a fraction; the kernel takes whole seconds here");
      }
      long seconds = nanos / SimTime.NANOS_PER_SECOND;
      if (seconds < least || seconds > most) {
        throw new IllegalArgumentException(
            Text.quoted(text) + " is out of range; write " + least + "s to " + most + "s");
      }
      return (int) seconds;
    };
  }

  static Function<String, Long> whole(long least, long most) {
    return text -> {
      long value = anyWhole(text);
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            text + " is out of range; write " + least + " to " + most);
      }
      return value;
    };
  }

  public static Function<String, Integer> count(int least, int most) {
    return whole(least, most).andThen(Math::toIntExact);
  }

  static long anyWhole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "write a whole number in decimal, found " + Text.quoted(text));
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is beyond the range of 64 bits", e);
    }
  }

  /** Bytes, 0 or more. */
  static long size(String text) {
    Matcher shape = SIZE.matcher(text.strip());
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is not a size; " + SIZE_IS_RIGHT);
    }
    if (!shape.group(1).isEmpty()) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is negative; a size is 0 or more");
    }
    try {
      return Math.multiplyExact(
          Long.parseLong(shape.group(2)), bytesPer(shape.group(3), text));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(Text.quoted(text) + " is too large for a disk", e);
    }
  }

  private static long bytesPer(String unit, String text) {
    return switch (unit) {
      case "", "B" -> 1;
      case "KiB" -> 1L << 10;
      case "MiB" -> 1L << 20;
      case "GiB" -> 1L << 30;
      case "TiB" -> 1L << 40;
      default -> throw new IllegalArgumentException(
          Text.quoted(text) + " has the unknown unit \"" + unit + "\"; " + SIZE_IS_RIGHT);
    };
  }

  /** The written form of one of several things. */
  static <E> Function<String, E> choice(E[] values, Function<E, String> word) {
    return text -> {
      List<String> words = new ArrayList<>();
      for (E value : values) {
        if (word.apply(value).equals(text)) {
          return value;
        }
        words.add(word.apply(value));
      }
      throw new IllegalArgumentException(
          Text.quoted(text) + " is none of: " + String.join(", ", words)
              + Text.nearest(text, words).map(near -> "; did you mean " + near + "?").orElse(""));
    };
  }

  /** One of several numbers, in any spelling that the reader of numbers takes. */
  static Function<String, Integer> choice(
      Integer[] values, Function<Integer, String> word, Function<String, Long> number) {
    return text -> choice(values, word).apply(String.valueOf(number.apply(text)));
  }

  static <E extends Enum<E>> Function<String, E> choice(E[] values) {
    return choice(values, Enum::name);
  }

  /** An enum constant in lower case. */
  public static <E extends Enum<E>> Function<String, E> lowerCaseChoice(E[] values) {
    return choice(values, value -> value.name().toLowerCase(Locale.ROOT));
  }

  /** A command by its kernel name or its operation code in hexadecimal. */
  static Opcode opcode(String text) {
    if (HEX.matcher(text).matches()) {
      int value = Integer.parseInt(text.substring(2), 16);
      return Opcode.of(value)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no command of this model has the operation code " + text + "; known: "
                          + knownOpcodes()));
    }
    return choice(Opcode.values()).apply(text);
  }

  private static String knownOpcodes() {
    List<String> all = new ArrayList<>();
    for (Opcode opcode : Opcode.values()) {
      all.add(String.format(Locale.ROOT, "0x%02x %s", opcode.value(), opcode.name()));
    }
    return String.join(", ", all);
  }
}
