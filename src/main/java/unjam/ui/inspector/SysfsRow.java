package unjam.ui.inspector;

/**
 * One line of the tree of files: a folder, or a file with what it reads as.
 *
 * @param path absolute path
 * @param name what is written: the whole path for a folder that stands at the left edge
 * @param depth how far it is moved to the right, from 0
 * @param kind what it is
 * @param value what the file reads as; empty for a folder
 * @param changed it is what changed last
 * @param note what is to be said below it; empty for nothing
 * @param refused the note says that the kernel refused something
 */
record SysfsRow(
    String path,
    String name,
    int depth,
    Kind kind,
    String value,
    boolean changed,
    String note,
    boolean refused) {

  /** What a line is. */
  enum Kind {
    SHUT_FOLDER,
    OPEN_FOLDER,
    /** Can only be read. */
    FILE,
    /** Can be written. */
    KNOB,
    /** Is being written: its value is a field. */
    EDITED
  }

  boolean isFolder() {
    return kind == Kind.SHUT_FOLDER || kind == Kind.OPEN_FOLDER;
  }
}
