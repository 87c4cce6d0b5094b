package unjam.reading;

import java.util.List;

/**
 * A process or kernel thread at an instant.
 *
 * @param name as {@code ps} shows it
 * @param kind what it is for
 * @param state its letter
 * @param stack kernel functions in which it waits, the innermost first; empty when it runs or is
 *     in user space
 * @param io index of the IO that it waits for, or -1
 * @param host number of the host that it belongs to, or -1
 * @param sinceNanos since when it is in this state, or -1 if that is not known
 */
public record ProcessLine(
    String name, Kind kind, State state, List<String> stack, int io, int host, long sinceNanos) {

  public ProcessLine {
    stack = List.copyOf(stack);
  }

  /** What a process is for. */
  public enum Kind {
    APPLICATION,
    ERROR_HANDLER,
    ABORT_WORKER,
    BLOCK_WORKER,
    /** The target's thread that logs in. */
    TARGET_LOGIN,
    /** The target's thread that receives over one connection. */
    TARGET_RECEIVER,
    /** The target's thread that sends over one connection. */
    TARGET_SENDER,
    /** A worker of the target that carries out a task management function. */
    TARGET_WORKER;

    /** Whether it runs on the other machine. */
    public boolean isRemote() {
      return switch (this) {
        case TARGET_LOGIN, TARGET_RECEIVER, TARGET_SENDER, TARGET_WORKER -> true;
        case APPLICATION, ERROR_HANDLER, ABORT_WORKER, BLOCK_WORKER -> false;
      };
    }
  }

  /** The letter that {@code ps} shows. */
  public enum State {
    /** Runs. */
    R,
    /** Sleeps and can be woken by a signal. */
    S,
    /** Sleeps and cannot be killed. */
    D,
    /** A kernel thread without work. */
    I
  }
}
