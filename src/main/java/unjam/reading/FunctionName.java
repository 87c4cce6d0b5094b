package unjam.reading;

import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact.DriverRan;
import unjam.trace.TraceEvent;

/** What the function of an event is called in a kernel version. */
public final class FunctionName {

  private FunctionName() {}

  /** The kernel's name; in a driver the name of its own function. */
  public static String of(TraceEvent event, String kernel) {
    return event.fact() instanceof DriverRan ran
        ? ran.function()
        : event.function().nameIn(kernel);
  }

  /** Whether it is a function at all: recordings have words for a few things that are none. */
  public static boolean isFunction(KernelFunction function) {
    boolean word = function.file().isEmpty() && function != KernelFunction.DRIVER_IRQ;
    return !word
        && function != KernelFunction.ABORT_WORK_QUEUED
        && function != KernelFunction.PRINTK;
  }
}
