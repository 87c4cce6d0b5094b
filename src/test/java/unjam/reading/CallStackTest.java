package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

class CallStackTest {

  private static final OpenRun RUN = Runs.trouble();
  private static final Trace TRACE = RUN.trace();

  private static int first(KernelFunction function) {
    int at = 0;
    while (TRACE.function(at) != function) {
      at++;
    }
    return at;
  }

  @Test
  void onTheWayDownTheCallersAreThoseOfTheKernel() {
    assertThat(CallStack.at(TRACE, first(KernelFunction.SCSI_DISPATCH_CMD)))
        .containsExactly("scsi_dispatch_cmd", "scsi_queue_rq", "blk_mq_submit_bio");
    assertThat(CallStack.at(TRACE, first(KernelFunction.SD_INIT_COMMAND)))
        .containsExactly(
            "sd_init_command", "scsi_prepare_cmd", "scsi_queue_rq", "blk_mq_submit_bio");
  }

  /** sd_done and scsi_decide_disposition have returned by then: they are in no stack. */
  @Test
  void whatHasReturnedIsNotThere() {
    assertThat(CallStack.at(TRACE, first(KernelFunction.BIO_ENDIO)))
        .containsExactly(
            "bio_endio", "blk_update_request", "scsi_end_request", "scsi_io_completion",
            "scsi_finish_command", "scsi_complete", "blk_done_softirq");
    int decided = first(KernelFunction.SCSI_DECIDE_DISPOSITION) + 1;
    assertThat(TRACE.fact(decided)).isInstanceOf(CallFact.Returned.class);
    assertThat(CallStack.at(TRACE, decided)).containsExactly("scsi_complete", "blk_done_softirq");
  }

  @Test
  void theDriversOwnFunctionsLeadToScsiDone() {
    assertThat(CallStack.at(TRACE, first(KernelFunction.SCSI_DONE)))
        .containsExactly(
            "scsi_done", "_scsih_io_done", "_base_process_reply_queue", "_base_interrupt");
  }

  /** drivers/scsi/lpfc/lpfc_sli.c: lpfc_sli4_hba_intr_handler. */
  @Test
  void anFcAdaptersAnswerBeginsWithItsInterrupt() {
    Trace fc =
        SimulationService.openNow(Catalog.ofClassPath(), "fc-port-back-in-time")
            .orElseThrow()
            .trace();
    int done = 0;
    while (fc.function(done) != KernelFunction.SCSI_DONE) {
      done++;
    }

    assertThat(CallStack.at(fc, done))
        .containsExactly(
            "scsi_done", "lpfc_fcp_io_cmd_wqe_cmpl", "lpfc_sli4_fp_handle_cqe",
            "lpfc_sli4_hba_intr_handler");
  }

  @Test
  void theErrorHandlersThreadAsksFromItsLadder() {
    assertThat(CallStack.at(TRACE, first(KernelFunction.SCSI_SEND_EH_CMND)))
        .startsWith("scsi_send_eh_cmnd", "scsi_eh_tur")
        .endsWith("scsi_eh_ready_devs", "scsi_unjam_host", "scsi_error_handler");
    assertThat(CallStack.at(TRACE, first(KernelFunction.EH_DEVICE_RESET_HANDLER)))
        .containsExactly(
            "eh_device_reset_handler", "scsi_eh_bus_device_reset", "scsi_eh_ready_devs",
            "scsi_unjam_host", "scsi_error_handler");
  }

  @Test
  void aTimeoutIsFoundByTheQueuesWorker() {
    assertThat(CallStack.at(TRACE, first(KernelFunction.SCSI_ABORT_COMMAND)))
        .startsWith("scsi_abort_command", "scsi_timeout")
        .endsWith("blk_mq_timeout_work");
  }

  /** The worker that asks for a request again takes it from the list, and puts it back there. */
  @Test
  void whoIsTurnedAwayGoesBackToTheList() {
    int refused = first(KernelFunction.SCSI_QUEUE_RQ);
    while (TRACE.context(refused).kind() != ExecContext.Kind.KBLOCKD
        || !(TRACE.fact(refused) instanceof BlockFact.Requeued back && back.refused())) {
      refused++;
    }

    assertThat(CallStack.at(TRACE, refused))
        .containsExactly("blk_mq_requeue_request", "blk_mq_dispatch_rq_list");
  }

  @Test
  void everyEventHasAStackThatEnds() {
    for (int seq = 0; seq < TRACE.size(); seq++) {
      assertThat(CallStack.at(TRACE, seq)).hasSizeLessThan(12).doesNotHaveDuplicates();
    }
  }
}
