package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.reading.ProcessLine.State;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** Who waits above the disks, and where: md, dm, ext4 and a store. */
class ProcessesAboveTest {

  private static OpenRun run(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private static int first(Trace trace, KernelFunction function) {
    int at = 0;
    while (trace.function(at) != function) {
      at++;
    }
    return at;
  }

  /** How a process waits right after something has happened for the first time. */
  private static ProcessLine at(OpenRun run, KernelFunction function, String name) {
    long nanos = run.trace().nanos(first(run.trace(), function));
    return ProcessTable.of(run.trace()).at(run.timeline().at(nanos), true).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> stack(OpenRun run, KernelFunction function) {
    return CallStack.at(run.trace(), first(run.trace(), function));
  }

  /** drivers/md/raid1.c: freeze_array, wait_read_barrier; drivers/md/md.c: md_submit_bio. */
  @Test
  void whoComesToAFrozenArrayWaitsAtItsBarrierAndCannotBeKilled() {
    ProcessLine app = at(run("raid1-patient"), KernelFunction.WAIT_BARRIER, "app");

    assertThat(app.state()).isEqualTo(State.D);
    assertThat(app.stack())
        .containsExactly(
            "schedule", "wait_read_barrier", "raid1_read_request", "raid1_make_request",
            "md_handle_request", "md_submit_bio", "blkdev_direct_IO");
  }

  /** drivers/md/raid1.c: wait_barrier stands in raid1_write_request. */
  @Test
  void aWriterWaitsAtTheBarrierOfWrites() {
    OpenRun run = run("raid1-patient");
    long nanos = run.trace().nanos(first(run.trace(), KernelFunction.FREEZE_ARRAY));
    List<ProcessLine> waiting = new ArrayList<>();
    for (int second = 1; second <= 6; second++) {
      ProcessTable.of(run.trace())
          .at(run.timeline().at(nanos + second * 1_000_000_000L), true).stream()
          .filter(each -> each.name().equals("log") && each.state() == State.D)
          .forEach(waiting::add);
    }

    assertThat(waiting)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.stack())
                    .startsWith("schedule", "wait_barrier", "raid1_write_request"));
  }

  /** A store reads its copies with threads that block (block/fops.c: blkdev_direct_IO). */
  @Test
  void aReaderOfAStoreWaitsLikeAnyOtherProcessAndOnlyUntilSomeCopyAnswers() {
    OpenRun run = run("replicated-hedged");
    ProcessLine get = at(run, KernelFunction.STORE_ASKS, "get");

    assertThat(get.state()).isEqualTo(State.D);
    assertThat(get.stack()).containsExactly("io_schedule", "blk_io_schedule", "blkdev_direct_IO");
    assertThat(at(run, KernelFunction.IO_END, "get").state()).isEqualTo(State.S);
  }

  /** fs/iomap/direct-io.c: __iomap_dio_rw; fs/jbd2/journal.c: jbd2_log_wait_commit. */
  @Test
  void filesAreReadAndWrittenBelowTheFileSystem() {
    OpenRun run = run("readonly-remount");

    assertThat(at(run, KernelFunction.EXT4_DIO_WRITE_ITER, "db").stack())
        .containsExactly(
            "io_schedule", "blk_io_schedule", "__iomap_dio_rw", "ext4_dio_write_iter",
            "ext4_file_write_iter");
    assertThat(at(run, KernelFunction.JBD2_JOURNAL_COMMIT_TRANSACTION, "sync").stack())
        .containsExactly("schedule", "jbd2_log_wait_commit", "ext4_sync_file");
  }

  /** The array's thread repairs and asks again; applications come through md_submit_bio. */
  @Test
  void requestsOfAnArrayComeFromWhoReadsAndFromTheArraysThread() {
    OpenRun run = run("raid1-patient");

    assertThat(stack(run, KernelFunction.RAID1_READ_REQUEST))
        .containsExactly(
            "raid1_read_request", "raid1_make_request", "md_handle_request", "md_submit_bio");
    assertThat(stack(run, KernelFunction.RAID1_END_READ_REQUEST))
        .startsWith("raid1_end_read_request", "bio_endio", "blk_update_request");
    assertThat(stack(run, KernelFunction.FIX_READ_ERROR))
        .containsExactly("fix_read_error", "handle_read_error", "raid1d", "md_thread");
  }

  /** drivers/md/md.c: md_update_sb, called by raid1d through md_check_recovery. */
  @Test
  void theSuperblockIsWrittenByTheArraysThread() {
    OpenRun run = run("raid1-failfast");

    assertThat(stack(run, KernelFunction.MD_SUPER_WRITE))
        .containsExactly(
            "md_super_write", "md_update_sb", "md_check_recovery", "raid1d", "md_thread");
    assertThat(stack(run, KernelFunction.SUPER_WRITTEN)).startsWith("super_written", "bio_endio");
  }

  /** drivers/md/dm-rq.c: dm_mq_queue_rq, dm_softirq_done; fs/jbd2/journal.c: kjournald2. */
  @Test
  void multipathAndTheJournalHaveCallersOfTheirOwn() {
    OpenRun paths = run("multipath-two-paths");

    assertThat(stack(paths, KernelFunction.MULTIPATH_CLONE_AND_MAP))
        .containsExactly("multipath_clone_and_map", "map_request", "dm_mq_queue_rq");
    assertThat(stack(paths, KernelFunction.MULTIPATH_END_IO))
        .containsExactly("multipath_end_io", "dm_done", "dm_softirq_done");
    assertThat(stack(run("readonly-remount"), KernelFunction.JBD2_JOURNAL_COMMIT_TRANSACTION))
        .containsExactly("jbd2_journal_commit_transaction", "kjournald2");
  }

  /** As for a plain disk: no stack of these stories runs in a circle. */
  @Test
  void everyStackEnds() {
    for (String each :
        List.of("raid1-failfast", "multipath-two-paths", "readonly-remount")) {
      Trace trace = run(each).trace();
      for (int seq = 0; seq < trace.size(); seq++) {
        assertThat(CallStack.at(trace, seq)).hasSizeLessThan(16).doesNotHaveDuplicates();
      }
    }
  }
}
