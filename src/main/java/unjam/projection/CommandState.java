package unjam.projection;

/** The state of a command as its token shows it. */
public enum CommandState {
  /** Not dispatched: no timer runs. */
  QUEUED,
  /** Given to the driver; its timer runs. */
  IN_FLIGHT,
  /** In flight, and more than half of its timeout is used. */
  SLOW,
  /** Its timeout handler has run. */
  TIMED_OUT,
  /** Its abort is being tried. */
  ABORTING,
  /** Belongs to the error handler. */
  ON_EH_LIST,
  /** Waits to be sent again. */
  REQUEUED,
  /** Ended well. */
  DONE,
  /** Ended with an error. */
  FAILED
}
