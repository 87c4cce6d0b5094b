package unjam.analysis;

import java.util.List;
import java.util.Locale;

/**
 * An instant that decides something: where one would stop and look.
 *
 * @param kind what happens
 * @param seq the event
 * @param nanos its instant in nanoseconds
 * @param host number of the host it is about, or -1
 * @param device index of the device it is about, or -1
 * @param command id of the command it is about, or -1
 * @param arguments of the sentence, see {@link Kind}
 */
public record Mark(
    Kind kind, int seq, long nanos, int host, int device, int command, List<String> arguments) {

  public Mark {
    arguments = List.copyOf(arguments);
  }

  /** Sorts of marks; in brackets the arguments of the sentence. */
  public enum Kind {
    /** A fault begins [id, kind, place]. */
    FAULT_BEGAN,
    /** A fault ends [id, why]. */
    FAULT_ENDED,
    /** Somebody writes to a setting [setting, place, value]. */
    KNOB_SET,
    /** A request times out [disk]. */
    TIMEOUT,
    /** A timed-out command is aborted [disk, answer]. */
    ABORT,
    /** A host stops [host]. */
    HOST_STOPPED,
    /** The error handler is woken [host, failed commands]. */
    EH_WOKEN,
    /** START STOP UNIT [disk, answer]. */
    START_UNIT,
    /** [disk, answer]. */
    LUN_RESET,
    /** [disk, answer]. */
    TARGET_RESET,
    /** [disk, answer]. */
    BUS_RESET,
    /** [disk, answer]. */
    HOST_RESET,
    /** A device does not answer "are you ready?" [disk]. */
    NOT_READY,
    /** A device is given up [disk]. */
    OFFLINE,
    /** A host dispatches again [host]. */
    RESTART,
    /** An application is told an error [IO, errno]. */
    ERROR_TOLD,
    /** Nobody above waits for a command any more [IO, disk]. */
    GIVEN_UP,
    /** An IO is served by another disk than the one asked first [IO, disk]. */
    ELSEWHERE,
    /** A disk is not asked any more [disk, layer]. */
    MARKED_DOWN,
    /** The answer to a try that was given up above [IO, disk]. */
    CAME_LATE,
    /** An array takes nothing new while it repairs [disk, array]. */
    ARRAY_FROZEN,
    /** It takes IO again [array]. */
    ARRAY_THAWED,
    /** A disk is asked again [disk, layer]. */
    REINSTATED,
    /** No disk is left to ask [IO]. */
    HELD,
    /** A file system takes no writes any more [mount, disk]. */
    READ_ONLY
  }

  /** Key of the sentence in the message files. */
  public String key() {
    return "mark." + kind.name().toLowerCase(Locale.ROOT);
  }
}
