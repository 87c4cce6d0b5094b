package unjam.analysis;

import java.util.Optional;
import unjam.scsi.BlkStatus;
import unjam.trace.BlockFact.RequestEnded;
import unjam.trace.Trace;

/**
 * From when to when a command lives. Instants in nanoseconds.
 *
 * @param bornSeq the event that made its request
 * @param born its instant
 * @param endSeq the event that ended it, or -1 if none did
 * @param end its instant, or that of the end of the trace
 * @param status what the block layer was told in the end
 */
public record CommandLife(
    int bornSeq, long born, int endSeq, long end, Optional<BlkStatus> status) {

  /** The life of a command that the trace has something about. */
  public static Optional<CommandLife> of(Trace trace, CommandEvents events, int command) {
    if (command < 0 || command >= trace.commands() || events.count(command) == 0) {
      return Optional.empty();
    }
    int born = events.seq(command, 0);
    for (int n = events.count(command) - 1; n >= 0; n--) {
      int seq = events.seq(command, n);
      if (trace.fact(seq) instanceof RequestEnded ended && ended.last()) {
        return Optional.of(
            new CommandLife(
                born, trace.nanos(born), seq, trace.nanos(seq), Optional.of(ended.error())));
      }
    }
    return Optional.of(
        new CommandLife(born, trace.nanos(born), -1, trace.endNanos(), Optional.empty()));
  }

  /** It has begun by then. */
  public boolean begunAt(int seq) {
    return bornSeq <= seq;
  }

  /** It is over by then. */
  public boolean overAt(int seq) {
    return endSeq >= 0 && endSeq <= seq;
  }
}
