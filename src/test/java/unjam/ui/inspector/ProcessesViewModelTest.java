package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.reading.ProcessLine.State;
import unjam.ui.Shows;

class ProcessesViewModelTest {

  private final ProcessesViewModel processes = new ProcessesViewModel();

  private void show(Frame frame, int selection) {
    processes.show(frame, selection, Shows.ENGLISH);
  }

  private ProcessRow row(String name) {
    return processes.rows().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoCannotBeKilledStandsFirstAndIsCounted() {
    show(Shows.onTheFirstRung(), -1);

    long inD = processes.rows().stream().filter(each -> each.letter() == State.D).count();
    assertThat(inD).isGreaterThanOrEqualTo(3);
    assertThat(processes.rows().stream().limit(inD)).allMatch(each -> each.letter() == State.D);
    assertThat(processes.titleProperty().get()).startsWith(inD + " are in D");
  }

  @Test
  void aReaderSaysWhatItWaitsForAndItsStackIsTheKernels() {
    Frame frame = Shows.silence();
    show(frame, -1);
    processes.choose(row("a"));

    assertThat(row("a").what()).isEqualTo("waits for its read on sda");
    assertThat(row("a").command()).isEqualTo(Shows.victim(frame).id());
    assertThat(processes.stackProperty().get()).startsWith("[<0>] io_schedule\n[<0>] ");
    assertThat(processes.stackTitleProperty().get()).startsWith("of a, in D for ");
  }

  @Test
  void theSelectedCommandsProcessIsChosen() {
    Frame frame = Shows.onTheFirstRung();
    show(frame, -1);
    show(frame, Shows.victim(frame).id());
    assertThat(row("a").chosen()).isTrue();
    show(frame, row("b").command());

    assertThat(row("b").chosen()).isTrue();
    assertThat(processes.rows().stream().filter(ProcessRow::chosen)).hasSize(1);
  }

  @Test
  void whoWasChosenStaysWhenItsCommandIsThenFollowed() {
    Frame frame = Shows.onTheFirstRung();
    show(frame, -1);
    ProcessRow thread = row("scsi_eh_0");
    processes.choose(thread);
    show(frame, thread.command());

    assertThat(row("scsi_eh_0").chosen()).isTrue();
    assertThat(processes.stackProperty().get()).contains("scsi_error_handler");
  }

  @Test
  void theErrorHandlerSleepsUntilItIsNeededAndThenLeadsToItsCommand() {
    show(Shows.at(0), -1);
    assertThat(row("scsi_eh_0").letter()).isEqualTo(State.S);
    assertThat(row("scsi_eh_0").command()).isEqualTo(-1);
    assertThat(processes.titleProperty().get()).isEqualTo("Nobody is in D.");

    Frame frame = Shows.at(Mark.Kind.LUN_RESET);
    show(frame, -1);
    assertThat(row("scsi_eh_0").command()).isEqualTo(Shows.victim(frame).id());
  }
}
