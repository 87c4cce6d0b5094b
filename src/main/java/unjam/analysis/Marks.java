package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Mark.Kind;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.Opcode;
import unjam.scsi.Readiness;
import unjam.scsi.SdevState;
import unjam.trace.AboveFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** The decisive instants of a trace, in order. A burst of equal ones counts as its first. */
public final class Marks {

  /** Marks of one kind about one thing that follow each other within this are one burst. */
  private static final long BURST_NANOS = 1_000_000_000L;

  private final Trace trace;
  private final List<Mark> marks = new ArrayList<>();
  private final TreeMap<String, Long> last = new TreeMap<>();
  private final TreeSet<Integer> askedAgain = new TreeSet<>();
  private final TreeMap<Integer, String> disks = new TreeMap<>();
  private final TreeMap<Integer, String> answers = new TreeMap<>();

  private Marks(Trace trace) {
    this.trace = trace;
  }

  public static List<Mark> of(Trace trace) {
    Marks marks = new Marks(trace);
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof CallFact.Returned(var call, var value)
          && trace.fact(call) instanceof EhFact) {
        marks.answers.put(call, value.text());
      }
    }
    for (int seq = 0; seq < trace.size(); seq++) {
      marks.see(trace.event(seq));
    }
    return List.copyOf(marks.marks);
  }

  private void see(TraceEvent event) {
    Fact fact = event.fact();
    if (fact instanceof MachineFact machine) {
      machine(event, machine);
    } else if (fact instanceof TimeoutFact.TimedOut) {
      mark(event, Kind.TIMEOUT, disk(event));
    } else if (fact instanceof EhFact eh) {
      recovery(event, eh);
    } else if (fact instanceof AboveFact above) {
      above(event, above);
    } else if (fact instanceof IoFact.IoEnded end && end.errno() != Errno.OK) {
      mark(event, Kind.ERROR_TOLD, trace.ioNames().get(end.io()), end.errno().name());
    } else if (fact instanceof IoFact.OpenFailed failed) {
      mark(event, Kind.ERROR_TOLD, trace.ioNames().get(failed.io()), failed.errno().name());
    } else if (fact instanceof CallFact.Returned returned
        && event.function() == KernelFunction.SCSI_EH_TUR
        && returned.value() == Readiness.NOT_READY) {
      mark(event, Kind.NOT_READY, disk(event));
    }
  }

  private void above(TraceEvent event, AboveFact fact) {
    if (fact instanceof AboveFact.MarkedDown down) {
      mark(event, Kind.MARKED_DOWN, disk(event), down.layer());
      return;
    }
    if (fact instanceof AboveFact.RemountedReadOnly readOnly) {
      mark(event, Kind.READ_ONLY, readOnly.layer(), disk(event), readOnly.read().name());
    } else if (fact instanceof AboveFact.Reinstated back) {
      mark(event, Kind.REINSTATED, disk(event), back.layer());
    } else if (fact instanceof AboveFact.Held held) {
      mark(event, Kind.HELD, trace.ioNames().get(held.io()));
    } else if (fact instanceof AboveFact.ArrayFrozen frozen) {
      mark(event, Kind.ARRAY_FROZEN, disk(event), frozen.layer());
    } else if (fact instanceof AboveFact.ArrayThawed thawed) {
      mark(event, Kind.ARRAY_THAWED, thawed.layer());
    }
    String io = fact.io() < 0 ? "" : trace.ioNames().get(fact.io());
    if (fact instanceof AboveFact.TryGivenUp) {
      mark(event, Kind.GIVEN_UP, io, disk(event));
    } else if (fact instanceof AboveFact.TrySent sent && sent.buffer() > 1) {
      askedAgain.add(fact.io());
    } else if (fact instanceof AboveFact.ServedElsewhere
        && askedAgain.contains(fact.io())) {
      mark(event, Kind.ELSEWHERE, io, disk(event));
    } else if (fact instanceof AboveFact.CameLate) {
      mark(event, Kind.CAME_LATE, io, disk(event));
    }
  }

  private void machine(TraceEvent event, MachineFact fact) {
    switch (fact) {
      case MachineFact.DeviceAdded added -> disks.put(event.device(), added.disk());
      case MachineFact.FaultBegan began ->
          mark(event, Kind.FAULT_BEGAN, began.id(), began.kind(), began.scope());
      case MachineFact.FaultEnded ended ->
          mark(event, Kind.FAULT_ENDED, ended.id(), ended.why());
      case MachineFact.KnobSet set -> {
        if (event.function() == KernelFunction.SYSFS_WRITE) {
          mark(
              event, Kind.KNOB_SET, set.knob().shortName(), set.scope().toString(), set.value());
        }
      }
      case MachineFact.HostStateSet set -> {
        if (set.next().inRecovery()) {
          mark(event, Kind.HOST_STOPPED, host(event));
        }
      }
      case MachineFact.DeviceStateSet set -> {
        if (set.legal() && set.next() == SdevState.SDEV_OFFLINE && set.old() != set.next()) {
          mark(event, Kind.OFFLINE, disk(event));
        }
      }
      case MachineFact.HostAdded added -> { }
      case MachineFact.KnobRefused refused -> { }
      case MachineFact.TransportStateSet set -> { }
      case MachineFact.Printed printed -> { }
    }
  }

  private void recovery(TraceEvent event, EhFact fact) {
    if (fact instanceof EhFact.EhWoken woken) {
      mark(event, Kind.EH_WOKEN, host(event), Integer.toString(woken.hostFailed()));
    } else if (fact instanceof EhFact.HostQueuesRan) {
      mark(event, Kind.RESTART, host(event));
    } else if (fact instanceof EhFact.EhCommandSent sent
        && sent.cdb().opcode() == Opcode.START_STOP) {
      mark(event, Kind.START_UNIT, disk(event), answer(event));
    } else if (fact instanceof EhFact.HookCalled called) {
      hook(event, called.hook());
    }
  }

  private void hook(TraceEvent event, EhHook hook) {
    Kind kind =
        switch (hook) {
          case EH_ABORT_HANDLER -> Kind.ABORT;
          case EH_DEVICE_RESET_HANDLER -> Kind.LUN_RESET;
          case EH_TARGET_RESET_HANDLER -> Kind.TARGET_RESET;
          case EH_BUS_RESET_HANDLER -> Kind.BUS_RESET;
          case EH_HOST_RESET_HANDLER -> Kind.HOST_RESET;
        };
    boolean ownCommand =
        kind == Kind.ABORT && event.context().kind() == ExecContext.Kind.SCSI_EH;
    if (!ownCommand) {
      mark(event, kind, disk(event), answer(event));
    }
  }

  private String disk(TraceEvent event) {
    return disks.getOrDefault(event.device(), "");
  }

  private static String host(TraceEvent event) {
    return "host" + event.host();
  }

  private String answer(TraceEvent event) {
    @Nullable String answer = answers.get(event.seq());
    return answer == null ? "" : answer;
  }

  private void mark(TraceEvent event, Kind kind, String... arguments) {
    String burst = kind.name() + " " + arguments[0];
    Long before = last.put(burst, event.nanos());
    if (before != null && event.nanos() - before < BURST_NANOS) {
      return;
    }
    marks.add(
        new Mark(
            kind, event.seq(), event.nanos(), event.host(), event.device(), event.cmd(),
            List.of(arguments)));
  }
}
