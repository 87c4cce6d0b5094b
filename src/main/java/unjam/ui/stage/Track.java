package unjam.ui.stage;

/**
 * One line of the stage, as its layout needs it.
 *
 * @param host number of its host; between hosts there is more room
 * @param shared many disks share it; numbers on it need more room
 * @param squares disks that are drawn as squares instead of a capsule, 0 for none
 */
public record Track(int host, boolean shared, int squares) {

  /** A line of one disk. */
  public Track(int host) {
    this(host, false, 0);
  }
}
