package unjam.ui.timeline;

import java.util.List;
import java.util.Optional;
import unjam.app.OpenRun;
import unjam.engine.SimTime;
import unjam.projection.IoOutcome;
import unjam.projection.Span;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.trace.BlockFact;

/**
 * What came of a command: what its application was told, or, where something above went on without
 * it, what the block layer said.
 *
 * @param word OK or the name of an error
 * @param nanos how long it took, or -1
 * @param well it ended well
 */
record Told(String word, long nanos, boolean well) {

  /** An application that hears of this command hears of it within this time. */
  private static final long AT_ONCE = SimTime.NANOS_PER_MILLI;

  /** Of a command's whole life; empty if nobody was told anything. */
  static Optional<Told> of(OpenRun run, List<Span> life) {
    Span last = life.getLast();
    if (last.io() < 0) {
      return Optional.empty();
    }
    IoOutcome io = run.timeline().ios().of(last.io());
    boolean ended = last.endSeq() < run.trace().size();
    if (ended && run.trace().fact(last.endSeq()) instanceof BlockFact.RequestEnded end) {
      boolean well = end.error() == BlkStatus.OK;
      boolean decided =
          io.ended()
              && well == (io.errno() == Errno.OK)
              && io.end() >= last.end()
              && io.end() - last.end() <= AT_ONCE;
      if (!decided) {
        return Optional.of(
            new Told(
                well ? "OK" : end.error().errno().name(),
                last.end() - life.getFirst().start(), well));
      }
    }
    return Optional.of(io)
        .filter(IoOutcome::ended)
        .map(each -> new Told(each.errno().name(), each.latency(), each.errno() == Errno.OK));
  }
}
