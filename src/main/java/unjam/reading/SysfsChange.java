package unjam.reading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import unjam.projection.Timeline;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/**
 * What changed in sysfs last: a reading of the trace, so that it is the same however one came to an
 * instant.
 *
 * @param nanos when, in nanoseconds; -1 if nothing has changed since the machine was put up
 * @param paths the files whose text became another one at that instant
 */
public record SysfsChange(long nanos, Set<String> paths) {

  /** Nothing has changed, or not for a long time. */
  public static final SysfsChange NONE = new SysfsChange(-1, Set.of());

  /** So many instants at which something might have changed are looked at, newest first. */
  private static final int MOST_INSTANTS = 32;

  public SysfsChange {
    paths = Set.copyOf(paths);
  }

  /** The last change that an event or one before it brought. */
  public static SysfsChange until(Timeline timeline, int seq) {
    Trace trace = timeline.trace();
    int setUp = lastOfSetUp(trace);
    int at = seq;
    for (int looked = 0; looked < MOST_INSTANTS; looked++) {
      while (at > setUp && !mayChange(trace.fact(at))) {
        at--;
      }
      if (at <= setUp) {
        return NONE;
      }
      int before = Math.max(setUp, trace.seqAt(trace.nanos(at) - 1));
      Set<String> paths = changed(timeline, before, at);
      if (!paths.isEmpty()) {
        return new SysfsChange(trace.nanos(at), paths);
      }
      at = before;
    }
    return NONE;
  }

  private static int lastOfSetUp(Trace trace) {
    int seq = 0;
    while (seq < trace.size()
        && trace.nanos(seq) == 0
        && trace.function(seq) == KernelFunction.SCENARIO) {
      seq++;
    }
    return seq - 1;
  }

  private static Set<String> changed(Timeline timeline, int before, int after) {
    String kernel = timeline.trace().header().kernel();
    SysfsTree old = SysfsTree.of(timeline.after(before), kernel);
    List<SysfsFile> now = SysfsTree.of(timeline.after(after), kernel).files();
    Set<String> paths = new TreeSet<>();
    for (SysfsFile file : now) {
      boolean same =
          old.file(file.path()).filter(each -> each.value().equals(file.value())).isPresent();
      if (!same) {
        paths.add(file.path());
      }
    }
    return paths;
  }

  /** Whether a fact of this kind can change the text of a file at all. */
  private static boolean mayChange(Fact fact) {
    return switch (fact) {
      case CallFact call -> false;
      case IoFact io -> false;
      case AboveFact above -> false;
      case TimeoutFact timeout -> timeout instanceof TimeoutFact.TimedOut;
      case EhFact eh -> false;
      case IscsiFact session -> false;
      case TargetFact target -> false;
      case BlockFact block ->
          block instanceof BlockFact.RequestStarted
              || block instanceof BlockFact.Requeued back && !back.refused()
              || block instanceof BlockFact.RequestEnded;
      case MidLayerFact path ->
          path instanceof MidLayerFact.Dispatched
              || path instanceof MidLayerFact.QueuecommandBusy
              || path instanceof MidLayerFact.Completed
              || path instanceof MidLayerFact.QueueFullNoted
              || path instanceof MidLayerFact.Finished
              || path instanceof MidLayerFact.QueueInserted
              || path instanceof MidLayerFact.RequeuedForPrep;
      case MachineFact machine ->
          machine instanceof MachineFact.KnobSet
              || machine instanceof MachineFact.DeviceStateSet
              || machine instanceof MachineFact.TransportStateSet
              || machine instanceof MachineFact.HostStateSet;
    };
  }
}
