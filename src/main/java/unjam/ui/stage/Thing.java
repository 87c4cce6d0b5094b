package unjam.ui.stage;

/** What on the path can be pointed at, chosen and asked about. */
sealed interface Thing {

  /** A command, by its id. */
  record Command(int id) implements Thing {}

  /** A disk, by its index. */
  record Disk(int device) implements Thing {}

  /** Disks that share a line, by its number. */
  record Disks(int lane) implements Thing {}

  /** Commands of which there is a number, by the line and the place. */
  record Crowd(int lane, int at) implements Thing {}

  /** A host's gate, by the host's number. */
  record Gate(int host) implements Thing {}

  /** A station. */
  record Station(Stop stop) implements Thing {}

  /** Whoever waits for a disk, by its index. */
  record Process(int device) implements Thing {}

  /** What belongs to a session or to the other machine, by its id in that picture. */
  record Remote(String id) implements Thing {}

  /** What the error handler has sent, by the index of the disk that it is about. */
  record Sent(int device) implements Thing {}
}
