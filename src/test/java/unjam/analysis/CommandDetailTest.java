package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.analysis.CommandDetail.SetBy;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.projection.CommandView;
import unjam.projection.StackState;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.trace.BlockFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

class CommandDetailTest {

  private static final OpenRun RUN = Runs.trouble();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private static CommandDetail after(OpenRun run, int command, int seq) {
    StackState state = run.timeline().after(seq);
    CommandView view = state.command(command).orElseThrow();
    return CommandDetail.of(
        run.trace(), run.commands(), view, state.host(view.host()).orElseThrow().eh(), seq);
  }

  private static int seqOf(OpenRun run, KernelFunction function, int command) {
    int at = run.commands().seq(command, 0);
    while (run.trace().function(at) != function || run.trace().cmd(at) != command) {
      at++;
    }
    return at;
  }

  @Test
  void theVerdictIsDecidedAndThenIsThere() {
    int asked = seqOf(RUN, KernelFunction.SCSI_DECIDE_DISPOSITION, 0);

    assertThat(after(RUN, 0, asked - 1).verdict()).isEmpty();
    assertThat(after(RUN, 0, asked).deciding()).isTrue();
    assertThat(after(RUN, 0, asked + 1).deciding()).isFalse();
    assertThat(after(RUN, 0, asked + 1).verdict()).contains(Disposition.SUCCESS);
    assertThat(after(RUN, 0, asked).hostByte()).contains(HostByte.DID_OK);
  }

  @Test
  void aTimeoutWithoutAnAbortLeftSetsTheHostByte() {
    OpenRun run =
        Runs.run(
            """
            name: twice
            title: The abort works, the second time the host stops
            kernel: "6.12"
            seed: 1
            until: 60s
            machine:
              hosts:
                - driver: mpt3sas
                  disks:
                    - {at: 0:0:0:0, name: sda, timeout: 3s, eh_timeout: 3s}
            workload:
              - {label: a, device: 0:0:0:0, op: read, length: 4KiB}
            faults:
              - {id: silent, on: 0:0:0:0, mute: {}}
            """);
    int first = seqOf(run, KernelFunction.SCSI_TIMEOUT, 0);
    int requeued = seqOf(run, KernelFunction.SCSI_QUEUE_INSERT, 0);
    int added = seqOf(run, KernelFunction.SCSI_EH_SCMD_ADD, 0);

    assertThat(after(run, 0, first).hostByte()).isEmpty();
    assertThat(after(run, 0, requeued - 1).setBy()).isEqualTo(SetBy.ABORT_THAT_WORKED);
    assertThat(after(run, 0, requeued).setBy()).isEqualTo(SetBy.NOBODY);
    assertThat(after(run, 0, added).setBy()).isEqualTo(SetBy.TIMEOUT);
    assertThat(after(run, 0, added).hostByte()).contains(HostByte.DID_TIME_OUT);
  }

  @Test
  void theErrorHandlerBorrowsTheCommandForItsQuestion() {
    int asked = seqOf(RUN, KernelFunction.SCSI_SEND_EH_CMND, VICTIM);

    assertThat(after(RUN, VICTIM, asked - 1).borrowed()).isEmpty();
    assertThat(after(RUN, VICTIM, asked).borrowed()).contains(Cdb.TEST_UNIT_READY);
  }

  @Test
  void theRuntimeLimitIsAllTriesTogether() {
    StackState state = RUN.timeline().at(50_000);

    assertThat(CommandDetail.runtimeLimit(state.command(0).orElseThrow()))
        .isEqualTo(6 * 3_000_000_000L);
  }

  @Test
  void aLifeHasItsEndAndItsStatus() {
    Trace trace = RUN.trace();
    CommandLife life = CommandLife.of(trace, RUN.commands(), 0).orElseThrow();

    assertThat(life.status()).isPresent();
    assertThat(trace.fact(life.endSeq())).isInstanceOf(BlockFact.RequestEnded.class);
    assertThat(life.begunAt(life.bornSeq() - 1)).isFalse();
    assertThat(life.overAt(life.endSeq())).isTrue();
    assertThat(CommandLife.of(trace, RUN.commands(), trace.commands()))
        .isEqualTo(Optional.empty());
  }
}
