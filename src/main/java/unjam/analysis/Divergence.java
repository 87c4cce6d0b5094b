package unjam.analysis;

import java.util.Optional;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/**
 * Where two runs of one scenario part: the first thing that one of them does and the other does not
 * do at that instant. That a setting has another value is no difference yet; that something comes
 * of it is.
 *
 * @param nanos the instant, in nanoseconds: up to it one run is the other
 * @param left the event of the first run there, or -1 if it is over
 * @param right the event of the second run there, or -1 if it is over
 */
public record Divergence(long nanos, int left, int right) {

  /** Compares event by event; empty if both runs are the same to the end. */
  public static Optional<Divergence> of(Trace left, Trace right) {
    int a = next(left, -1);
    int b = next(right, -1);
    while (a < left.size() && b < right.size()) {
      if (!same(left, a, right, b)) {
        long nanos = Math.min(left.nanos(a), right.nanos(b));
        return Optional.of(new Divergence(nanos, a, b));
      }
      a = next(left, a);
      b = next(right, b);
    }
    if (a < left.size()) {
      return Optional.of(new Divergence(left.nanos(a), a, -1));
    }
    return b < right.size()
        ? Optional.of(new Divergence(right.nanos(b), -1, b))
        : Optional.empty();
  }

  /** The next event that is not about a setting. */
  private static int next(Trace trace, int seq) {
    int found = seq + 1;
    while (found < trace.size() && isSetting(trace.fact(found))) {
      found++;
    }
    return found;
  }

  private static boolean isSetting(Fact fact) {
    return fact instanceof MachineFact.KnobSet || fact instanceof MachineFact.KnobRefused;
  }

  private static boolean same(Trace left, int a, Trace right, int b) {
    return left.nanos(a) == right.nanos(b)
        && left.function(a) == right.function(b)
        && left.device(a) == right.device(b)
        && left.host(a) == right.host(b)
        && left.cmd(a) == right.cmd(b)
        && left.context(a).equals(right.context(b))
        && same(left.fact(a), right.fact(b));
  }

  /** The same was done with the same outcome; how long it may take is a setting. */
  private static boolean same(Fact one, Fact other) {
    if (one.getClass() != other.getClass()) {
      return false;
    }
    if (one instanceof CallFact.Returned a && other instanceof CallFact.Returned b) {
      return a.value().equals(b.value());
    }
    return switch (one) {
      case MidLayerFact.Prepared prepared -> true;
      case TimeoutFact each -> each.equals(other);
      case EhFact.EhCommandSent sent -> true;
      case EhFact each -> each.equals(other);
      case MidLayerFact each -> each.equals(other);
      case MachineFact each -> each.equals(other);
      case CallFact each -> true;
      case BlockFact each -> true;
      case IoFact each -> true;
      case AboveFact.TryGivenUp given -> true;
      case AboveFact.CameLate late -> true;
      case AboveFact.ArrayThawed thawed -> true;
      case AboveFact each -> each.equals(other);
      case IscsiFact.TmfSent sent -> true;
      case IscsiFact.SessionBlocked blocked -> true;
      case IscsiFact each -> each.equals(other);
      case TargetFact each -> each.equals(other);
    };
  }
}
