package unjam.scenario;

import unjam.engine.SimTime;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/** Something a person does to the running system at an instant. */
public sealed interface Intervention {

  When when();

  /**
   * A value is written to a sysfs file; the kernel may refuse it.
   *
   * @param knob which file
   * @param scope the device, host or machine it belongs to
   * @param value the text written
   */
  record KnobWritten(When when, Knob knob, Scope scope, String value) implements Intervention {}

  /** A fault begins that the scenario did not have before. */
  record FaultStarts(When when, FaultRule rule) implements Intervention {}

  /** The fault of this id ends. */
  record FaultEnds(When when, String faultId) implements Intervention {}

  /** An application starts; its stream's own start counts from this instant. */
  record WorkloadStarts(When when, Stream stream) implements Intervention {}

  /** The application stops: what is in flight goes on, nothing new is issued. */
  record WorkloadStops(When when, String stream) implements Intervention {}

  /**
   * Somebody asks the target machine which targets it has (iscsiadm -m discovery).
   *
   * @param givesUpAfter how long they wait for the answer
   */
  record TargetsAsked(When when, SimTime givesUpAfter) implements Intervention {}
}
