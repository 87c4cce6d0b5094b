package unjam.analysis;

import static unjam.analysis.Invariant.A_RESET_IS_NOT_ENOUGH;
import static unjam.analysis.Invariant.EH_SENDS_ONE_AT_A_TIME;
import static unjam.analysis.Invariant.NO_ABORT_ON_THE_LADDER;
import static unjam.analysis.Invariant.THE_LADDER_GOES_UP;

import java.util.TreeMap;
import java.util.TreeSet;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Knob;
import unjam.scsi.Readiness;
import unjam.scsi.SdevState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext.Kind;
import unjam.trace.MachineFact;
import unjam.trace.TraceEvent;

/** The passes of every host's error handler. */
final class LadderWatch extends Watch {

  private static final class Pass {
    final TreeSet<Integer> held = new TreeSet<>();
    final TreeSet<Integer> answered = new TreeSet<>();
    int sent = -1;
    int tur = -1;
    int turDevice = -1;
    int hook = -1;

    /** The events with which the pass and its last rung began. */
    int began = -1;

    int rung = -1;
    boolean failedFast;

    /** The driver recovers in its own way, where nothing is asked whether it is ready. */
    boolean ownWay;

    EhHook highest = EhHook.EH_ABORT_HANDLER;
  }

  private final TreeMap<Integer, Pass> passes = new TreeMap<>();
  private final TreeSet<Integer> offline = new TreeSet<>();

  LadderWatch(Tally tally) {
    super(tally);
  }

  @Override
  void see(TraceEvent event) {
    if (event.fact() instanceof MachineFact fact) {
      device(event, fact);
    }
    if (event.host() < 0) {
      return;
    }
    Pass pass = passes.computeIfAbsent(event.host(), key -> new Pass());
    if (event.fact() instanceof EhFact.EhAdded) {
      pass.held.add(event.cmd());
    }
    if (event.context().kind() != Kind.SCSI_EH) {
      return;
    }
    if (event.fact() instanceof EhFact fact) {
      thread(event, pass, fact);
    } else if (event.fact() instanceof CallFact.Returned returned) {
      returned(pass, returned);
    }
  }

  private void device(TraceEvent event, MachineFact fact) {
    boolean gone = false;
    if (fact instanceof MachineFact.DeviceStateSet set && set.legal()) {
      gone = !set.next().online();
    } else if (fact instanceof MachineFact.KnobSet set
        && set.knob() == Knob.STATE) {
      gone = set.value().equals(SdevState.SDEV_OFFLINE.sysfs());
    } else {
      return;
    }
    if (gone) {
      offline.add(event.device());
    } else {
      offline.remove(event.device());
    }
  }

  private void thread(TraceEvent event, Pass pass, EhFact fact) {
    switch (fact) {
      case EhFact.EhPassBegan began -> {
        pass.began = event.seq();
        pass.rung = event.seq();
        pass.highest = EhHook.EH_ABORT_HANDLER;
        pass.answered.clear();
        pass.failedFast = false;
        pass.ownWay = false;
      }
      case EhFact.EhCommandSent sent -> {
        require(
            pass.sent < 0, EH_SENDS_ONE_AT_A_TIME, event, pass.sent,
            () ->
                sent.cdb().opcode() + " goes out before the one of event " + pass.sent
                    + " has come back");
        require(
            pass.held.contains(event.cmd()), EH_SENDS_ONE_AT_A_TIME, event, pass.began,
            () ->
                sent.cdb().opcode() + " borrows command " + event.cmd()
                    + ", which the error handler does not hold");
        pass.sent = event.seq();
      }
      case EhFact.HookCalled called -> hook(event, pass, called.hook());
      case EhFact.TurBegan began -> {
        pass.tur = event.seq();
        pass.turDevice = event.device();
      }
      case EhFact.Offlined offlined -> offline.add(event.device());
      case EhFact.EhFinished finished ->
          require(
              pass.answered.contains(event.device()) || offline.contains(event.device())
                  || pass.failedFast || pass.ownWay,
              A_RESET_IS_NOT_ENOUGH, event, pass.rung,
              () ->
                  cmd(event) + " is cured and device " + event.device() + " has not answered");
      case EhFact.EhSlept slept -> pass.held.clear();
      case EhFact.EhAdded added -> { }
      case EhFact.MediumGateReset reset -> { }
      case EhFact.HostFailedCounted counted -> { }
      case EhFact.EhWoken woken -> { }
      case EhFact.LadderBegan began -> { }
      case EhFact.Settling settling -> { }
      case EhFact.StartUnitBegan began -> { }
      case EhFact.EhAction action -> { }
      case EhFact.AutopsyMade made -> pass.ownWay = true;
      case EhFact.LinkResetCalled called -> { }
      case EhFact.LinkPaused paused -> { }
      case EhFact.AdapterReset reset -> { }
      case EhFact.Revalidated looked -> { }
      case EhFact.DeviceDisabled disabled -> { }
      case EhFact.FlushBegan began -> { }
      case EhFact.HostQueuesRan ran -> { }
    }
  }

  private void hook(TraceEvent event, Pass pass, EhHook hook) {
    boolean ownCommand = pass.sent >= 0;
    require(
        ownCommand || hook != EhHook.EH_ABORT_HANDLER, NO_ABORT_ON_THE_LADDER, event, pass.began,
        () -> cmd(event) + " is aborted by the error handler's thread");
    if (!ownCommand) {
      require(
          hook.compareTo(pass.highest) >= 0, THE_LADDER_GOES_UP, event, pass.rung,
          () -> hook.field() + " comes after " + pass.highest.field());
      pass.highest = hook;
      pass.hook = event.seq();
      pass.rung = event.seq();
      pass.failedFast = false;
    }
  }

  private static void returned(Pass pass, CallFact.Returned returned) {
    if (returned.call() == pass.sent) {
      pass.sent = -1;
    } else if (returned.call() == pass.tur) {
      pass.tur = -1;
      if (returned.value() == Readiness.READY) {
        pass.answered.add(pass.turDevice);
      } else {
        pass.answered.remove(pass.turDevice);
      }
    } else if (returned.call() == pass.hook) {
      pass.failedFast = returned.value() == Disposition.FAST_IO_FAIL;
    }
  }
}
