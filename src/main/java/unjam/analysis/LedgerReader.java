package unjam.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import unjam.analysis.LedgerTerm.Kind;
import unjam.projection.DeviceView;
import unjam.projection.EhStep;
import unjam.projection.HostBand;
import unjam.projection.IoOutcome;
import unjam.projection.Span;
import unjam.projection.Timeline;
import unjam.scsi.SdevState;
import unjam.scsi.TimerReturn;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/** Cuts an application's wait into the terms that it is the sum of. */
public final class LedgerReader {

  /** Shorter waits are nobody's timer, in nanoseconds. */
  private static final long TICK = 4_000_000;

  private final Timeline timeline;
  private final Trace trace;
  private final List<LedgerTerm> terms = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();
  private boolean busWasReset;
  private long until;
  private long end;
  private int attempt;

  /** From when on a layer above keeps the IO to itself. */
  private record Gate(Kind kind, long nanos) {}

  private LedgerReader(Timeline timeline) {
    this.timeline = timeline;
    trace = timeline.trace();
  }

  /** The ledger of an IO; empty if it never began or had no command. */
  public static Optional<Ledger> of(Timeline timeline, int io) {
    if (io < 0 || io >= timeline.ios().size()) {
      return Optional.empty();
    }
    IoOutcome outcome = timeline.ios().of(io);
    int[] commands =
        IntStream.range(0, timeline.trace().commands())
            .filter(each -> timeline.trace().ioOf(each) == io)
            .filter(each -> !timeline.spans().ofCommand(each).isEmpty())
            .toArray();
    if (outcome.startSeq() < 0 || commands.length == 0) {
      return Optional.empty();
    }
    LedgerReader reader = new LedgerReader(timeline);
    return Optional.of(reader.read(io, commands, outcome));
  }

  /** The IO whose application waited longest; empty if there is none. */
  public static Optional<Ledger> ofLongest(Timeline timeline) {
    long last = timeline.trace().endNanos();
    return timeline.ios().all().stream()
        .filter(each -> each.startSeq() >= 0 && !each.background())
        .max(Comparator.comparingLong(each -> (each.ended() ? each.end() : last) - each.start()))
        .flatMap(each -> of(timeline, each.io()));
  }

  private Ledger read(int io, int[] commands, IoOutcome outcome) {
    until = outcome.start();
    end = outcome.ended() ? outcome.end() : trace.endNanos();
    TreeMap<Integer, Long> askedAgain = askedAgain(io, outcome.startSeq());
    for (int i = 0; i < commands.length; i++) {
      Long next = i + 1 < commands.length ? askedAgain.get(commands[i + 1]) : null;
      if (next == null) {
        timeline.spans().ofCommand(commands[i]).forEach(this::span);
      } else {
        attempt++;
        add(Kind.ABOVE, next, -1);
      }
    }
    above(Kind.COMPLETION, end);
    return new Ledger(
        io, commands[commands.length - 1], outcome.start(), end, outcome.ended(), terms);
  }

  /** Commands that were sent because another one had not answered yet, with their instants. */
  private TreeMap<Integer, Long> askedAgain(int io, int from) {
    TreeMap<Integer, Long> found = new TreeMap<>();
    for (int seq = from; seq < trace.size() && trace.nanos(seq) <= end; seq++) {
      if (trace.fact(seq) instanceof AboveFact above && above.io() == io) {
        gate(seq, above);
      }
      if (trace.fact(seq) instanceof AboveFact.TrySent sent
          && sent.io() == io
          && (sent.why() == AboveFact.Why.HEDGE || sent.why() == AboveFact.Why.TIMEOUT)) {
        found.put(trace.cmd(seq), trace.nanos(seq));
      }
    }
    return found;
  }

  private void gate(int seq, AboveFact fact) {
    if (fact instanceof AboveFact.Held) {
      gates.add(new Gate(Kind.HELD, trace.nanos(seq)));
    } else if (fact instanceof AboveFact.WaitsAbove) {
      boolean write = trace.function(seq) == KernelFunction.MD_WRITE_START;
      gates.add(new Gate(write ? Kind.SUPERBLOCK : Kind.BARRIER, trace.nanos(seq)));
    }
  }

  /** No disk has the IO: a layer above may say why not. */
  private void above(Kind otherwise, long to) {
    Kind kind = otherwise;
    for (Gate gate : gates) {
      if (gate.nanos() >= until && gate.nanos() < to) {
        add(kind, gate.nanos(), -1);
        kind = gate.kind();
      }
    }
    add(kind, to, -1);
  }

  /** From the end of the last term to an instant; what comes before that is left out. */
  private void add(Kind kind, long to, long nominal) {
    long last = Math.min(to, end);
    if (last > until) {
      terms.add(new LedgerTerm(kind, until, last, nominal, attempt));
      until = last;
    }
  }

  private void span(Span span) {
    above(attempt == 0 ? Kind.WAITS : Kind.COMPLETION, span.start());
    switch (span.kind()) {
      case QUEUED, REQUEUED -> waits(span);
      case IN_FLIGHT -> inFlight(span);
      case COMPLETING -> add(Kind.COMPLETION, span.end(), -1);
      case TIMED_OUT -> abortDelay(span);
      case ABORTING -> add(Kind.ABORT, span.end(), taskManagement(span));
      case ON_EH_LIST -> recovery(span);
    }
  }

  /** Its own delay goes by, then the aborts before it (drivers/scsi/hosts.c: tmf_work_q). */
  private void abortDelay(Span span) {
    for (int seq = span.startSeq(); seq >= 0 && seq < span.endSeq(); seq++) {
      if (trace.cmd(seq) == span.command()
          && trace.fact(seq) instanceof TimeoutFact.AbortWorkQueued) {
        add(Kind.ABORT_DELAY, trace.nanos(seq), -1);
        add(Kind.ABORT_QUEUE, span.end(), -1);
      }
    }
    add(Kind.ABORT_DELAY, span.end(), -1);
  }

  /** While its path is shut nobody looks at it: the transport's own timer decides. */
  private void waits(Span span) {
    if (span.end() - until <= TICK) {
      add(Kind.WAITS, span.end(), -1);
      return;
    }
    boolean shut = false;
    long recovery = -1;
    int host = host(span);
    for (int seq = 0; seq < span.endSeq(); seq++) {
      Fact fact = trace.host(seq) == host ? trace.fact(seq) : null;
      if (fact instanceof IscsiFact.SessionBlocked blocked) {
        recovery = blocked.recoveryNanos();
      } else if (fact instanceof MachineFact.DeviceStateSet set && set.legal()
          && trace.device(seq) == span.device()) {
        boolean now = set.next() == SdevState.SDEV_BLOCK;
        if (now != shut) {
          long at = Math.min(trace.nanos(seq), span.end());
          add(shut ? Kind.SESSION : Kind.WAITS, at, shut ? recovery : -1);
        }
        shut = now;
      }
    }
    add(shut ? Kind.SESSION : Kind.WAITS, span.end(), shut ? recovery : -1);
  }

  /** An answer may come after the deadline and before anybody has looked. */
  private boolean timedOut(Span span) {
    int last = Math.min(span.endSeq(), trace.size() - 1);
    for (int seq = last; seq >= span.startSeq() && trace.nanos(seq) == span.end(); seq--) {
      if (trace.cmd(seq) == span.command() && trace.fact(seq) instanceof TimeoutFact) {
        return true;
      }
    }
    return span.endSeq() >= trace.size();
  }

  /** The clock runs from the start of the request, and again if the driver asks for more time. */
  private void inFlight(Span span) {
    attempt++;
    long deadline = -1;
    long timeout = -1;
    for (int seq = span.startSeq(); seq >= 0 && seq < span.endSeq(); seq++) {
      if (trace.cmd(seq) != span.command()) {
        continue;
      }
      if (trace.fact(seq) instanceof BlockFact.RequestStarted started) {
        deadline = started.deadline();
        timeout = started.timeoutNanos();
      } else if (trace.fact(seq) instanceof TimeoutFact.TimedOut out
          && out.answer() == TimerReturn.BLK_EH_RESET_TIMER && deadline >= 0) {
        add(Kind.TIMER, deadline, timeout);
        add(Kind.LATENESS, trace.nanos(seq), -1);
        deadline = trace.nanos(seq) + timeout;
      }
    }
    boolean rang = deadline >= 0 && span.end() > deadline && timedOut(span);
    add(rang ? Kind.TIMER : Kind.SERVICE, rang ? deadline : span.end(), rang ? timeout : -1);
    add(Kind.LATENESS, span.end(), -1);
  }

  private void recovery(Span span) {
    int host = host(span);
    for (HostBand band : timeline.spans().ofHost(host, span.start(), span.end())) {
      if (band.end() > until) {
        add(Kind.QUIET, Math.min(band.start(), span.end()), -1);
        if (isReset(band.step())) {
          session(band, Math.min(band.end(), span.end()));
        }
        if (isReset(band.step())) {
          busWasReset = band.step() == EhStep.BUS_RESET;
        }
        add(kind(band.step()), Math.min(band.end(), span.end()), nominal(band));
      }
    }
    add(Kind.QUIET, span.end(), -1);
  }

  /** How long the driver waits for the target's answer, if it says so. */
  private long taskManagement(Span span) {
    int host = host(span);
    for (int seq = span.startSeq(); seq >= 0 && seq < span.endSeq(); seq++) {
      if (trace.host(seq) == host && trace.fact(seq) instanceof IscsiFact.TmfSent sent) {
        return sent.timeoutNanos();
      }
    }
    return -1;
  }

  /** A driver whose session is down resets nothing: it waits for the session. */
  private void session(HostBand band, long to) {
    long recovery = -1;
    for (int seq = 0; seq < band.endSeq() && seq < trace.size(); seq++) {
      if (trace.host(seq) != band.host()) {
        continue;
      }
      if (trace.fact(seq) instanceof IscsiFact.SessionBlocked blocked) {
        recovery = blocked.recoveryNanos();
      } else if (trace.fact(seq) instanceof IscsiFact.SessionUnblocked) {
        recovery = -1;
      } else if (trace.fact(seq) instanceof IscsiFact.RecoveryTimedOut && recovery >= 0
          && trace.nanos(seq) > until) {
        add(Kind.SESSION, Math.min(trace.nanos(seq), to), recovery);
        recovery = -1;
      }
    }
    if (recovery >= 0) {
      add(Kind.SESSION, to, recovery);
    }
  }

  private int host(Span span) {
    return timeline.at(span.start()).device(span.device()).map(DeviceView::host).orElse(0);
  }

  private static boolean isReset(EhStep step) {
    return step == EhStep.LUN_RESET || step == EhStep.TARGET_RESET || step == EhStep.BUS_RESET
        || step == EhStep.HOST_RESET;
  }

  private Kind kind(EhStep step) {
    return switch (step) {
      case ASLEEP -> Kind.QUIET;
      case SENSE -> Kind.SENSE;
      case START_UNIT -> Kind.START_UNIT;
      case ABORT -> Kind.EH_ABORT;
      case LUN_RESET -> Kind.LUN_RESET;
      case TARGET_RESET -> Kind.TARGET_RESET;
      case BUS_RESET -> Kind.BUS_RESET;
      case HOST_RESET -> Kind.HOST_RESET;
      case TUR -> Kind.TUR;
      case SETTLING -> busWasReset ? Kind.BUS_SETTLING : Kind.SETTLING;
      case LINK_RESET -> Kind.LINK_RESET;
      case LINK_PAUSE -> Kind.LINK_PAUSE;
      case WOKEN, LADDER, AUTOPSY, REVALIDATE, DISABLED, OFFLINE, FLUSH, RESTART -> Kind.HANDLER;
    };
  }

  /** How long it may take as it is set: the handler's own commands and its pauses say so. */
  private long nominal(HostBand band) {
    for (int seq = band.startSeq(); seq < band.endSeq(); seq++) {
      Fact fact = trace.host(seq) == band.host() ? trace.fact(seq) : null;
      if (fact instanceof EhFact.EhCommandSent sent) {
        return sent.timeoutNanos();
      }
      if (fact instanceof IscsiFact.TmfSent sent) {
        return sent.timeoutNanos();
      }
      if (fact instanceof EhFact.LinkResetCalled reset) {
        return reset.nanos();
      }
      if (fact instanceof EhFact.Settling settling) {
        return settling.nanos();
      }
    }
    return -1;
  }
}
