package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.trace.Trace;

class SpanIndexTest {

  private static final long MS = 1_000_000;

  private final Trace trace = TraceWriter.lunResetCures("6.12");
  private final SpanIndex spans = Timeline.of(trace).spans();

  @Test
  void aCommandsLifeIsOneSpanAfterTheOther() {
    List<Span> life = spans.ofCommand(1);
    assertThat(life)
        .extracting(Span::kind)
        .containsExactly(
            SpanKind.QUEUED, SpanKind.IN_FLIGHT, SpanKind.TIMED_OUT, SpanKind.ABORTING,
            SpanKind.ON_EH_LIST, SpanKind.REQUEUED, SpanKind.IN_FLIGHT, SpanKind.COMPLETING);
    for (int i = 1; i < life.size(); i++) {
      assertThat(life.get(i).startSeq()).isEqualTo(life.get(i - 1).endSeq());
    }
    Span wait = life.get(1);
    assertThat(wait.start()).isEqualTo(5 * MS);
    assertThat(wait.end()).isEqualTo(30_600 * MS);
    assertThat(wait.fractionAt(5 * MS)).isZero();
    assertThat(wait.fractionAt(40_000 * MS)).isEqualTo(1);
  }

  @Test
  void aPointOnALaneHitsWhatIsThere() {
    assertThat(spans.at(0, 10_000 * MS)).extracting(Span::command).containsExactly(1);
    assertThat(spans.at(0, 3 * MS)).isEmpty();
    assertThat(spans.at(1, 3 * MS)).extracting(Span::kind).contains(SpanKind.IN_FLIGHT);
    assertThat(spans.at(7, 0)).isEmpty();
    assertThat(spans.ofCommand(99)).isEmpty();
  }

  /** Cutting a lane by its index finds what looking at every span finds. */
  @Test
  void cuttingALaneFindsExactlyTheSpansThatTouchTheWindow() {
    Trace busy = TraceWriter.busy(2, 16, 400);
    SpanIndex index = Timeline.of(busy).spans();
    List<Span> all = new ArrayList<>();
    for (int cmd = 0; cmd < busy.commands(); cmd++) {
      all.addAll(index.ofCommand(cmd));
    }
    for (long from = 0; from < busy.endNanos(); from += 700_000) {
      long start = from;
      long end = from + 300_000;
      List<Span> expected =
          all.stream()
              .filter(each -> each.device() == 1 && each.start() <= end && each.end() >= start)
              .toList();
      assertThat(index.ofDevice(1, start, end)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** The same for those that last for a while, whatever their order of magnitude. */
  @Test
  void theLongerSpansAreFoundWithoutTheOthers() {
    Trace busy = TraceWriter.busy(2, 16, 400);
    SpanIndex index = Timeline.of(busy).spans();
    for (long shortest : new long[] {0, 1, 1_000, 250_000, 1_100_000, 64_000_000}) {
      for (long from = 0; from < busy.endNanos(); from += 900_000) {
        long end = from + 2_000_000;
        assertThat(index.ofDevice(0, from, end, shortest))
            .isEqualTo(
                index.ofDevice(0, from, end).stream()
                    .filter(each -> each.end() - each.start() >= shortest)
                    .toList());
      }
    }
  }

  @Test
  void howManyAreBusyAndHowManyWaitIsCountedAtAnyInstant() {
    Trace busy = TraceWriter.busy(2, 16, 400);
    SpanIndex index = Timeline.of(busy).spans();
    List<Span> all = index.ofDevice(1, 0, busy.endNanos());
    int most = 0;
    for (long at = 0; at < busy.endNanos(); at += 333_333) {
      long now = at;
      int seq = busy.seqAt(now);
      List<Span> there =
          all.stream().filter(each -> each.startSeq() <= seq && seq < each.endSeq()).toList();
      long waiting =
          there.stream()
              .filter(
                  each -> each.kind() == SpanKind.QUEUED || each.kind() == SpanKind.REQUEUED)
              .count();
      assertThat(index.waiting(1, now)).isEqualTo((int) waiting);
      assertThat(index.busy(1, now)).isEqualTo(there.size() - (int) waiting);
      most = Math.max(most, index.busy(1, now));
      long from = now;
      assertThat(index.begun(1, from, from + 500_000))
          .isEqualTo(
              (int)
                  all.stream()
                      .filter(
                          each ->
                              each.kind() != SpanKind.QUEUED && each.kind() != SpanKind.REQUEUED)
                      .filter(each -> each.start() >= from && each.start() < from + 500_000)
                      .count());
    }
    assertThat(most).isGreaterThan(4);
    assertThat(index.busy(9, 0) + index.waiting(-1, 0) + index.begun(7, 0, 5)).isZero();
  }

  @Test
  void theLoadOfALaneIsCountedInOneGo() {
    Trace busy = TraceWriter.busy(3, 16, 400);
    SpanIndex index = Timeline.of(busy).spans();
    long[] instants = new long[97];
    for (int i = 0; i < instants.length; i++) {
      instants[i] = busy.endNanos() / instants.length * i;
    }
    LaneLoad load = index.load(List.of(0, 2, 99), instants);
    for (int i = 1; i < instants.length; i++) {
      long at = instants[i];
      assertThat(load.busy(i)).isEqualTo(index.busy(0, at) + index.busy(2, at));
      assertThat(load.waiting(i)).isEqualTo(index.waiting(0, at) + index.waiting(2, at));
      assertThat(load.begun(i))
          .isEqualTo(
              index.begun(0, instants[i - 1] + 1, at + 1)
                  + index.begun(2, instants[i - 1] + 1, at + 1));
    }
  }

  @Test
  void theThreadsBandsFollowEachOther() {
    List<HostBand> bands = spans.ofHost(0, 0, trace.endNanos());
    assertThat(bands)
        .extracting(HostBand::step)
        .containsExactly(
            EhStep.ASLEEP, EhStep.WOKEN, EhStep.SENSE, EhStep.LADDER, EhStep.LUN_RESET,
            EhStep.LADDER, EhStep.TUR, EhStep.LADDER, EhStep.FLUSH, EhStep.RESTART);
    for (int i = 1; i < bands.size(); i++) {
      assertThat(bands.get(i).startSeq()).isEqualTo(bands.get(i - 1).endSeq());
    }
    assertThat(spans.ofHost(0, 0, 30_000 * MS)).isEmpty();
  }

  @Test
  void whatNobodyEndsReachesToTheEndOfTheTrace() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    writer.dispatch(writer.at(1).read("r", 0), 0);
    int other = writer.at(9).read("s", 0);
    Trace open = writer.freeze();
    SpanIndex index = Timeline.of(open).spans();
    Span last = index.ofCommand(0).getLast();
    assertThat(last.endSeq()).isEqualTo(open.size());
    assertThat(last.end()).isEqualTo(9 * MS);
    assertThat(index.ofCommand(other)).extracting(Span::kind).containsExactly(SpanKind.QUEUED);
  }
}
