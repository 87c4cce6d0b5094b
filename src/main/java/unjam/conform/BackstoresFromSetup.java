package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import unjam.scenario.FaultRule;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/**
 * Reads what only setups with a target machine have: backstores that are blocked for a while, and
 * how late the initiator's worker was with a stream's commands.
 */
final class BackstoresFromSetup {

  private static final String LATE = "jiffies_from_queueing_to_last_data";

  private final Field setup;
  private final WhenFromSetup when;
  private final List<Stream> streams;

  private BackstoresFromSetup(Field setup, WhenFromSetup when, List<Stream> streams) {
    this.setup = setup;
    this.when = when;
    this.streams = streams;
  }

  static List<FaultRule> rules(Field setup, WhenFromSetup when, List<Stream> streams) {
    BackstoresFromSetup reader = new BackstoresFromSetup(setup, when, streams);
    List<FaultRule> rules = new ArrayList<>(reader.blocked());
    rules.addAll(reader.late());
    return rules;
  }

  private List<FaultRule> blocked() {
    Map<Integer, Hctl> units = units();
    Map<Integer, Field> open = new HashMap<>();
    List<FaultRule> rules = new ArrayList<>();
    for (Field each : setup.get("interventions").items()) {
      String action = each.get("action").text();
      if (action.equals("block-backstore")) {
        open.put(each.get("backstore").whole(0, 65_535), each.get("when"));
      } else if (action.equals("unblock-backstore")) {
        int backstore = each.get("backstore").whole(0, 65_535);
        Field from = open.remove(backstore);
        Hctl unit = units.get(backstore);
        if (from == null || unit == null) {
          each.wrong("there is no such backstore, or it was not blocked");
        } else {
          rules.add(
              rule(
                  "backstore-" + backstore, new Fault.Holds(), unit, Optional.empty(),
                  Optional.of(when.of(from)), Optional.of(when.of(each.get("when")))));
        }
      }
    }
    return rules;
  }

  /** Which device of the initiator each backstore is. */
  private Map<Integer, Hctl> units() {
    Map<String, Integer> hosts = new HashMap<>();
    Field topology = setup.maybe("topology");
    for (Field each : topology.maybe("sessions").items()) {
      hosts.put(each.get("target").text(), each.get("host").whole(0, 65_535));
    }
    Map<Integer, Hctl> units = new HashMap<>();
    for (Field target : topology.maybe("targets").items()) {
      int host = hosts.getOrDefault(target.get("name").text(), 0);
      for (Field each : target.get("luns").items()) {
        units.put(
            each.get("backstore").whole(0, 65_535),
            new Hctl(host, 0, 0, each.get("lun").whole(0, 65_535)));
      }
    }
    return units;
  }

  /**
   * A chance of the network stack that a setup states: so many ticks from queueing a command to the
   * last of its data.
   */
  private List<FaultRule> late() {
    List<FaultRule> rules = new ArrayList<>();
    for (Field each : setup.get("workload").items()) {
      each.maybe(LATE).members().forEach((io, ticks) -> {
        int late = ticks.whole(0, 1_000);
        Optional<Stream> stream = stream(io);
        if (late > 0 && stream.isPresent()) {
          rules.add(rule("late-" + io, new Fault.SentLate(late), stream.get().device(),
              Optional.of(blocks(stream.get(), io)), Optional.empty(), Optional.empty()));
        }
      });
    }
    return rules;
  }

  private Optional<Stream> stream(String io) {
    return streams.stream()
        .filter(each -> io.equals(each.label()) || io.startsWith(each.label() + "."))
        .max((a, b) -> Integer.compare(a.label().length(), b.label().length()));
  }

  private static FaultRule.LbaRange blocks(Stream stream, String io) {
    int thread = 0;
    while (thread < stream.threads() && !stream.ioName(thread, 0).equals(io)) {
      thread++;
    }
    long from = stream.offset() + stream.stride() * thread;
    return new FaultRule.LbaRange(from / 512, (from + stream.length()) / 512 - 1);
  }

  private static FaultRule rule(
      String id, Fault fault, Hctl unit, Optional<FaultRule.LbaRange> blocks,
      Optional<When> from, Optional<When> until) {
    return new FaultRule(id, fault, new Scope.Lun(unit), OptionalInt.empty(), blocks, 0,
        OptionalInt.empty(), from, until, Optional.empty());
  }
}
