package unjam.projection;

import java.util.Optional;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.ScsiResult;
import unjam.trace.BlockFact.Gate;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.TraceEvent;

/** A {@link CommandView} that can be changed while a state is being folded. */
final class CommandCell {
  final int id;
  final int io;
  int device;
  int host;
  IoOp op = IoOp.READ;
  long sector;
  int bytes;
  FailFast failFast = FailFast.NONE;
  boolean passthrough;
  boolean admin;
  Optional<Cdb> cdb = Optional.empty();
  int tag = -1;
  Station station = Station.SCHEDULER;
  CommandState base = CommandState.QUEUED;
  boolean inFlight;
  boolean abortTried;
  int retries;
  int allowed;
  long timeout;
  long startedNanos = -1;
  long deadline = -1;
  int dispatches;
  int timeouts;
  Optional<ScsiResult> result = Optional.empty();
  Optional<BlkStatus> status = Optional.empty();
  Optional<Gate> heldBy = Optional.empty();
  KernelFunction function;
  ExecContext context;
  final long bornNanos;
  long sinceNanos;
  int sinceSeq;
  int lastSeq;

  /** A command that is seen for the first time. */
  CommandCell(TraceEvent first, int io, int host) {
    id = first.cmd();
    this.io = io;
    device = first.device();
    this.host = host;
    function = first.function();
    context = first.context();
    bornNanos = first.nanos();
    sinceNanos = first.nanos();
    sinceSeq = first.seq();
    lastSeq = first.seq();
  }

  CommandCell(CommandView view) {
    id = view.id();
    io = view.io();
    device = view.device();
    host = view.host();
    op = view.op();
    sector = view.sector();
    bytes = view.bytes();
    failFast = view.failFast();
    passthrough = view.passthrough();
    admin = view.admin();
    cdb = view.cdb();
    tag = view.tag();
    station = view.station();
    base = view.base();
    inFlight = view.inFlight();
    abortTried = view.abortTried();
    retries = view.retries();
    allowed = view.allowed();
    timeout = view.timeout();
    startedNanos = view.startedNanos();
    deadline = view.deadline();
    dispatches = view.dispatches();
    timeouts = view.timeouts();
    result = view.result();
    status = view.status();
    heldBy = view.heldBy();
    function = view.function();
    context = view.context();
    bornNanos = view.bornNanos();
    sinceNanos = view.sinceNanos();
    sinceSeq = view.sinceSeq();
    lastSeq = view.lastSeq();
  }

  CommandView view() {
    return new CommandView(
        id, io, device, host, op, sector, bytes, failFast, passthrough, admin, cdb, tag, station,
        base, inFlight, abortTried, retries, allowed, timeout, startedNanos, deadline, dispatches,
        timeouts, result, status, heldBy, function, context, bornNanos, sinceNanos, sinceSeq,
        lastSeq);
  }

  void moveTo(Station next, TraceEvent because) {
    if (next != station) {
      station = next;
      sinceNanos = because.nanos();
      sinceSeq = because.seq();
    }
  }

  void moveTo(Station next, CommandState state, TraceEvent because) {
    base = state;
    moveTo(next, because);
  }

  void stopTimer() {
    deadline = -1;
  }
}
