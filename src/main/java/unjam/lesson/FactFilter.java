package unjam.lesson;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import unjam.scsi.Cdb;
import unjam.scsi.SenseData;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.Trace;

/**
 * Which facts are meant.
 *
 * @param fact the sort of fact in snake case, such as {@code timed_out}
 * @param disk the disk it is about, empty for any
 * @param guards what its fields have to be, all of them
 */
public record FactFilter(String fact, String disk, List<Guard> guards) {

  /** The kernel function that reported it, instead of a field. */
  static final String FUNCTION = "function";

  /** The IO that its command serves, instead of a field. */
  static final String IO = "io";

  /** Who ran, instead of a field. */
  static final String CONTEXT = "context";

  /** Whether something may be asked for that is no field of a fact. */
  static boolean isSpecial(String field) {
    return field.equals(FUNCTION) || field.equals(IO) || field.equals(CONTEXT);
  }

  /** What is asked for instead of a field. */
  static String special(Trace trace, int seq, String field) {
    return switch (field) {
      case FUNCTION -> trace.function(seq).kernelName();
      case IO -> ioName(trace, seq);
      case CONTEXT -> trace.context(seq).kind().word();
      default -> throw new IllegalArgumentException(field);
    };
  }

  public FactFilter {
    guards = List.copyOf(guards);
  }

  /** A field held against a value. */
  public record Guard(String field, Relation relation, String value) {}

  /** Whether an event is one that is meant. */
  boolean holds(Trace trace, int seq, Disks disks) {
    Fact fact = trace.fact(seq);
    if (!type().isInstance(fact)
        || !disk.isEmpty() && !disks.name(trace.device(seq)).equals(disk)) {
      return false;
    }
    return guards.stream().allMatch(each -> each.relation.holds(word(trace, seq, each), each));
  }

  private Class<? extends Fact> type() {
    return Objects.requireNonNull(FactFields.types().get(fact));
  }

  private static String word(Trace trace, int seq, Guard guard) {
    return isSpecial(guard.field)
        ? special(trace, seq, guard.field)
        : word(Objects.requireNonNull(FactFields.of(trace.fact(seq)).get(guard.field)));
  }

  private static String ioName(Trace trace, int seq) {
    Map<String, Object> fields = FactFields.of(trace.fact(seq));
    int io =
        fields.get("io") instanceof Integer told ? told : trace.ioOf(trace.cmd(seq));
    return io < 0 || io >= trace.ioNames().size() ? "" : trace.ioNames().get(io);
  }

  /** How a field's value is written in a lesson. */
  static String word(Object value) {
    return switch (value) {
      case Enum<?> constant -> constant.name();
      case Optional<?> maybe -> maybe.map(FactFilter::word).orElse("none");
      case Cdb cdb -> cdb.opcode().name();
      case SenseData sense -> sense.key().name();
      default -> String.valueOf(value);
    };
  }
}
