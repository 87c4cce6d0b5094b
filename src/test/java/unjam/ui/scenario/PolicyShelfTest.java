package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.scenario.Policy;
import unjam.scsi.Knob;

class PolicyShelfTest {

  private static final Policy MINE =
      new Policy(
          "night-shift", "Kept at 20 s: \"patient\"",
          Map.of(Knob.TIMEOUT, "90", Knob.MAX_RETRIES, "-1", Knob.EH_DEADLINE, "off"));

  private final List<Action> answers = new ArrayList<>();

  @TempDir private Path folder;

  private PolicyShelf shelf() {
    return new PolicyShelf(folder, Runnable::run, answers::add);
  }

  @Test
  void whatIsKeptIsThereAtTheNextStart() {
    shelf().perform(new Effect.KeepPolicy(MINE));
    answers.clear();
    shelf().look();

    assertThat(answers).isEqualTo(List.of(new Action.PoliciesKept(List.of(MINE))));
    assertThat(folder.resolve("policies/night-shift.yaml")).isRegularFile();
  }

  @Test
  void keptAgainUnderTheSameNameItIsReplaced() {
    Policy other = new Policy("night-shift", "other", Map.of(Knob.TIMEOUT, "5"));
    shelf().perform(new Effect.KeepPolicy(MINE));
    shelf().perform(new Effect.KeepPolicy(other));

    assertThat(answers.getLast()).isEqualTo(new Action.PoliciesKept(List.of(other)));
  }

  @Test
  void aFileThatIsWrongIsComplainedAboutAndTheOthersAreThere() throws IOException {
    shelf().perform(new Effect.KeepPolicy(MINE));
    Files.writeString(
        folder.resolve("policies/broken.yaml"),
        "name: broken\ntitle: b\nknobs: {device/timeout: soon}\n");
    answers.clear();
    shelf().look();

    assertThat(answers.getFirst()).isEqualTo(new Action.PoliciesKept(List.of(MINE)));
    assertThat(answers.getLast())
        .isInstanceOfSatisfying(
            Action.Complain.class,
            complain ->
                assertThat(complain.problems().getFirst().text())
                    .contains("broken.yaml:3")
                    .contains("whole seconds"));
  }

  @Test
  void nothingKeptIsNoProblem() {
    shelf().look();

    assertThat(answers).isEqualTo(List.of(new Action.PoliciesKept(List.of())));
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("policies"), "a file where the folder should be");
    shelf().perform(new Effect.KeepPolicy(MINE));

    assertThat(answers).singleElement().isInstanceOf(Action.Complain.class);
  }
}
