package unjam.kernel.user;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How sysfs files read what is written to them; each file has its own way (lib/kstrtox.c). */
final class SysfsNumbers {

  private static final long UINT_MAX = 0xffff_ffffL;
  private static final Pattern SCANNED = Pattern.compile("\\s*([-+]?\\d{1,18})");
  private static final Pattern PREFIXED = Pattern.compile("(0[xX][0-9a-fA-F]{1,15}|\\d{1,18})");

  private SysfsNumbers() {}

  /** A whole decimal number that is not negative (lib/kstrtox.c: kstrtouint). */
  static OptionalLong unsigned(String text) {
    OptionalLong number = decimal(text);
    boolean fits =
        number.isPresent() && !text.startsWith("-") && number.getAsLong() <= UINT_MAX;
    return fits ? number : OptionalLong.empty();
  }

  /** A whole decimal number (lib/kstrtox.c: kstrtoint). */
  static OptionalLong signed(String text) {
    OptionalLong number = decimal(text);
    boolean fits = number.isPresent() && number.getAsLong() == (int) number.getAsLong();
    return fits ? number : OptionalLong.empty();
  }

  private static OptionalLong decimal(String text) {
    return text.matches("[-+]?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** The decimal number that the text begins with (lib/vsprintf.c: sscanf with %d). */
  static OptionalLong scanned(String text) {
    Matcher number = SCANNED.matcher(text);
    return number.lookingAt()
        ? OptionalLong.of(Long.parseLong(number.group(1)))
        : OptionalLong.empty();
  }

  /**
   * The number that the text begins with, decimal, octal or hexadecimal by its prefix; no digits
   * are 0 (lib/vsprintf.c: simple_strtoul).
   */
  static long prefixed(String text) {
    Matcher number = PREFIXED.matcher(text);
    if (!number.lookingAt()) {
      return 0;
    }
    String digits = number.group(1);
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return Long.parseLong(digits.substring(2), 16);
    }
    return digits.matches("0[0-7]+") ? Long.parseLong(digits, 8) : Long.parseLong(digits);
  }

  /** All of the text as such a number; no digits at all are 0. */
  static OptionalLong wholly(String text) {
    boolean number = text.isEmpty() || PREFIXED.matcher(text).matches();
    return number ? OptionalLong.of(prefixed(text)) : OptionalLong.empty();
  }

  /** Yes or no by the first letter, or on and off (lib/kstrtox.c: kstrtobool). */
  static Optional<Boolean> bool(String text) {
    if (text.matches("(?i)[yt1].*|on.*")) {
      return Optional.of(true);
    }
    return text.matches("(?i)[nf0].*|of.*") ? Optional.of(false) : Optional.empty();
  }
}
