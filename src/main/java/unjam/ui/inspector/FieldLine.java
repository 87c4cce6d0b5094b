package unjam.ui.inspector;

import java.util.regex.Pattern;

/**
 * A value with its name.
 *
 * @param id of the row: {@code field-} and this
 * @param name what it is called
 * @param value in the machine's words
 * @param note what that means, or empty
 * @param kind how it is set
 */
record FieldLine(String id, String name, String value, String note, Kind kind) {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)+");

  /** How a value is set. */
  enum Kind {
    /** A word of the machine. */
    MACHINE,
    /** A word of ours. */
    OURS,
    /** Of ours: something is not there. */
    ABSENT
  }

  /** Its name is a word of the kernel's, and not one of ours. */
  boolean isIdentifier() {
    return IDENTIFIER.matcher(name).matches();
  }

  static FieldLine of(String id, String name, String value, String note) {
    return new FieldLine(id, name, value, note, Kind.MACHINE);
  }

  static FieldLine said(String id, String name, String value, String note) {
    return new FieldLine(id, name, value, note, Kind.OURS);
  }

  static FieldLine absent(String id, String name, String value, String note) {
    return new FieldLine(id, name, value, note, Kind.ABSENT);
  }
}
