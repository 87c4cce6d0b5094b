package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.kernel.Simulation;
import unjam.lesson.Answer.Amount;
import unjam.lesson.Answer.Names;
import unjam.projection.Timeline;
import unjam.trace.EhFact;
import unjam.trace.TimeoutFact;

/** What is right is found in the run, and a wrong answer is told where it left the run. */
class JudgeTest {

  private static final RunFacts LOST = run("lost-command");
  private static final RunFacts SLOW = run("seed-slow-disk");

  private static RunFacts run(String scenario) {
    return new RunFacts(
        Timeline.of(
            Simulation.run(Catalog.ofClassPath().scenario(scenario).orElseThrow()).trace()));
  }

  private static Judge judge(RunFacts facts) {
    return new Judge(
        facts, Judge.among(Map.of("lost", LOST, "slow", SLOW)), List.of("lost", "slow"));
  }

  private static FactQuery fact(String text) {
    return Phrase.query(text);
  }

  private static Task.Card card(String id, String fact) {
    return new Task.Card(id, fact(fact));
  }

  private static Task.Choice choice(String id, String claim) {
    return new Task.Choice(id, Phrase.claim(claim));
  }

  @Test
  void aFlagNearTheTimeoutIsRightAndOneOnTheSecondIsNot() {
    Task flag = new Task.Flag(fact("first timed_out on sda"), 1_000_000_000L);
    long truth = ((Amount) judge(LOST).truth(flag)).value();

    Verdict near = judge(LOST).verdict(flag, new Amount(truth - 900_000_000L));
    Verdict far = judge(LOST).verdict(flag, new Amount(truth - 1_100_000_000L));

    assertThat(near.right()).isTrue();
    assertThat(far.right()).isFalse();
    assertThat(far.off()).isEqualTo(-1_100_000_000L);
    assertThat(LOST.trace().fact(far.leftAt())).isInstanceOf(TimeoutFact.TimedOut.class);
  }

  @Test
  void cardsAreInTheOrderOfTheirFacts() {
    Task order =
        new Task.Order(
            List.of(
                card("abort", "first abort_ran"),
                card("timeout", "first timed_out"),
                card("sent", "first dispatched on sda")));

    assertThat(judge(LOST).truth(order)).isEqualTo(new Names(List.of("sent", "timeout", "abort")));
    Verdict wrong = judge(LOST).verdict(order, new Names(List.of("sent", "abort", "timeout")));
    assertThat(wrong.right()).isFalse();
    assertThat(wrong.about()).isEqualTo("timeout");
    assertThat(LOST.trace().fact(wrong.leftAt())).isInstanceOf(TimeoutFact.TimedOut.class);
  }

  @Test
  void theErrorHandlerMayMissOnceAndADecoyIsNeverRight() {
    Task.Moves moves =
        new Task.Moves(
            List.of(
                card("device", "first hook_called where hook == EH_DEVICE_RESET_HANDLER"),
                card("target", "first hook_called where hook == EH_TARGET_RESET_HANDLER"),
                card("host", "first hook_called where hook == EH_HOST_RESET_HANDLER"),
                card("offline", "first offlined")),
            1);

    assertThat(judge(SLOW).truth(moves))
        .isEqualTo(new Names(List.of("device", "target", "host")));
    List<String> once = List.of("device", "host", "target", "host");
    assertThat(judge(SLOW).moves(moves, once)).containsExactly(true, false, true, true);
    assertThat(judge(SLOW).verdict(moves, new Names(once)).right()).isTrue();
    Verdict twice =
        judge(SLOW)
            .verdict(moves, new Names(List.of("offline", "device", "host", "target", "host")));
    assertThat(twice.right()).isFalse();
    Verdict unfinished = judge(SLOW).verdict(moves, new Names(List.of("device")));
    assertThat(unfinished.right()).isFalse();
    assertThat(unfinished.about()).isEqualTo("target");
    assertThat(SLOW.trace().fact(unfinished.leftAt())).isInstanceOf(EhFact.HookCalled.class);
  }

  @Test
  void exactlyOneChoiceHasToHold() {
    Task pick =
        new Task.Pick(
            List.of(
                choice("woken", "there is eh_woken"),
                choice("asleep", "there is no eh_woken")));

    assertThat(judge(LOST).truth(pick)).isEqualTo(new Names(List.of("asleep")));
    assertThat(judge(SLOW).truth(pick)).isEqualTo(new Names(List.of("woken")));
    Task both = new Task.Pick(List.of(choice("one", "always"), choice("two", "always")));
    assertThatThrownBy(() -> judge(LOST).truth(both)).hasMessageContaining("one and two are");
  }

  @Test
  void victimsAreTheDisksOfWhichTheClaimHolds() {
    Task victims = new Task.Victims("longest wait of $disk > 5s");

    assertThat(judge(SLOW).truth(victims)).isEqualTo(new Names(List.of("sda", "sdb", "sdc")));
    assertThat(judge(LOST).truth(victims)).isEqualTo(new Names(List.of("sda")));
    Verdict wrong = judge(SLOW).verdict(victims, new Names(List.of("sda", "sdb")));
    assertThat(wrong.right()).isFalse();
    assertThat(wrong.about()).isEqualTo("sdc");
    assertThat(wrong.leftAt()).isNotNegative();
  }

  @Test
  void whatIsMarkedHasToBeAllAndOnlyWhatHolds() {
    Task mark =
        new Task.Mark(
            List.of(
                choice("aborted", "there is abort_ran"),
                choice("retried", "cost retries > 0"),
                choice("reset", "cost resets > 0")));

    assertThat(judge(LOST).truth(mark)).isEqualTo(new Names(List.of("aborted", "retried")));
    assertThat(judge(LOST).verdict(mark, new Names(List.of("retried", "aborted"))).right())
        .isTrue();
    assertThat(judge(LOST).verdict(mark, new Names(List.of("aborted"))).about())
        .isEqualTo("retried");
  }

  @Test
  void runsAreRankedByAFigureTheSmallestFirst() {
    Task rank = new Task.Rank(List.of("slow", "lost"), Phrase.quantity("longest wait"), 0);

    assertThat(judge(LOST).truth(rank)).isEqualTo(new Names(List.of("lost", "slow")));
  }

  @Test
  void aGapOffersTheTruthAmongOthersAndTakesOnlyThat() {
    Task.Blank blank =
        new Task.Blank(
            "timeout", Phrase.quantity("field timeout_nanos of first request_started on sda"),
            List.of(Phrase.quantity("5s"), Phrase.quantity("30s")));
    Task blanks = new Task.Blanks(List.of(blank));

    assertThat(judge(LOST).offered(blank)).containsExactly("30.000 s", "5.000 s");
    assertThat(judge(LOST).verdict(blanks, new Names(List.of("30.000 s"))).right()).isTrue();
    assertThat(judge(LOST).verdict(blanks, new Names(List.of("5.000 s"))).about())
        .isEqualTo("timeout");
  }

  @Test
  void aDrillIsPassedWithEnoughOfItsCases() {
    Task drill =
        new Task.Drill(
            List.of("lost", "slow"), 2, 1,
            List.of(
                choice("woken", "there is eh_woken"),
                choice("asleep", "there is no eh_woken")));

    assertThat(judge(LOST).truth(drill)).isEqualTo(new Names(List.of("asleep", "woken")));
    assertThat(judge(LOST).verdict(drill, new Names(List.of("woken", "woken"))).right()).isTrue();
    assertThat(judge(LOST).verdict(drill, new Names(List.of("woken", "asleep"))).right())
        .isFalse();
  }

  @Test
  void aChangeIsJudgedByTheRunThatItMakes() {
    Task change = new Task.Change(Phrase.claim("longest wait of sda < 10s"), List.of());

    assertThat(judge(LOST).verdict(change, new Answer.Done()).right()).isFalse();
    assertThat(judge(LOST).verdict(change, new Answer.Done()).leftAt()).isNotNegative();
  }
}
