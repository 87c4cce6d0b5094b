package unjam.export;

import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact.DriverRan;
import unjam.trace.TraceEvent;

/** What a line calls the function of an event. */
final class FunctionName {

  private FunctionName() {}

  /**
   * The word that recordings use, else the kernel's name in that version; in the driver its own
   * function's name.
   */
  static String of(TraceEvent event, String kernel) {
    if (event.fact() instanceof DriverRan ran) {
      return ran.function();
    }
    KernelFunction function = event.function();
    return function.recordedAs().equals(function.kernelName())
        ? function.nameIn(kernel)
        : function.recordedAs();
  }
}
