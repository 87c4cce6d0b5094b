package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.playback.Cursor;
import unjam.scenario.Intervention;
import unjam.scenario.Policy;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

class PolicyBoardTest {

  private static final Scope HOST = new Scope.Host(0);
  private static final Scope SDA = new Scope.Lun(new Hctl(0, 0, 0, 0));
  private static final When NOW = new When.At(SimTime.ofMillis(1_500));
  private static final List<Policy> SUPPLIED =
      Catalog.ofClassPath().policies().stream()
          .map(name -> Catalog.ofClassPath().policy(name).orElseThrow())
          .toList();

  private static PolicyBoard board(OpenRun run, Scope scope) {
    return PolicyBoard.of(run.frame(Cursor.at(run.trace(), 2_000_000_000L)).state(), scope);
  }

  private static Policy supplied(String name) {
    return SUPPLIED.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theOpeningSceneHasTheKernelsDefaults() {
    PolicyBoard board = board(Runs.opening(), HOST);

    assertThat(board.values(Knob.TIMEOUT)).isEqualTo(List.of("30"));
    assertThat(board.fitting(SUPPLIED)).contains(supplied("default"));
  }

  @Test
  void aBundleIsWrittenForEveryDiskAndOnceForTheHost() {
    PolicyBoard board = board(Runs.trouble(), HOST);

    List<Intervention> writes = board.apply(supplied("fail-fast"), NOW);

    assertThat(writes).hasSize(4 * 3 + 1);
    assertThat(writes)
        .contains(
            new Intervention.KnobWritten(NOW, Knob.TIMEOUT, SDA, "7"),
            new Intervention.KnobWritten(NOW, Knob.EH_DEADLINE, HOST, "10"));
  }

  @Test
  void whatWasWrittenIsThereAndIsRecognised() {
    Policy failFast = supplied("fail-fast");
    OpenRun run =
        Runs.run(Runs.trouble().scenario(), board(Runs.trouble(), HOST).apply(failFast, NOW));

    assertThat(board(run, HOST).fitting(SUPPLIED)).contains(failFast);
    Map<Knob, String> common = new EnumMap<>(failFast.settings());
    common.keySet().removeIf(each -> each.setting().isPresent());
    assertThat(common).hasSize(5);
    assertThat(board(run, HOST).bundle("mine", "").settings()).containsAllEntriesOf(common);
  }

  @Test
  void disksThatDifferHaveNoCommonValue() {
    OpenRun run =
        Runs.run(
            Runs.trouble().scenario(), board(Runs.trouble(), SDA).write(Knob.TIMEOUT, "9", NOW));

    assertThat(board(run, HOST).values(Knob.TIMEOUT)).isEqualTo(List.of("9", "3"));
    assertThat(board(run, HOST).value(Knob.TIMEOUT)).isEmpty();
    assertThat(board(run, SDA).value(Knob.TIMEOUT)).contains("9");
    assertThat(board(run, HOST).bundle("mine", "").settings()).doesNotContainKey(Knob.TIMEOUT);
  }

  @Test
  void ofSeveralBundlesTheOneThatSaysMostFits() {
    PolicyBoard board = board(Runs.trouble(), SDA);
    Policy little = new Policy("little", "", Map.of(Knob.TIMEOUT, "3"));
    Policy more = new Policy("more", "", Map.of(Knob.TIMEOUT, "3", Knob.EH_TIMEOUT, "3"));

    assertThat(board.fitting(List.of(little, more))).contains(more);
    assertThat(board.fitting(List.of(new Policy("other", "", Map.of(Knob.TIMEOUT, "4")))))
        .isEmpty();
  }
}
