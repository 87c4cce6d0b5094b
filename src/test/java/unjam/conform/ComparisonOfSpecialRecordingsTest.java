package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.conform.Altered.of;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import unjam.scenario.Scenario;

/** Threads, bystanders, recordings without a middle, passthrough, and files that do not open. */
class ComparisonOfSpecialRecordingsTest {

  /** A recording, its scenario, and the run of a perfect simulator. */
  private record Case(Recording recording, Scenario scenario, Observed perfect) {

    static Case of(String title) {
      Recording recording = Goldens.recording(title);
      return new Case(
          recording, Goldens.scenario(recording), Goldens.perfectRun(recording.golden()));
    }

    List<Divergence> compare(Observed run) {
      return Comparison.of(scenario, recording.golden(), run);
    }

    List<Integer> rules(Observed run) {
      return compare(run).stream().map(Divergence::rule).distinct().toList();
    }

    Altered altered() {
      return new Altered(perfect);
    }
  }

  @Test
  void threadsThatStartTogetherMayChangeParts() {
    Case eight = Case.of("6.12/21b-eight-timeouts-abort-fails");
    Observed rotated =
        eight.perfect.renamed(io -> switch (io) {
          case "p" -> "p.3";
          case "p.3" -> "p.7";
          case "p.7" -> "p";
          default -> io;
        });
    assertThat(eight.compare(rotated)).isEmpty();
  }

  @Test
  void threadsKeepTheOrderThatTheirAbortsGaveThem() {
    Case eight = Case.of("6.12/21b-eight-timeouts-abort-fails");
    // the error handler retries in the order in which commands failed: p.4 before p.2
    Observed other = eight.altered().landmarks(list -> {
      int first = list.indexOf(
          list.stream().filter(of("p.4", "scsi_queue_insert")).findFirst().orElseThrow());
      int second = list.indexOf(
          list.stream().filter(of("p.2", "scsi_queue_insert")).findFirst().orElseThrow());
      Collections.swap(list, first, second);
      Collections.swap(list, first + 1, second + 1);
    });
    assertThat(eight.rules(other)).containsExactly(2);
  }

  @Test
  void abortsInOrderOfTheScanAreNotTheKernels() {
    Case eight = Case.of("6.12/21-eight-timeouts-abort-ok");
    Observed other = eight.altered().landmarks(list -> {
      List<Landmark> scan =
          list.stream().filter(each -> each.name().equals("scsi_timeout")).toList();
      List<Landmark> reversed = new ArrayList<>(scan).reversed();
      int from = list.indexOf(scan.getFirst());
      for (int i = 0; i < scan.size(); i++) {
        list.set(from + i, reversed.get(i));
      }
    });
    assertThat(eight.rules(other)).containsExactly(11);
  }

  @Test
  void staggeredThreadsAreThemselves() {
    Case four = Case.of("6.12/21e-four-staggered-abort-ok");
    Observed other = four.perfect.renamed(io -> io.equals("p.2") ? "p.3"
        : io.equals("p.3") ? "p.2" : io);
    assertThat(four.rules(other)).contains(2);
  }

  @Test
  void whichOfTwoExpiredCommandsIsScannedFirstIsChance() {
    Case four = Case.of("6.12/21e-four-staggered-abort-ok");
    // p and p.1 expire in one scan: whichever comes first there is aborted last
    Observed other = four.altered().landmarks(list -> {
      exchange(list, of("p", "scsi_timeout"), of("p.1", "scsi_timeout"));
      for (String name : List.of("scmd_eh_abort_handler", "eh_abort_handler",
          "scsi_queue_insert", "block_rq_requeue")) {
        exchange(list, of("p", name), of("p.1", name));
      }
    });
    assertThat(four.compare(other)).isEmpty();
    Observed onlyTheAborts = four.altered().landmarks(list -> {
      for (String name : List.of("scmd_eh_abort_handler", "eh_abort_handler",
          "scsi_queue_insert", "block_rq_requeue")) {
        exchange(list, of("p", name), of("p.1", name));
      }
    });
    assertThat(four.rules(onlyTheAborts)).containsExactly(2);
  }

  private static void exchange(
      List<Landmark> list,
      java.util.function.Predicate<Landmark> one,
      java.util.function.Predicate<Landmark> other) {
    Landmark first = list.stream().filter(one).findFirst().orElseThrow();
    Landmark second = list.stream().filter(other).findFirst().orElseThrow();
    Collections.swap(list, list.indexOf(first), list.indexOf(second));
  }

  @Test
  void bystandersHaveNoIndexAndNoSequence() {
    Case two = Case.of("6.12/15c-two-luns-abort-ok-no-eh");
    Observed fewerSteps = two.altered().landmarks(list ->
        list.removeIf(each -> each.io().startsWith("lun1") && each.name().startsWith("scsi_")));
    assertThat(two.compare(fewerSteps)).isEmpty();
    Observed oneIoLess = two.altered().ios(
        two.perfect.ios().stream().filter(each -> !each.name().equals("lun1#15")).toList());
    assertThat(two.compare(oneIoLess)).isEmpty();
  }

  @Test
  void bystandersMayFailOnceMoreButNotTwice() {
    Case two = Case.of("6.12/15c-two-luns-abort-ok-no-eh");
    Observed once = two.altered().io("lun1#3", each -> Altered.told(each, -1, "EIO"));
    assertThat(two.compare(once)).isEmpty();
    Observed twice =
        new Altered(once).io("lun1#4", each -> Altered.told(each, -1, "EIO"));
    assertThat(two.rules(twice)).containsExactly(7);
  }

  @Test
  void theLongestLatencyOfBystandersIsCompared() {
    Case two = Case.of("6.12/15-two-luns-blast-radius");
    Optional<Observed.Io> longest = two.perfect.io("lun1#11");
    double recorded = longest.orElseThrow().latencyMillis().orElseThrow();
    double tolerance = longest.orElseThrow().tolerance().orElseThrow();
    // gap_ms is 450
    assertThat(two.rules(two.altered().io("lun1#11",
        each -> Altered.took(each, recorded + tolerance + 440)))).doesNotContain(9);
    assertThat(two.rules(two.altered().io("lun1#11",
        each -> Altered.took(each, recorded + tolerance + 460)))).contains(9);
  }

  @Test
  void linesAboutBystandersMayBeOneMore() {
    Case two = Case.of("6.12/15-two-luns-blast-radius");
    Observed.LogLine line =
        Altered.line("softirq", "sd 0:0:0:1: Power-on or device reset occurred");
    Observed once = two.altered().log(list -> list.add(0, line));
    assertThat(two.rules(once)).doesNotContain(8);
    assertThat(two.rules(new Altered(once).log(list -> list.add(0, line)))).contains(8);
  }

  @Test
  void aLoopThatTheRuntimeLimitEndsMayTurnMoreOften() {
    Case loop = Case.of("6.12/11c-not-ready-always-t1");
    // recorded: 376 dispatches, so 40 % is 150
    Observed more = loop.altered().io("r1", each -> Altered.counted(each, 526, 0, 526));
    assertThat(loop.rules(more)).doesNotContain(5);
    Observed tooMany = loop.altered().io("r1", each -> Altered.counted(each, 527, 0, 527));
    assertThat(loop.rules(tooMany)).contains(5);
  }

  @Test
  void theEndOfACutRecordingIsComparedBackwards() {
    Case loop = Case.of("6.12/11c-not-ready-always-t1");
    assertThat(loop.compare(loop.perfect)).isEmpty();
    Observed middle = loop.altered().landmarks(list -> list.addAll(200, list.subList(190, 200)));
    assertThat(loop.rules(middle)).doesNotContain(1);
    int size = loop.perfect.landmarks().size();
    Observed end = loop.altered().landmarks(list -> list.remove(size - 2));
    assertThat(loop.rules(end)).contains(1);
  }

  @Test
  void theHeaderOfSgIoIsCompared() {
    Case sg = Case.of("6.12/24-sgio-timeout");
    assertThat(sg.compare(sg.perfect)).isEmpty();
    Observed other = sg.altered().io("sg", each -> new Observed.Io(each.name(),
        each.startMillis(), each.latencyMillis(), each.ret(), each.errno(), each.dispatches(),
        each.timeouts(), each.maxRetryCounter(), each.tolerance(),
        Optional.of(new Observed.SgHeader(0, 5, 0, ""))));
    assertThat(sg.compare(other)).singleElement()
        .returns(7, Divergence::rule)
        .returns("status 0x00, host 0x03, driver 0x00, sense none", Divergence::expected);
  }

  @Test
  void aFileThatCouldNotBeOpenedMustNotOpen() {
    Case offline = Case.of("6.12/07c-every-reset-fails-offline");
    assertThat(offline.compare(offline.perfect)).isEmpty();
    Observed opens = offline.altered().io("r2-after", each -> new Observed.Io(each.name(),
        OptionalDouble.of(4300), OptionalDouble.of(5), each.ret(), "EIO", OptionalInt.of(0),
        OptionalInt.of(0), each.maxRetryCounter(), each.tolerance(), each.sg()));
    assertThat(offline.rules(opens)).containsExactly(7);
  }
}
