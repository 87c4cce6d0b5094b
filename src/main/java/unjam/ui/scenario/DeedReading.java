package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unjam.app.Deeds;
import unjam.app.Deeds.Deed;
import unjam.app.Frame;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.KnobWritten;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.MachineFact.KnobRefused;
import unjam.trace.Trace;
import unjam.ui.scenario.DeedPicture.DeedRow;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts what was done by hand into words. */
final class DeedReading {

  /** A write takes its time, above all when there are many. */
  private static final long LONGEST_WRITE = SimTime.NANOS_PER_MILLI;

  private final Frame frame;
  private final List<Policy> known;
  private final Texts texts;

  /**
   * @param known bundles that are recognised
   */
  DeedReading(Frame frame, List<Policy> known, Texts texts) {
    this.frame = frame;
    this.known = known;
    this.texts = texts;
  }

  DeedPicture picture(Scenario scenario) {
    return new DeedPicture(Deeds.of(scenario).stream().map(this::row).toList());
  }

  private DeedRow row(Deed deed) {
    return new DeedRow(
        deed.indices(), deed.nanos(), time(deed.when()), words(deed),
        deed.parts().getLast() instanceof KnobWritten, refusal(deed));
  }

  private String time(When when) {
    return switch (when) {
      case When.At(SimTime at) -> TimeText.instant(at.nanos());
      case When.AfterStream(String stream, SimTime plus) -> texts.of("deed.after", stream);
      case When.AfterKernelMessage(String text, SimTime plus) ->
          texts.of("deed.after", "\u201c" + text + "\u201d");
    };
  }

  private String words(Deed deed) {
    return switch (deed.parts().getLast()) {
      case KnobWritten written -> settings(deed);
      case Intervention.FaultStarts starts ->
          texts.of(
              "deed.on", new FaultReading(frame, texts).title(starts.rule()),
              new FaultReading(frame, texts).place(starts.rule().scope()));
      case Intervention.FaultEnds ends -> texts.of("deed.fault_ends", ends.faultId());
      case Intervention.WorkloadStarts starts ->
          texts.of("deed.workload_starts", starts.stream().label());
      case Intervention.WorkloadStops stops -> texts.of("deed.workload_stops", stops.stream());
      case Intervention.TargetsAsked asked -> texts.of("deed.targets_asked");
    };
  }

  private String settings(Deed deed) {
    List<KnobWritten> writes = writes(deed).toList();
    String where = where(writes);
    Optional<Policy> bundle = known.stream().filter(each -> wrote(each, writes)).findFirst();
    if (bundle.isPresent()) {
      return texts.of("deed.on", bundle.get().name(), where);
    }
    List<Knob> knobs = writes.stream().map(KnobWritten::knob).distinct().toList();
    KnobWritten first = writes.getFirst();
    return knobs.size() == 1
        ? texts.of(
            "deed.on",
            PolicyReading.name(first.knob()) + " "
                + PolicyReading.withUnit(first.knob(), first.value(), texts),
            where)
        : texts.of("deed.settings", knobs.size(), where);
  }

  private static Stream<KnobWritten> writes(Deed deed) {
    return deed.parts().stream()
        .filter(KnobWritten.class::isInstance)
        .map(KnobWritten.class::cast);
  }

  private static boolean wrote(Policy policy, List<KnobWritten> writes) {
    long common =
        policy.settings().keySet().stream().filter(each -> each.setting().isEmpty()).count();
    return writes.stream()
                .map(KnobWritten::knob)
                .filter(each -> each.setting().isEmpty())
                .distinct()
                .count()
            == common
        && writes.stream()
            .allMatch(each -> each.value().equals(policy.settings().get(each.knob())));
  }

  /** The disks concerned, or how many they are, or the host. */
  private String where(List<KnobWritten> writes) {
    List<Scope> places = writes.stream().map(KnobWritten::scope).distinct().toList();
    List<Scope> disks = places.stream().filter(Scope.Lun.class::isInstance).toList();
    List<Scope> meant = disks.isEmpty() ? places : disks;
    FaultReading words = new FaultReading(frame, texts);
    return meant.size() <= 2
        ? meant.stream().map(words::place).collect(Collectors.joining(texts.of("list.and_more")))
        : texts.of("deed.disks", meant.size());
  }

  /** What the kernel refused of it, as the trace tells. */
  private String refusal(Deed deed) {
    if (deed.nanos().isEmpty() || deed.nanos().getAsLong() > frame.trace().endNanos()) {
      return "";
    }
    long nanos = deed.nanos().getAsLong();
    return writes(deed)
        .flatMap(each -> refused(each, nanos).stream())
        .findFirst()
        .map(
            each ->
                texts.of(
                    "policy.refused", each.value(), PolicyReading.name(each.knob()),
                    each.errno().name()))
        .orElse("");
  }

  private Optional<KnobRefused> refused(KnobWritten write, long nanos) {
    Trace trace = frame.trace();
    for (int seq = Math.max(0, trace.seqAt(nanos)); seq < trace.size(); seq++) {
      if (trace.nanos(seq) > nanos + LONGEST_WRITE) {
        break;
      }
      if (trace.fact(seq) instanceof KnobRefused refused
          && refused.knob() == write.knob()
          && refused.scope().equals(write.scope())
          && refused.value().equals(write.value())) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
