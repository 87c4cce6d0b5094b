package unjam.conform;

import java.util.Optional;
import java.util.Set;
import unjam.engine.SimTime;
import unjam.scenario.When;

/**
 * Reads the instants of a setup. Where an instant is given both as a distance from an event and as
 * what was recorded, the distance is the situation; without a distance the thing happens as soon as
 * the stream has ended, which is before the next IO starts.
 */
final class WhenFromSetup {

  private static final String AT = "at_ms";
  private static final String AFTER = "after";
  private static final String AFTER_MESSAGE = "after_kernel_message";

  private final Set<String> streams;

  WhenFromSetup(Set<String> streams) {
    this.streams = streams;
  }

  /** An instant that may be missing. */
  Optional<When> maybe(Field field) {
    return field.present() ? Optional.of(of(field)) : Optional.empty();
  }

  When of(Field field) {
    SimTime plus = SimTime.ofNanos(field.maybe("plus_ms").millis());
    Field after = field.maybe(AFTER);
    if (after.present()) {
      String stream = after.text();
      if (!streams.contains(stream)) {
        after.wrong("there is no stream \"" + stream + "\" in workload");
      }
      return new When.AfterStream(stream, plus);
    }
    if (field.maybe(AFTER_MESSAGE).present()) {
      return new When.AfterKernelMessage(field.maybe(AFTER_MESSAGE).text(), plus);
    }
    if (field.present() && !field.maybe(AT).present()) {
      field.wrong("must have " + AT + ", " + AFTER + " or " + AFTER_MESSAGE);
    }
    return new When.At(SimTime.ofNanos(field.maybe(AT).millis()));
  }
}
