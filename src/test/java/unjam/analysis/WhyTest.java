package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Why.Because;
import unjam.analysis.Why.Link;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.trace.BlockFact;
import unjam.trace.EhFact;
import unjam.trace.IoFact;
import unjam.trace.MachineFact;
import unjam.trace.TimeoutFact;

class WhyTest {

  private static final OpenRun RUN = Runs.trouble();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private static List<Link> why(int command, long nanos) {
    return Why.of(
        RUN.trace(), RUN.commands(), RUN.passes(), command, RUN.trace().seqAt(nanos));
  }

  private static long instant(Mark.Kind kind) {
    return RUN.marks().firstAfter(-1, mark -> mark.kind() == kind).orElseThrow().nanos();
  }

  private static List<String> facts(List<Link> links) {
    return links.stream().map(each -> each.event().fact().getClass().getSimpleName()).toList();
  }

  @Test
  void aHealthyReadIsInTheDiskBecauseSomebodyWantedIt() {
    List<Link> links = why(0, 50_000);

    assertThat(facts(links))
        .containsExactly("Dispatched", "RequestStarted", "RequestAllocated", "IoStarted");
    assertThat(links.getLast().because()).isEqualTo(Because.WANTED);
    assertThat(links.getFirst().because()).isEqualTo(Because.WENT_ON);
  }

  /** The timer that noticed had been set for another request; that is no reason for this one. */
  @Test
  void aTimeoutComesOfTheRequestsOwnClock() {
    List<Link> links = why(VICTIM, instant(Mark.Kind.TIMEOUT));

    Link noticed =
        links.stream().filter(each -> each.because() == Because.SILENCE).findFirst().orElseThrow();
    Link clock = links.get(links.indexOf(noticed) + 1);
    assertThat(noticed.event().fact()).isInstanceOf(BlockFact.TimerFired.class);
    assertThat(clock.event().fact()).isInstanceOf(BlockFact.RequestStarted.class);
    assertThat(clock.event().cmd()).isEqualTo(VICTIM);
    assertThat(noticed.after()).isGreaterThan(3_000_000_000L);
    assertThat(links.getLast().event().fact()).isInstanceOf(IoFact.IoStarted.class);
    assertThat(RUN.trace().ioOf(VICTIM))
        .isEqualTo(((IoFact.IoStarted) links.getLast().event().fact()).io());
  }

  @Test
  void onTheLadderTheChainGoesBackOverTheAbort() {
    assertThat(facts(why(VICTIM, instant(Mark.Kind.HOST_RESET))))
        .containsSubsequence(
            "HookCalled", "HookCalled", "EhWoken", "HostStateSet", "EhAdded", "TimedOut",
            "RequestStarted");
  }

  /** A bystander waits because the command of another disk failed. */
  @Test
  void aHealthyDiskWaitsBecauseOfAnother() {
    long late = instant(Mark.Kind.HOST_RESET) + 500_000_000L;
    int bystander =
        RUN.timeline().at(late).commands().stream()
            .filter(each -> each.device() != RUN.trace().device(RUN.commands().seq(VICTIM, 0)))
            .filter(each -> each.heldBy().isPresent())
            .findFirst()
            .orElseThrow()
            .id();
    List<Link> links = why(bystander, late);

    assertThat(links.getFirst().event().fact()).isInstanceOf(BlockFact.Refused.class);
    assertThat(links.getFirst().because()).isEqualTo(Because.SHUT_GATE);
    assertThat(links.get(1).event().fact()).isInstanceOf(MachineFact.HostStateSet.class);
    assertThat(links.get(2).event().fact()).isInstanceOf(EhFact.EhAdded.class);
    assertThat(links.get(2).event().cmd()).isEqualTo(VICTIM);
    assertThat(links).anyMatch(each -> each.event().fact() instanceof TimeoutFact.TimedOut);
  }

  @Test
  void effectsFollowTheirCauses() {
    for (int command = 0; command < RUN.trace().commands(); command++) {
      List<Link> links = why(command, RUN.trace().endNanos());
      assertThat(links).isNotEmpty();
      for (int i = 1; i < links.size(); i++) {
        assertThat(links.get(i).event().seq()).isLessThan(links.get(i - 1).event().seq());
        assertThat(links.get(i).event().nanos() + links.get(i - 1).after())
            .isEqualTo(links.get(i - 1).event().nanos());
      }
    }
  }

  @Test
  void whatIsNotBornHasNoReason() {
    assertThat(why(VICTIM, 0)).isEmpty();
  }
}
