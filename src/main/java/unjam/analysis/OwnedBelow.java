package unjam.analysis;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.IoOp;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.Trace;

/**
 * Commands that were given up above, by who asked or by the kernel, while a driver or a target
 * still owned them and could write into their buffers. A driver owns what it was given until it
 * completes it or confirms an abort or a reset (drivers/scsi/scsi_error.c: scsi_try_to_abort_cmd);
 * a target owns it until its backstore answers (drivers/target: iblock_bio_done).
 */
final class OwnedBelow {

  private static final long NEVER = -1;

  private final Trace trace;
  private final boolean[] driver;
  private final boolean[] target;
  private final boolean[] ended;
  private final int[] reads;
  private final int[] device;
  private final long[] givenUp;
  private final TreeMap<Integer, Hctl> places = new TreeMap<>();
  private final TreeMap<Integer, Cdb> sent = new TreeMap<>();
  private int commands;
  private long longest;
  private long lateBytes;

  private OwnedBelow(Trace trace) {
    this.trace = trace;
    driver = new boolean[trace.commands()];
    target = new boolean[trace.commands()];
    ended = new boolean[trace.commands()];
    reads = new int[trace.commands()];
    device = new int[trace.commands()];
    givenUp = new long[trace.commands()];
    Arrays.fill(givenUp, NEVER);
  }

  /** Reads a run; what is still owned when it ends counts up to its end. */
  static OwnedBelow of(Trace trace) {
    OwnedBelow owned = new OwnedBelow(trace);
    for (int seq = 0; seq < trace.size(); seq++) {
      owned.take(seq, trace.fact(seq));
    }
    for (int cmd = 0; cmd < trace.commands(); cmd++) {
      owned.close(cmd, trace.endNanos());
    }
    return owned;
  }

  /** How many there were. */
  int commands() {
    return commands;
  }

  /** The longest time that one of them was still owned, in nanoseconds. */
  long longest() {
    return longest;
  }

  /** Bytes of memory that late answers to reads would have written. */
  long lateBytes() {
    return lateBytes;
  }

  private void take(int seq, Fact fact) {
    int cmd = trace.cmd(seq);
    if (fact instanceof MachineFact.DeviceAdded added) {
      places.put(trace.device(seq), added.at());
    } else if (fact instanceof CallFact.Returned returned
        && returned.value() == Disposition.SUCCESS
        && trace.fact(returned.call()) instanceof EhFact.HookCalled called) {
      confirmed(seq, trace.cmd(returned.call()), called);
    } else if (fact instanceof EhFact.AutopsyMade || fact instanceof EhFact.LinkResetCalled) {
      release(seq, EhHook.EH_HOST_RESET_HANDLER);
    } else if (cmd >= 0) {
      command(seq, cmd, fact);
    }
  }

  private void command(int seq, int cmd, Fact fact) {
    switch (fact) {
      case BlockFact.RequestAllocated made -> {
        reads[cmd] = made.op() == IoOp.READ ? made.bytes() : 0;
        device[cmd] = trace.device(seq);
      }
      case MidLayerFact.Dispatched dispatched -> {
        driver[cmd] = true;
        sent.put(cmd, dispatched.cdb());
      }
      case MidLayerFact.QueuecommandBusy _ -> driver[cmd] = false;
      case MidLayerFact.Done done when !done.borrowed() -> back(seq, cmd);
      case MidLayerFact.LateCompletionDropped _ -> {
        lateBytes += reads[cmd];
        back(seq, cmd);
      }
      case TargetFact.BioSubmitted _ -> target[cmd] = true;
      case TargetFact.BioEnded bio -> {
        lateBytes += bio.late() ? reads[cmd] : 0;
        target[cmd] = false;
        driver[cmd] &= !bio.late();
        settle(seq, cmd);
      }
      case AboveFact.TryGivenUp _ -> giveUp(seq, cmd);
      case AboveFact.CameLate late -> lateBytes += late.status() == BlkStatus.OK ? reads[cmd] : 0;
      case BlockFact.RequestEnded end when end.last() -> {
        ended[cmd] = true;
        if (isOwned(cmd)) {
          giveUp(seq, cmd);
        }
        settle(seq, cmd);
      }
      case Fact _ -> { }
    }
  }

  private void back(int seq, int cmd) {
    driver[cmd] = false;
    settle(seq, cmd);
  }

  private boolean isOwned(int cmd) {
    return driver[cmd] || target[cmd];
  }

  private void giveUp(int seq, int cmd) {
    if (givenUp[cmd] == NEVER) {
      givenUp[cmd] = trace.nanos(seq);
      commands++;
    }
  }

  /** A request that is not over may be sent again: it is still owned by the kernel. */
  private void settle(int seq, int cmd) {
    if (ended[cmd] && !isOwned(cmd)) {
      close(cmd, trace.nanos(seq));
    }
  }

  private void close(int cmd, long nanos) {
    if (givenUp[cmd] != NEVER) {
      longest = Math.max(longest, nanos - givenUp[cmd]);
      givenUp[cmd] = NEVER;
    }
  }

  /** An abort may be of a question of the error handler's own, which borrows the command. */
  private void confirmed(int seq, int cmd, EhFact.HookCalled called) {
    if (called.hook() != EhHook.EH_ABORT_HANDLER) {
      release(seq, called.hook());
    } else if (cmd >= 0 && called.of().equals(sent.get(cmd))) {
      back(seq, cmd);
    }
  }

  /** All commands of the devices that a reset reaches. */
  private void release(int seq, EhHook hook) {
    Hctl asked = places.get(trace.device(seq));
    for (int cmd = 0; cmd < driver.length; cmd++) {
      Hctl place = driver[cmd] ? places.get(device[cmd]) : null;
      if (place != null && reaches(hook, trace.host(seq), asked, place)) {
        back(seq, cmd);
      }
    }
  }

  private static boolean reaches(EhHook hook, int host, @Nullable Hctl asked, Hctl place) {
    return place.host() == host
        && switch (hook) {
          case EH_ABORT_HANDLER -> false;
          case EH_DEVICE_RESET_HANDLER -> place.equals(asked);
          case EH_TARGET_RESET_HANDLER ->
              asked != null && place.channel() == asked.channel()
                  && place.target() == asked.target();
          case EH_BUS_RESET_HANDLER -> asked != null && place.channel() == asked.channel();
          case EH_HOST_RESET_HANDLER -> true;
        };
  }
}
