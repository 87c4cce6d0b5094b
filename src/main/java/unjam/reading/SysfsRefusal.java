package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;
import unjam.scsi.Errno;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/**
 * A write to sysfs that the kernel did not take.
 *
 * @param knob which file
 * @param scope whose
 * @param value the text written
 * @param errno what the kernel said
 */
public record SysfsRefusal(Knob knob, Scope scope, String value, Errno errno) {

  private static final long MOMENT = SimTime.NANOS_PER_MICRO;

  /**
   * What was refused at an instant or less than a microsecond before, the last write to each file
   * counting.
   *
   * @param nanos the instant
   * @param seq the last event that has happened by then
   */
  public static List<SysfsRefusal> at(Trace trace, long nanos, int seq) {
    List<SysfsRefusal> refused = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    for (int at = seq; at >= 0 && nanos - trace.nanos(at) <= MOMENT; at--) {
      if (trace.function(at) != KernelFunction.SYSFS_WRITE) {
        continue;
      }
      if (trace.fact(at) instanceof MachineFact.KnobSet set) {
        seen.add(List.of(set.knob(), set.scope()));
      } else if (trace.fact(at) instanceof MachineFact.KnobRefused no) {
        Object file = List.of(no.knob(), no.scope());
        if (!seen.contains(file)) {
          seen.add(file);
          refused.add(new SysfsRefusal(no.knob(), no.scope(), no.value(), no.errno()));
        }
      }
    }
    return refused;
  }

  /** Whether it is about this file. */
  public boolean isOf(SysfsFile file) {
    return file.knob().filter(each -> each == knob).isPresent() && file.scope().equals(scope);
  }
}
