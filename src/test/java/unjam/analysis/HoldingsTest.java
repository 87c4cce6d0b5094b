package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import unjam.analysis.Holdings.Holding;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.playback.Cursor;
import unjam.projection.CommandView;
import unjam.projection.Station;

class HoldingsTest {

  private static final OpenRun RUN = Runs.trouble();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private static Holdings at(int command, long nanos) {
    return new HoldingsReader(RUN.timeline(), RUN.commands(), command)
        .until(RUN.trace().seqAt(nanos), nanos);
  }

  private static List<Holder> holders(Holdings holdings) {
    return holdings.all().stream().map(Holding::holder).toList();
  }

  @Test
  void aHealthyReadBelongsToTheDiskForMostOfItsLife() {
    Holdings first = at(0, 40_000_000);

    assertThat(holders(first))
        .containsExactly(Holder.PROCESS, Holder.DISK, Holder.HARD_IRQ, Holder.SOFTIRQ);
    assertThat(first.ended()).isTrue();
    assertThat(first.all()).noneMatch(Holding::now);
    assertThat(first.idleShare()).isBetween(0.9, 0.999);
    assertThat(first.all().get(0).where()).isEqualTo("scsi_dispatch_cmd");
    assertThat(first.all().get(1).nanos()).isBetween(99_000L, 101_000L);
  }

  @Test
  void whileTheDiskHasItNoProcessorRuns() {
    Holdings first = at(0, 50_000);

    Holding now = first.all().stream().filter(Holding::now).findFirst().orElseThrow();
    assertThat(now.holder()).isEqualTo(Holder.DISK);
    assertThat(now.runs()).isFalse();
  }

  @Test
  void aReadInTroubleGoesFromHandToHand() {
    assertThat(holders(at(VICTIM, RUN.trace().endNanos())))
        .containsSubsequence(
            Holder.PROCESS, Holder.DISK, Holder.KBLOCKD, Holder.ABORT_QUEUE, Holder.ABORT_WORKER,
            Holder.ERROR_HANDLER);
  }

  @Test
  void beforeItIsBornNobodyHasIt() {
    assertThat(at(VICTIM, 0)).isEqualTo(Holdings.NONE);
  }

  /** Carried on from instant to instant, forwards and back, it says what it says at once. */
  @Test
  void theWayThereDoesNotMatter() {
    HoldingsReader reader = new HoldingsReader(RUN.timeline(), RUN.commands(), VICTIM);
    List<Long> instants =
        RUN.marks().all().stream().map(Mark::nanos).toList();
    for (List<Long> way : List.of(instants, instants.reversed())) {
      for (long nanos : way) {
        Holdings carriedOn = reader.until(RUN.trace().seqAt(nanos), nanos);
        Holdings atOnce = at(VICTIM, nanos);
        assertThat(carriedOn.onCpu()).isEqualTo(atOnce.onCpu());
        assertThat(carriedOn.all())
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("when")
            .isEqualTo(atOnce.all());
      }
    }
  }

  /** Whoever asks every few milliseconds has it now and then, and not all the time. */
  @Test
  void whatIsCloseTogetherIsOneStretchThatSaysHowMuchOfItCounts() {
    long late =
        RUN.marks().firstAfter(-1, mark -> mark.kind() == Mark.Kind.HOST_RESET).orElseThrow()
            .nanos() + 5_000_000_000L;
    int patient =
        RUN.timeline().at(late).commands().stream()
            .filter(each -> each.heldBy().isPresent())
            .findFirst()
            .orElseThrow()
            .id();
    Holding worker =
        at(patient, late).all().stream()
            .filter(each -> each.holder() == Holder.KBLOCKD)
            .findFirst()
            .orElseThrow();

    assertThat(worker.when().size()).isLessThan(450);
    assertThat(worker.when().stream().mapToLong(Holdings.Stretch::held).sum())
        .isEqualTo(worker.nanos());
    Holdings.Stretch last = worker.when().getLast();
    assertThat(last.held()).isLessThan((last.to() - last.from()) / 100);
  }

  /** The parts are the whole, somebody has it as long as it lives, and it is where it stands. */
  @Test
  void nothingIsCountedTwiceAndNothingIsForgotten() {
    List<Long> instants =
        RUN.marks().all().stream()
            .flatMap(mark -> LongStream.of(0, 700, 30_000, 5_000_000, 900_000_000)
                .mapToObj(later -> mark.nanos() + later))
            .toList();
    for (long nanos : instants) {
      Frame frame = RUN.frame(Cursor.at(RUN.trace(), nanos));
      for (CommandView command : frame.state().commands()) {
        Holdings holdings = at(command.id(), nanos);
        assertThat(holdings.all().stream().mapToLong(Holding::nanos).sum())
            .as("life of %d at %d", command.id(), nanos)
            .isEqualTo(holdings.life());
        assertThat(holdings.all().stream().filter(Holding::now).count())
            .isEqualTo(holdings.ended() ? 0 : 1);
        assertThat(holdings.onCpu()).isLessThanOrEqualTo(holdings.life());
        agrees(command, holdings, nanos);
      }
    }
  }

  private static void agrees(CommandView command, Holdings holdings, long nanos) {
    holdings.all().stream()
        .filter(each -> each.now() && !each.runs())
        .forEach(
            now ->
                assertThat(now.holder())
                    .as("%d at %d in %s", command.id(), nanos, command.station())
                    .isIn(mayHave(command.station())));
  }

  private static List<Holder> mayHave(Station station) {
    return switch (station) {
      case APPLICATION -> List.of();
      case SCHEDULER -> List.of(Holder.SCHEDULER);
      case DISPATCH -> List.of(Holder.GATE);
      case MIDLAYER -> List.of(Holder.SCHEDULER, Holder.GATE);
      case DRIVER_AND_TARGET -> List.of(Holder.DISK);
      case IRQ, SOFTIRQ, COMPLETION -> List.of(Holder.HARD_IRQ, Holder.SOFTIRQ);
      case REQUEUED -> List.of(Holder.REQUEUE_LIST);
      case ABORT_PENDING -> List.of(Holder.ABORT_QUEUE);
      case ABORTING -> List.of(Holder.ABORT_WORKER);
      case EH_QUEUE -> List.of(Holder.EH_QUEUE);
      case EH_IN_HAND, EH_DONE -> List.of(Holder.ERROR_HANDLER);
    };
  }
}
