package unjam.ui.inspector;

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

  /** How a value is set. */
  enum Kind {
    /** A word of the machine. */
    MACHINE,
    /** A word of ours. */
    OURS,
    /** Of ours: something is not there. */
    ABSENT
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
