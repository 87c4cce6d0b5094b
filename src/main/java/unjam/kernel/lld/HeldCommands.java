package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiHost;
import unjam.trace.ExecContext;

/**
 * What the drivers have accepted and not given back: most will be answered at an instant that is
 * set already, some never. A command can stand here twice, when a driver still owes an answer to an
 * earlier life of it.
 */
final class HeldCommands {

  private final Kernel kernel;
  private @Nullable Held first;
  private @Nullable Held last;

  /** One accepted command; {@code event} is its answer, or 0 when none will come. */
  static final class Held {
    private final ScsiCmnd scmd;
    private long event;
    private @Nullable Held before;
    private @Nullable Held after;

    private Held(ScsiCmnd scmd) {
      this.scmd = scmd;
    }

    ScsiCmnd scmd() {
      return scmd;
    }
  }

  HeldCommands(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The command was accepted and will never be answered. */
  void holdForEver(ScsiCmnd scmd) {
    append(new Held(scmd));
  }

  /** The command was accepted; {@code answer} runs as {@code who} when it is answered. */
  void holdFor(ScsiCmnd scmd, long nanos, ExecContext who, Runnable answer) {
    Held held = new Held(scmd);
    append(held);
    held.event =
        kernel.after(
            nanos,
            who,
            () -> {
              unlink(held);
              answer.run();
            });
  }

  boolean any(Predicate<ScsiCmnd> which) {
    for (Held held = first; held != null; held = held.after) {
      if (which.test(held.scmd)) {
        return true;
      }
    }
    return false;
  }

  boolean holds(ScsiCmnd scmd) {
    for (Held held = first; held != null; held = held.after) {
      if (held.scmd == scmd) {
        return true;
      }
    }
    return false;
  }

  /** How many of a host's commands the driver has. */
  int count(ScsiHost shost) {
    int count = 0;
    for (Held held = first; held != null; held = held.after) {
      count += held.scmd.host() == shost ? 1 : 0;
    }
    return count;
  }

  /** These are no longer the drivers' business; answers who they were, in order of tags. */
  List<ScsiCmnd> forget(Predicate<ScsiCmnd> which) {
    List<ScsiCmnd> gone = new ArrayList<>();
    for (Held held = first; held != null; held = held.after) {
      if (which.test(held.scmd)) {
        silence(held);
        unlink(held);
        gone.add(held.scmd);
      }
    }
    gone.sort(Comparator.comparingInt(scmd -> scmd.request().tag()));
    return gone;
  }

  /** Answers that are still to come never come; the commands stay with the driver. */
  void silence(Predicate<ScsiCmnd> which) {
    for (Held held = first; held != null; held = held.after) {
      if (which.test(held.scmd)) {
        silence(held);
      }
    }
  }

  private void silence(Held held) {
    if (held.event != 0) {
      kernel.cancel(held.event);
      held.event = 0;
    }
  }

  private void append(Held held) {
    held.before = last;
    if (last == null) {
      first = held;
    } else {
      last.after = held;
    }
    last = held;
  }

  /** The links of {@code held} itself stay, so that whoever walks the list can go on from it. */
  private void unlink(Held held) {
    if (held.before == null) {
      first = held.after;
    } else {
      held.before.after = held.after;
    }
    if (held.after == null) {
      last = held.before;
    } else {
      held.after.before = held.before;
    }
  }
}
