package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;

/**
 * Reads the interventions of a setup.
 *
 * <p>A setup gives the instant at which a write to sysfs came back, or none. A write to {@code
 * device/state} can take long (it looks at the device again), so where the recording shows the
 * state change that this write made, that is when it happened. This is an input of the situation,
 * not a result to be compared, and a note says so.
 */
final class ChangesFromSetup {

  /** A write that took less changed the state when it came back, as far as a machine can tell. */
  private static final double TICK = 4;

  private final Recording recording;
  private final WhenFromSetup when;
  private final List<String> reasons;
  private final List<String> notes;
  private int changesTaken;

  ChangesFromSetup(
      Recording recording, WhenFromSetup when, List<String> reasons, List<String> notes) {
    this.recording = recording;
    this.when = when;
    this.reasons = reasons;
    this.notes = notes;
  }

  List<Intervention> interventions() {
    List<Intervention> all = new ArrayList<>();
    for (Field each : recording.setup().get("interventions").items()) {
      String action = each.get("action").text();
      if (action.equals("write-sysfs")) {
        write(each).ifPresent(all::add);
      } else if (action.equals("target-discovery")) {
        all.add(
            new Intervention.TargetsAsked(
                when.of(each.get("when")),
                SimTime.ofNanos(each.get("given_up_after_ms").millis())));
      } else if (!action.endsWith("block-backstore") && !action.isEmpty()) {
        reasons.add("not modelled yet: intervention \"" + action + "\"");
      }
    }
    return all;
  }

  private Optional<Intervention> write(Field field) {
    String name = field.get("knob").text();
    Optional<Knob> knob = Knob.of(name);
    if (knob.isEmpty()) {
      if (!name.isEmpty()) {
        reasons.add("not modelled yet: writing to " + name);
      }
      return Optional.empty();
    }
    String value = field.get("value").plain();
    return Optional.of(
        new Intervention.KnobWritten(
            instant(field, knob.get(), value), knob.get(), scope(field, knob.get()), value));
  }

  private static Scope scope(Field field, Knob knob) {
    return switch (knob.level()) {
      case LUN ->
          field.get("device").parsed(text -> new Scope.Lun(Hctl.parse(text)), new Scope.Machine());
      case TARGET ->
          field.get("device")
              .parsed(
                  text -> {
                    Hctl at = Hctl.parse(text);
                    return new Scope.Target(at.host(), at.channel(), at.target());
                  },
                  new Scope.Machine());
      case HOST -> new Scope.Host(field.get("host").code(65535));
      case MACHINE -> new Scope.Machine();
    };
  }

  private When instant(Field field, Knob knob, String value) {
    Field instant = field.get("when");
    boolean none = instant.isEmptyObject();
    boolean absolute = none || instant.maybe("at_ms").present() && !instant.maybe("after").present()
        && !instant.maybe("after_kernel_message").present();
    boolean accepted = !field.maybe("accepted").present() || field.maybe("accepted").flag();
    if (!absolute || knob != Knob.STATE || !accepted) {
      return none ? unknown(instant) : when.of(instant);
    }
    double back = none ? Double.MAX_VALUE : instant.maybe("at_ms").number();
    Optional<Observed.StateChange> change =
        change(field.maybe("device").plain(), value, back, none);
    if (change.isEmpty()) {
      return none ? unknown(instant) : when.of(instant);
    }
    double at = change.get().millis();
    if (back - at < TICK) {
      return when.of(instant);
    }
    notes.add(knob.shortName() + " = " + value + " at " + at + " ms, the recorded state change: "
        + (none ? "the setup has no instant" : "the write came back at " + back + " ms"));
    return new When.At(SimTime.ofNanos(Math.round(at * SimTime.NANOS_PER_MILLI)));
  }

  private static When unknown(Field instant) {
    instant.wrong("is empty, and the recording shows no state change that tells the instant");
    return new When.At(SimTime.ZERO);
  }

  /**
   * The change that a write made: the last one of its kind before it came back, or else the next
   * that is left.
   */
  private Optional<Observed.StateChange> change(
      String device, String value, double back, boolean next) {
    List<Observed.StateChange> changes = recording.golden().seen().stateChanges();
    Optional<Observed.StateChange> made = Optional.empty();
    for (int i = changesTaken; i < changes.size() && changes.get(i).millis() <= back; i++) {
      Observed.StateChange change = changes.get(i);
      if (change.context().equals("admin") && change.device().equals(device)
          && change.next().equals(shortName(value))) {
        changesTaken = i + 1;
        made = Optional.of(change);
        if (next) {
          return made;
        }
      }
    }
    return made;
  }

  private static String shortName(String sysfs) {
    for (SdevState state : SdevState.values()) {
      if (state.sysfs().equals(sysfs)) {
        return state.shortName();
      }
    }
    return sysfs.toUpperCase(Locale.ROOT);
  }
}
