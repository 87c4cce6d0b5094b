package unjam.ui.radius;

/**
 * Something in the picture.
 *
 * @param id unique in the picture
 * @param title what it is called
 * @param machine the name is the machine's own
 * @param line what holds it, or where it waits
 * @param code the line is the machine's own
 * @param since since when, as it is written; empty if it does not wait
 * @param letter state of a process, empty for what is none
 * @param look how it stands out
 * @param about what it is, for whoever asks
 * @param command id of the command that it is about, or -1
 * @param device index of the device that it is about, or -1
 */
record Card(
    String id,
    String title,
    boolean machine,
    String line,
    boolean code,
    String since,
    String letter,
    Look look,
    String about,
    int command,
    int device) {

  /** How it stands out. */
  enum Look {
    FREE,
    FAULT,
    RULE,
    /** It waits or is waited for. */
    PLAIN,
    /** What everything waits for in the end. */
    SUBJECT
  }

  /** All of it in words. */
  String spoken() {
    String all = line.isEmpty() ? title : title + ", " + line;
    return since.isEmpty() ? all : all + ", " + since;
  }
}
