package unjam.catalog;

import java.util.List;
import java.util.Locale;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.ServiceTime;

/** A fault rule as it is written: the reverse of {@link FaultReader}. */
final class FaultTree {

  private FaultTree() {}

  static Tree of(FaultRule rule) {
    Nodes nodes = new Nodes().put("id", rule.id()).put("on", Scopes.text(rule.scope()));
    putKind(rule.fault(), nodes);
    if (rule.opcode().isPresent()) {
      nodes.put("opcode", opcode(rule.opcode().getAsInt()));
    } else {
      nodes.put("opcode", "any");
    }
    rule.lbas().ifPresent(range -> nodes.put("lba", lbas(range)));
    nodes.put("skip", rule.skip());
    nodes.put(
        "count", rule.count().isPresent() ? String.valueOf(rule.count().getAsInt()) : "forever");
    rule.from().ifPresent(when -> nodes.put("from", ScenarioWriter.when(when)));
    rule.until().ifPresent(when -> nodes.put("until", ScenarioWriter.when(when)));
    rule.curedBy().ifPresent(hook -> nodes.put("cured_by", hook.field()));
    return nodes.end();
  }

  static Tree serviceTime(ServiceTime time) {
    return switch (time) {
      case ServiceTime.Fixed(long nanos) -> Nodes.scalar(Nodes.span(nanos));
      case ServiceTime.Uniform(long least, long most) -> {
        Tree range =
            Nodes.list(
                List.of(
                    Nodes.scalar(Nodes.span(least)), Nodes.scalar(Nodes.span(most))));
        yield new Nodes().put("uniform", range).end();
      }
      case ServiceTime.Exponential(long mean) ->
          new Nodes().put("exponential", Nodes.span(mean)).end();
      case ServiceTime.Growing(long start, long perSecond) ->
          new Nodes()
              .put(
                  "growing",
                  new Nodes()
                      .put("from", Nodes.span(start))
                      .put("per_second", Nodes.span(perSecond))
                      .end())
              .end();
    };
  }

  private static void putKind(Fault fault, Nodes nodes) {
    Tree.Mapping nothing = new Nodes().end();
    switch (fault) {
      case Fault.Mute() -> nodes.put(FaultKindReader.MUTE, nothing);
      case Fault.Holds() -> nodes.put(FaultKindReader.HOLD, nothing);
      case Fault.SentLate(int ticks) ->
          nodes.put(FaultKindReader.SENT_LATE, new Nodes().put("ticks", ticks).end());
      case Fault.Slow(ServiceTime extra) ->
          nodes.put(
              FaultKindReader.SLOW, new Nodes().put("extra", serviceTime(extra)).end());
      case Fault.AnswersAfter(long nanos) ->
          nodes.put(FaultKindReader.ANSWERS_AFTER, Nodes.span(nanos));
      case Fault.MediumError() -> nodes.put(FaultKindReader.MEDIUM_ERROR, nothing);
      case Fault.LinkDown() -> nodes.put(FaultKindReader.LINK_DOWN, nothing);
      case Fault.Result result -> nodes.put(FaultKindReader.RESULT, result(result));
      case Fault.QueuecommandReturns(MlqueueReturn value) ->
          nodes.put(FaultKindReader.QUEUECOMMAND_RETURNS, value.name());
      case Fault.HookFails(EhHook hook, long takes) ->
          nodes.put(
              FaultKindReader.FAIL,
              new Nodes().put("hook", hook.field()).put("takes", Nodes.span(takes)).end());
    }
  }

  private static Tree result(Fault.Result result) {
    Nodes nodes =
        new Nodes()
            .put("host_byte", result.host().name())
            .put("status", result.status().name());
    result.sense().ifPresent(
        sense -> {
          nodes.put("sense", sense.text()).put("deferred", sense.deferred());
          if (sense.information() >= 0) {
            nodes.put("information", sense.information());
          }
        });
    return nodes.put("delivered", result.delivery().name().toLowerCase(Locale.ROOT)).end();
  }

  private static String opcode(int value) {
    return Opcode.of(value).map(Opcode::name)
        .orElseGet(() -> String.format(Locale.ROOT, "0x%02x", value));
  }

  private static String lbas(LbaRange range) {
    return range.first() == range.last()
        ? String.valueOf(range.first())
        : range.first() + ".." + range.last();
  }
}
