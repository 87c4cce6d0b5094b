package unjam.kernel.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.kernel.core.Kernel;
import unjam.scenario.When;
import unjam.trace.ExecContext;

/** Turns "when" into an instant of the run, however it is said. */
public final class Moments {

  private final Kernel kernel;
  private final Map<String, List<Runnable>> afterStream = new TreeMap<>();
  private final TreeSet<String> over = new TreeSet<>();

  public Moments(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Runs {@code action} as {@code who} at that moment, once; a moment that is past is now. */
  public void at(When when, ExecContext who, Runnable action) {
    switch (when) {
      case When.At(var time) -> kernel.at(time.nanos(), who, action);
      case When.AfterStream(var stream, var plus) -> {
        Runnable then = () -> kernel.after(plus.nanos(), who, action);
        if (over.contains(stream)) {
          then.run();
        } else {
          afterStream.computeIfAbsent(stream, label -> new ArrayList<>()).add(then);
        }
      }
      case When.AfterKernelMessage(var text, var plus) ->
          kernel
              .listeners()
              .onLine(text, () -> kernel.after(plus.nanos(), who, action));
    }
  }

  /** A stream runs (again): its end is to come. */
  void streamBegan(String label) {
    over.remove(label);
  }

  /** The last IO of a stream has ended. */
  void streamEnded(String label) {
    over.add(label);
    List<Runnable> waiting = afterStream.remove(label);
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }
}
