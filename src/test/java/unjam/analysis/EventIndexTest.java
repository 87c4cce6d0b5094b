package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.trace.ExecContext;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

class EventIndexTest {

  private final OpenRun run = Runs.trouble();
  private final Trace trace = run.trace();

  private EventIndex index(EventFilter filter) {
    return EventIndex.of(trace, run.marks(), filter);
  }

  private List<Integer> seqs(EventFilter filter) {
    EventIndex index = index(filter);
    return IntStream.range(0, index.size()).map(index::seq).boxed().toList();
  }

  private List<Integer> where(IntPredicate wanted) {
    return IntStream.range(0, trace.size()).filter(wanted).boxed().toList();
  }

  @Test
  void withoutAFilterItIsTheTraceItself() {
    EventIndex all = index(EventFilter.ALL);

    assertThat(all.size()).isEqualTo(trace.size());
    assertThat(all.seq(17)).isEqualTo(17);
    assertThat(all.rowUntil(17)).isEqualTo(17);
    assertThat(all.rowUntil(-1)).isEqualTo(-1);
  }

  @Test
  void everyFilterLeavesExactlyWhatItNames() {
    assertThat(seqs(EventFilter.ALL.withFunction(KernelFunction.SCSI_QUEUE_RQ)))
        .isNotEmpty()
        .isEqualTo(where(seq -> trace.function(seq) == KernelFunction.SCSI_QUEUE_RQ));
    assertThat(seqs(EventFilter.ALL.withDevice(1)))
        .isNotEmpty()
        .isEqualTo(where(seq -> trace.device(seq) == 1));
    assertThat(seqs(EventFilter.ALL.withContext(ExecContext.Kind.SOFTIRQ)))
        .isNotEmpty()
        .isEqualTo(where(seq -> trace.context(seq).kind() == ExecContext.Kind.SOFTIRQ));
    assertThat(seqs(EventFilter.ALL.withFact("timed_out")))
        .isNotEmpty()
        .isEqualTo(where(seq -> trace.fact(seq) instanceof TimeoutFact.TimedOut));
    assertThat(seqs(EventFilter.ALL.withMarks(true)))
        .isEqualTo(run.marks().all().stream().map(Mark::seq).sorted().toList());
  }

  @Test
  void whatOneCommandServesBelongsToIt() {
    int victim = run.missed().getFirst().command();
    int io = trace.ioOf(victim);
    List<Integer> seqs = seqs(EventFilter.ALL.withCommand(victim));

    assertThat(seqs).containsAll(where(seq -> trace.cmd(seq) == victim));
    assertThat(trace.fact(seqs.getFirst()))
        .isInstanceOfSatisfying(
            IoFact.IoStarted.class, started -> assertThat(started.io()).isEqualTo(io));
    assertThat(trace.fact(seqs.getLast())).isInstanceOf(IoFact.IoEnded.class);
  }

  @Test
  void severalFiltersLeaveWhatAllOfThemLeave() {
    assertThat(
            seqs(EventFilter.ALL.withDevice(0).withContext(ExecContext.Kind.SCSI_EH)))
        .isNotEmpty()
        .allMatch(
            seq ->
                trace.device(seq) == 0
                    && trace.context(seq).kind() == ExecContext.Kind.SCSI_EH);
  }

  @Test
  void wordsAreLookedForInFunctionsFactsContextsDisksIosAndTheLog() {
    assertThat(seqs(EventFilter.ALL.withSearch(" Queue_RQ ")))
        .isNotEmpty()
        .allMatch(seq -> trace.function(seq) == KernelFunction.SCSI_QUEUE_RQ);
    assertThat(seqs(EventFilter.ALL.withSearch("sdb hardirq")))
        .isNotEmpty()
        .allMatch(
            seq ->
                trace.device(seq) == 1
                    && trace.context(seq).kind() == ExecContext.Kind.HARDIRQ);
    assertThat(seqs(EventFilter.ALL.withSearch("attempting device reset")))
        .isNotEmpty()
        .allMatch(seq -> trace.fact(seq) instanceof MachineFact.Printed);
    assertThat(seqs(EventFilter.ALL.withSearch("b#17"))).isNotEmpty();
    assertThat(seqs(EventFilter.ALL.withSearch("nowhere at all"))).isEmpty();
  }

  @Test
  void theRowOfAnInstantIsTheLastThatHasHappened() {
    EventIndex timeouts = index(EventFilter.ALL.withFact("timed_out"));
    int first = timeouts.seq(0);

    assertThat(timeouts.rowUntil(first - 1)).isEqualTo(-1);
    assertThat(timeouts.rowUntil(first)).isZero();
    assertThat(timeouts.rowUntil(trace.size() - 1)).isEqualTo(timeouts.size() - 1);
  }
}
