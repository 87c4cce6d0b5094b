package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import unjam.scenario.FaultRule;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;

/** Reads the fault rules of a setup. */
final class FaultsFromSetup {

  private static final Map<String, EhHook> FAILING_HOOKS = failingHooks();

  private final WhenFromSetup when;
  private final List<String> reasons;

  private FaultsFromSetup(WhenFromSetup when, List<String> reasons) {
    this.when = when;
    this.reasons = reasons;
  }

  static List<FaultRule> rules(Field setup, WhenFromSetup when, List<String> reasons) {
    FaultsFromSetup reader = new FaultsFromSetup(when, reasons);
    List<FaultRule> rules = new ArrayList<>();
    for (Field each : setup.get("faults").items()) {
      reader.rule(each, "fault-" + (rules.size() + 1)).ifPresent(rules::add);
    }
    return rules;
  }

  private static Map<String, EhHook> failingHooks() {
    Map<String, EhHook> kinds = new TreeMap<>();
    for (EhHook hook : EhHook.values()) {
      kinds.put("fail-" + hook.rung(), hook);
    }
    return kinds;
  }

  private Optional<FaultRule> rule(Field field, String id) {
    Optional<Fault> fault = fault(field, field.get("kind").text());
    return fault.map(each ->
        new FaultRule(
            id,
            each,
            scope(field),
            opcode(field.maybe("opcode")),
            Optional.empty(),
            0,
            count(field.get("count")),
            when.maybe(field.maybe("from")),
            when.maybe(field.maybe("until")),
            Optional.empty()));
  }

  private Optional<Fault> fault(Field field, String kind) {
    if (FAILING_HOOKS.containsKey(kind)) {
      return Optional.of(new Fault.HookFails(FAILING_HOOKS.get(kind), 0));
    }
    return switch (kind) {
      case "ignore-command" -> Optional.of(new Fault.Mute());
      case "queuecommand-returns" ->
          Optional.of(new Fault.QueuecommandReturns(
              field.get("value").oneOf(MlqueueReturn.class, MlqueueReturn::name)));
      case "answer-after" -> Optional.of(new Fault.AnswersAfter(field.get("ms").millis()));
      case "result" -> Optional.of(result(field));
      case "" -> Optional.empty();
      default -> {
        reasons.add("not modelled yet: fault \"" + kind + "\"");
        yield Optional.empty();
      }
    };
  }

  private static Fault result(Field field) {
    return new Fault.Result(
        field.get("host_byte").oneOf(HostByte.class, HostByte::name),
        field.get("status").oneOf(SamStatus.class, SamStatus::name),
        sense(field.maybe("sense")),
        delivery(field.maybe("delivered")));
  }

  private static Optional<SenseData> sense(Field sense) {
    if (!sense.present()) {
      return Optional.empty();
    }
    return Optional.of(
        new SenseData(
            SenseKey.of(sense.get("key").code(15)),
            sense.get("asc").code(255),
            sense.get("ascq").code(255),
            sense.maybe("deferred").flag(),
            sense.maybe("information").present() ? sense.maybe("information").whole() : -1));
  }

  /**
   * Prose says where the driver calls scsi_done; without it the answer comes as every healthy one
   * does.
   */
  private static Fault.Delivery delivery(Field delivered) {
    if (!delivered.present()) {
      return Fault.Delivery.HARD_IRQ;
    }
    String text = delivered.text();
    if (text.contains("inside queuecommand")) {
      return Fault.Delivery.INSIDE_QUEUECOMMAND;
    }
    if (text.contains("softirq")) {
      return Fault.Delivery.TIMER_SOFTIRQ;
    }
    if (text.contains("hardirq") || text.contains("hard irq") || text.contains("hrtimer")) {
      return Fault.Delivery.HARD_IRQ;
    }
    delivered.wrong("\"" + text + "\" is not known; known: inside queuecommand, timer softirq, "
        + "hardirq");
    return Fault.Delivery.HARD_IRQ;
  }

  private static Scope scope(Field field) {
    if (field.maybe("device").present()) {
      return field.maybe("device")
          .parsed(text -> new Scope.Lun(Hctl.parse(text)), new Scope.Machine());
    }
    if (field.maybe("target").present()) {
      return field.maybe("target").parsed(FaultsFromSetup::target, new Scope.Machine());
    }
    if (field.maybe("host").present()) {
      return new Scope.Host(field.maybe("host").code(65535));
    }
    field.wrong("must say where: device, target or host");
    return new Scope.Machine();
  }

  private static Scope target(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "a target is written host:channel:target, for example 0:0:0, found: " + text);
    }
    Hctl unit = Hctl.parse(text + ":0");
    return new Scope.Target(unit.host(), unit.channel(), unit.target());
  }

  private static OptionalInt opcode(Field opcode) {
    return !opcode.present() || opcode.plain().equals("any")
        ? OptionalInt.empty()
        : OptionalInt.of(opcode.code(255));
  }

  private static OptionalInt count(Field count) {
    if (!count.present()) {
      return OptionalInt.empty();
    }
    if (count.isText()) {
      if (!count.text().equals("forever")) {
        count.wrong("must be a number or \"forever\"");
      }
      return OptionalInt.empty();
    }
    return OptionalInt.of(count.whole(0, Integer.MAX_VALUE));
  }
}
