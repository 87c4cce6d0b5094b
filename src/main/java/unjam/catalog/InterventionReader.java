package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.When;

/** Reads one entry of {@code interventions}. */
final class InterventionReader {

  static final String WRITE = "write";
  static final String START_FAULT = "start_fault";
  static final String END_FAULT = "end_fault";
  static final String START_WORKLOAD = "start_workload";
  static final String STOP_WORKLOAD = "stop_workload";
  static final String ASK_TARGETS = "ask_targets";

  private static final List<String> KINDS =
      List.of(WRITE, START_FAULT, END_FAULT, START_WORKLOAD, STOP_WORKLOAD, ASK_TARGETS);

  private final KnobPaths paths;
  private final WhenReader whens;
  private final References references;
  private final StreamReader streams;
  private final FaultReader faults;
  private final Problems problems;

  InterventionReader(
      KnobPaths paths,
      WhenReader whens,
      References references,
      StreamReader streams,
      FaultReader faults,
      Problems problems) {
    this.paths = paths;
    this.whens = whens;
    this.references = references;
    this.streams = streams;
    this.faults = faults;
    this.problems = problems;
  }

  /** Empty if it says not exactly one thing that happens. */
  Optional<Intervention> read(Tree tree) {
    Fields f = Fields.of(tree, "intervention", problems);
    When when = whens.required(f, "at", "at: 10s");
    f.knows(KINDS);
    f.end();
    List<String> there = KINDS.stream().filter(f::has).toList();
    if (there.size() != 1) {
      problems.add(
          f.at(),
          "an intervention does one thing, this one does "
              + (there.isEmpty() ? "nothing" : String.join(" and ", there)) + "; give one of "
              + String.join(", ", KINDS));
      return Optional.empty();
    }
    return f.tree(there.getFirst()).flatMap(what -> one(there.getFirst(), what, when, f));
  }

  private Optional<Intervention> one(String kind, Tree what, When when, Fields f) {
    return switch (kind) {
      case WRITE -> written(what, when);
      case ASK_TARGETS ->
          Optional.of(
              new Intervention.TargetsAsked(
                  when, f.parsed(what, kind, Values::time, SimTime.ofSeconds(12))));
      case START_FAULT -> {
        int before = problems.count();
        var rule = faults.read(what);
        references.fault(rule.id(), what, problems.count() == before);
        yield Optional.of(new Intervention.FaultStarts(when, rule));
      }
      case START_WORKLOAD -> {
        var stream = streams.read(what);
        references.stream(stream, Optional.of(when), what);
        yield Optional.of(new Intervention.WorkloadStarts(when, stream));
      }
      case END_FAULT -> named(what, kind, f, references::mentionFault)
          .map(id -> new Intervention.FaultEnds(when, id));
      case STOP_WORKLOAD -> named(what, kind, f, references::mentionStream)
          .map(label -> new Intervention.WorkloadStops(when, label));
      default -> throw new IllegalStateException(kind);
    };
  }

  private static Optional<String> named(
      Tree what, String kind, Fields f, BiConsumer<String, Place> mention) {
    Function<String, Optional<String>> parse = text -> Optional.of(Values.identifier(text));
    Optional<String> name = f.parsed(what, kind, parse, Optional.empty());
    name.ifPresent(each -> mention.accept(each, what.at()));
    return name;
  }

  private Optional<Intervention> written(Tree tree, When when) {
    Fields f = Fields.of(tree, WRITE, problems);
    Optional<KnobPaths.Target> target =
        f.required(
            "path", path -> Optional.of(paths.target(path)), "path: /sys/block/sda/device/timeout",
            Optional.empty());
    String value = f.required("value", text -> text, "value: \"5\"", "");
    f.end();
    return target.map(
        each -> new Intervention.KnobWritten(when, each.knob(), each.scope(), value));
  }
}
