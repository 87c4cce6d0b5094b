package unjam.reading;

import static unjam.reading.ProcessLine.Kind.ABORT_WORKER;
import static unjam.reading.ProcessLine.Kind.APPLICATION;
import static unjam.reading.ProcessLine.Kind.BLOCK_WORKER;
import static unjam.reading.ProcessLine.Kind.ERROR_HANDLER;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import unjam.projection.CommandView;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.reading.ProcessLine.State;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** Who waits, and in which kernel function: what {@code ps} and {@code /proc/PID/stack} show. */
public final class ProcessTable {

  private final String kernel;
  private final List<String> applications;

  private ProcessTable(String kernel, List<String> applications) {
    this.kernel = kernel;
    this.applications = applications;
  }

  /** Finds the processes that a trace knows: one for each thread of a stream. */
  public static ProcessTable of(Trace trace) {
    Set<String> names = new LinkedHashSet<>();
    trace.ioNames().forEach(name -> names.add(processOf(name)));
    return new ProcessTable(trace.header().kernel(), List.copyOf(names));
  }

  /** The process that issues an IO: its name without the number of its repetition. */
  public static String processOf(String ioName) {
    int hash = ioName.lastIndexOf('#');
    return hash < 0 ? ioName : ioName.substring(0, hash);
  }

  /**
   * All processes at an instant: applications first, then kernel threads by host, and the worker
   * that runs queues, and last the threads of the target machine, if there is one.
   *
   * @param runs whether the context that ran last still does
   */
  public List<ProcessLine> at(StackState state, boolean runs) {
    List<ProcessLine> lines = new ArrayList<>();
    Map<String, IoView> waiting = new TreeMap<>();
    state.ios().forEach(io -> waiting.put(processOf(io.name()), io));
    for (String name : applications) {
      IoView io = waiting.get(name);
      lines.add(io == null ? idle(name) : waiting(name, io));
    }
    for (HostView host : state.hosts()) {
      lines.add(errorHandler(host));
      abortWorker(state, host).ifPresent(lines::add);
    }
    lines.add(queueWorker(state, runs && state.context().equals(ExecContext.KBLOCKD)));
    lines.addAll(new TargetThreads(kernel).at(state.target()));
    return lines;
  }

  /** A worker says what it does behind a plus, and what it did last behind a minus. */
  private ProcessLine queueWorker(StackState state, boolean runs) {
    return runs
        ? new ProcessLine(
            "kworker/0:1H+kblockd", BLOCK_WORKER, State.R,
            List.of(state.function().nameIn(kernel)), -1, -1, -1)
        : new ProcessLine(
            "kworker/0:1H-kblockd", BLOCK_WORKER, State.I,
            List.of(WaitChannel.WORKER_THREAD.symbol()), -1, -1, -1);
  }

  private static ProcessLine idle(String name) {
    return new ProcessLine(
        name, APPLICATION, State.S, List.of(WaitChannel.CLOCK_NANOSLEEP.symbol()), -1, -1, -1);
  }

  private ProcessLine waiting(String name, IoView io) {
    return new ProcessLine(
        name, APPLICATION, State.D, stackOf(io), io.io(), -1, io.sinceNanos());
  }

  private List<String> stackOf(IoView io) {
    if (io.inOpen()) {
      return List.of(
          KernelFunction.SCSI_BLOCK_WHEN_PROCESSING_ERRORS.nameIn(kernel),
          KernelFunction.SD_OPEN.nameIn(kernel), WaitChannel.DO_SYS_OPENAT2.symbol());
    }
    List<String> above = io.above().map(in -> stackAbove(io, in)).orElse(List.of());
    if (!above.isEmpty()) {
      return above;
    }
    boolean flush = io.op().filter(op -> op == IoOp.FSYNC).isPresent();
    if (flush) {
      return symbols(
          WaitChannel.IO_SCHEDULE, WaitChannel.SUBMIT_BIO_WAIT, WaitChannel.BLKDEV_ISSUE_FLUSH,
          WaitChannel.BLKDEV_FSYNC);
    }
    return switch (io.mode().orElse(IoMode.DIRECT)) {
      case DIRECT ->
          symbols(
              WaitChannel.IO_SCHEDULE, WaitChannel.BLK_IO_SCHEDULE,
              WaitChannel.BLKDEV_DIRECT_IO);
      case BUFFERED, READAHEAD ->
          symbols(
              WaitChannel.IO_SCHEDULE,
              kernel.equals("5.10")
                  ? WaitChannel.WAIT_ON_PAGE_BIT_COMMON
                  : WaitChannel.FOLIO_WAIT_BIT_COMMON,
              WaitChannel.FILEMAP_READ);
      case SG_IO -> {
        List<String> stack = new ArrayList<>(symbols(WaitChannel.WAIT_FOR_COMPLETION_IO));
        stack.add(KernelFunction.BLK_EXECUTE_RQ.nameIn(kernel));
        stack.add(WaitChannel.SG_IO.symbol());
        yield stack;
      }
    };
  }

  /**
   * Where a layer above disks makes its application wait otherwise than the block layer would: at
   * an array's barrier (drivers/md/raid1.c: wait_barrier, drivers/md/md.c: md_write_start), or in a
   * file system (fs/iomap/direct-io.c: __iomap_dio_rw, fs/jbd2/journal.c: jbd2_log_wait_commit).
   * A store's thread reads its copy like any other process.
   */
  private List<String> stackAbove(IoView io, KernelFunction in) {
    return switch (in) {
      case WAIT_BARRIER, MD_WRITE_START -> atTheArray(io, in);
      case EXT4_DIO_READ_ITER, EXT4_DIO_WRITE_ITER -> {
        List<String> stack =
            symbols(
                WaitChannel.IO_SCHEDULE, WaitChannel.BLK_IO_SCHEDULE, WaitChannel.IOMAP_DIO_RW);
        stack.add(in.nameIn(kernel));
        stack.addAll(CallersAbove.of(in, ExecContext.USER));
        yield stack;
      }
      case JBD2_JOURNAL_COMMIT_TRANSACTION ->
          symbols(
              WaitChannel.SCHEDULE, WaitChannel.JBD2_LOG_WAIT_COMMIT,
              WaitChannel.EXT4_SYNC_FILE);
      default -> List.of();
    };
  }

  private List<String> atTheArray(IoView io, KernelFunction in) {
    List<String> stack = symbols(WaitChannel.SCHEDULE);
    if (in == KernelFunction.MD_WRITE_START) {
      stack.add(in.nameIn(kernel));
    } else if (io.op().filter(op -> op == IoOp.WRITE).isPresent()) {
      stack.add(in.nameIn(kernel));
      stack.add(KernelFunction.RAID1_WRITE_REQUEST.nameIn(kernel));
    } else {
      stack.add(WaitChannel.WAIT_READ_BARRIER.symbol());
      stack.add(KernelFunction.RAID1_READ_REQUEST.nameIn(kernel));
    }
    stack.addAll(CallersAbove.of(in, ExecContext.USER));
    stack.add(WaitChannel.BLKDEV_DIRECT_IO.symbol());
    return stack;
  }

  private static List<String> symbols(WaitChannel... channels) {
    List<String> symbols = new ArrayList<>();
    for (WaitChannel channel : channels) {
      symbols.add(channel.symbol());
    }
    return symbols;
  }

  private ProcessLine errorHandler(HostView host) {
    EhView eh = host.eh();
    State letter =
        switch (eh.step()) {
          case ASLEEP -> State.S;
          case TUR, START_UNIT, SETTLING -> State.D;
          case SENSE -> eh.calls().isEmpty() ? State.R : State.D;
          case WOKEN, LADDER, AUTOPSY, DISABLED, OFFLINE, FLUSH, RESTART -> State.R;
          case LINK_RESET, LINK_PAUSE, REVALIDATE, ABORT, LUN_RESET, TARGET_RESET, BUS_RESET,
              HOST_RESET -> State.D;
        };
    return new ProcessLine(
        "scsi_eh_" + host.number(), ERROR_HANDLER, letter,
        EhStack.of(eh, kernel, host.strategy()), -1,
        host.number(), eh.sinceNanos());
  }

  /** The host's abort worker, as long as there is something for it to do. */
  private Optional<ProcessLine> abortWorker(StackState state, HostView host) {
    Optional<CommandView> aborting = state.aborting(host.number());
    boolean waits = !state.waitingForAbort(host.number()).isEmpty();
    if (aborting.isEmpty() && !waits) {
      return Optional.empty();
    }
    List<String> stack =
        aborting.isPresent()
            ? List.of(
                KernelFunction.EH_ABORT_HANDLER.nameIn(kernel),
                KernelFunction.SCMD_EH_ABORT_HANDLER.nameIn(kernel))
            : List.of(WaitChannel.WORKER_THREAD.symbol());
    return Optional.of(
        new ProcessLine(
            "kworker/u4:1" + (aborting.isPresent() ? "+" : "-") + "scsi_tmf_" + host.number(),
            ABORT_WORKER,
            aborting.isPresent() ? State.D : State.I, stack, -1, host.number(),
            aborting.map(CommandView::sinceNanos).orElse(-1L)));
  }
}
