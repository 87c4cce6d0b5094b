package unjam.analysis;

/**
 * A natural part of a run. Instants in nanoseconds.
 *
 * @param kind what it is about
 * @param from its beginning
 * @param to its end, which is the beginning of the next or the end of the run
 * @param host number of the host it is about, or -1
 * @param device index of the device it is about, or -1
 * @param several it is about others of the kind too
 */
public record Chapter(Kind kind, long from, long to, int host, int device, boolean several) {

  /** What a chapter can be about. No name says how it ends. */
  public enum Kind {
    /** Everything is answered in time and well. */
    QUIET,
    /** A command is out that is not answered in time. */
    SILENCE,
    /** A disk answers, but not well. */
    COMPLAINT,
    /** A timeout was found. */
    TIMEOUT,
    /** A command is aborted. */
    ABORT,
    /** A host's gate is shut and its error handler has it. */
    RECOVERY,
    /** The gate is open again; what waited is sent. */
    RESTART
  }

  public boolean contains(long nanos) {
    return from <= nanos && nanos < to;
  }

  Chapter until(long end) {
    return new Chapter(kind, from, end, host, device, several);
  }

  Chapter since(long start) {
    return new Chapter(kind, start, to, host, device, several);
  }

  Chapter and(Chapter next) {
    boolean others = next.several || host != next.host || device != next.device;
    return new Chapter(kind, from, next.to, host, device, several || others);
  }
}
