package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import unjam.app.FaultBook;
import unjam.app.FaultKind;
import unjam.app.FaultPalette;
import unjam.app.Frame;
import unjam.projection.DeviceView;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.Opcode;
import unjam.scsi.Scope;
import unjam.scsi.ServiceTime;
import unjam.ui.scenario.FaultPicture.Offer;
import unjam.ui.scenario.FaultPicture.RuleRow;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts faults into words. */
final class FaultReading {

  private final Frame frame;
  private final Texts texts;

  FaultReading(Frame frame, Texts texts) {
    this.frame = frame;
    this.texts = texts;
  }

  FaultPicture picture() {
    List<RuleRow> rules = FaultBook.of(frame).stream().map(this::row).toList();
    List<FaultKind> possible =
        frame.state().hosts().stream()
            .flatMap(
                host ->
                    FaultPalette.offered(frame.state(), new Scope.Host(host.number())).stream())
            .distinct()
            .sorted()
            .toList();
    return new FaultPicture(
        rules, possible.stream().map(each -> new Offer(each, words(each))).toList());
  }

  String words(FaultKind kind) {
    return texts.of("fault." + kind.word());
  }

  private RuleRow row(FaultBook.Entry entry) {
    return new RuleRow(
        entry.rule().id(), title(entry.rule()), detail(entry), entry.status(), entry.byHand());
  }

  /** What goes wrong and how often: {@code READ ignored, once}. */
  String title(FaultRule rule) {
    return texts.of("rule.and", what(rule), times(rule.count()));
  }

  private String times(OptionalInt count) {
    return count.isEmpty()
        ? texts.of("rule.always")
        : texts.of("rule.times", count.getAsInt());
  }

  private String what(FaultRule rule) {
    String command = command(rule.opcode());
    return switch (rule.fault()) {
      case Fault.Mute() -> texts.of("rule.mute", command);
      case Fault.Holds() -> texts.of("rule.hold", command);
      case Fault.SentLate(int ticks) -> texts.of("rule.sent_late", command, ticks);
      case Fault.Slow(ServiceTime extra) -> texts.of("rule.slow", command, span(extra));
      case Fault.AnswersAfter(long nanos) ->
          texts.of("rule.late", command, TimeText.span(nanos));
      case Fault.MediumError() -> texts.of("fault.medium_error");
      case Fault.LinkDown() -> texts.of("rule.link_down");
      case Fault.Result result -> texts.of("rule.result", command, answer(result));
      case Fault.QueuecommandReturns(var value) -> texts.of("rule.refuse", value.text());
      case Fault.HookFails(EhHook hook, long takes) -> words(kind(hook));
    };
  }

  private static FaultKind kind(EhHook hook) {
    return Stream.of(FaultKind.values())
        .filter(each -> each.hook().filter(hook::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** A short word for what is asked: {@code READ}. */
  private String command(OptionalInt opcode) {
    return opcode.isEmpty() ? texts.of("rule.any") : shortName(opcode.getAsInt());
  }

  static String shortName(int opcode) {
    Optional<Opcode> known = Opcode.of(opcode);
    if (known.isEmpty()) {
      return String.format(Locale.ROOT, "0x%02x", opcode);
    }
    return switch (known.get()) {
      case TEST_UNIT_READY -> "TUR";
      case START_STOP -> "START UNIT";
      case SYNCHRONIZE_CACHE -> "SYNC CACHE";
      case READ_10 -> "READ";
      case WRITE_10 -> "WRITE";
      case REQUEST_SENSE, READ_6, WRITE_6, INQUIRY, MODE_SENSE, READ_CAPACITY, VERIFY,
          WRITE_SAME, UNMAP, READ_16, WRITE_16, REPORT_LUNS ->
          known.get().name().replace('_', ' ');
    };
  }

  private static String span(ServiceTime extra) {
    return switch (extra) {
      case ServiceTime.Fixed(long nanos) -> TimeText.span(nanos);
      case ServiceTime.Uniform(long least, long most) ->
          TimeText.span(least) + ".." + TimeText.span(most);
      case ServiceTime.Exponential(long mean) -> "~" + TimeText.span(mean);
      case ServiceTime.Growing(long start, long perSecond) ->
          TimeText.span(start) + " + " + TimeText.span(perSecond) + "/s";
    };
  }

  private static String answer(Fault.Result result) {
    if (result.host() != HostByte.DID_OK) {
      return result.host().name();
    }
    return result.sense()
        .map(sense -> sense.key().words())
        .orElseGet(() -> result.status().name().replace('_', ' '));
  }

  private String detail(FaultBook.Entry entry) {
    List<String> parts = new ArrayList<>();
    parts.add(place(entry.rule().scope()));
    entry.rule().lbas().map(FaultReading::blocks).ifPresent(parts::add);
    if (entry.rule().skip() > 0) {
      parts.add(texts.of("rule.skip", entry.rule().skip()));
    }
    switch (entry.status()) {
      case IN_FORCE -> { }
      case TO_COME ->
          parts.add(
              entry.nanos() < 0
                  ? texts.of("rule.to_come")
                  : texts.of("rule.from", TimeText.instant(entry.nanos())));
      case OVER -> parts.add(over(entry));
    }
    if (entry.byHand()) {
      parts.add(texts.of("rule.by_hand"));
    }
    return String.join(texts.of("list.and_more"), parts);
  }

  private String over(FaultBook.Entry entry) {
    boolean cured =
        entry.why()
            .filter(why -> Stream.of(EhHook.values()).anyMatch(hook -> hook.field().equals(why)))
            .isPresent();
    return entry.nanos() < 0
        ? texts.of("rule.over")
        : texts.of(cured ? "rule.cured_at" : "rule.over_at", TimeText.instant(entry.nanos()));
  }

  static String blocks(LbaRange range) {
    return range.first() == range.last()
        ? Long.toString(range.first())
        : range.first() + ".." + range.last();
  }

  /** Which part of the machine, in words. */
  String place(Scope scope) {
    return PolicyReading.words(scope, disk(scope), texts);
  }

  private String disk(Scope scope) {
    return frame.state().devices().stream()
        .filter(each -> scope.equals(new Scope.Lun(each.at())))
        .findFirst()
        .map(DeviceView::disk)
        .orElseGet(scope::toString);
  }
}
