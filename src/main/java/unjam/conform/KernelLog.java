package unjam.conform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rule 8: per context, the same lines of the kernel log in the same order, with chance taken out.
 *
 * <p>Decisions where the middle of a recording was left out: lines before the cut must open their
 * context's log, lines behind it must close it. Lines in between do not tell their context; if the
 * log is complete they must be all of what the simulator prints there, each context's in order; if
 * it is not, what was kept must occur there in its order. Lines about background streams may be one
 * more or one fewer of each kind (rule 7) and have no order. Ages of a command ({@code cmd_age})
 * may differ by a second, and by whole seconds that the latency itself may differ by (rule 9).
 */
final class KernelLog {

  private static final Pattern AGE = Pattern.compile("cmd_age=(\\d+)s");

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();
  private final Map<String, Deque<Observed.LogLine>> left = new TreeMap<>();

  private KernelLog(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial, Threads threads) {
    KernelLog rule = new KernelLog(trial);
    BystanderLines bystanders = new BystanderLines(trial);
    rule.found.addAll(bystanders.check());
    rule.check(
        named(bystanders.others(trial.recorded().log()), threads::recordedLine),
        named(bystanders.others(trial.simulated().log()), threads::simulatedLine));
    return rule.found;
  }

  private static List<Observed.LogLine> named(
      List<Observed.LogLine> lines, UnaryOperator<String> names) {
    return lines.stream()
        .map(each -> new Observed.LogLine(
            each.millis(), each.context(), each.line(), names.apply(each.norm())))
        .toList();
  }

  private void check(List<Observed.LogLine> real, List<Observed.LogLine> sim) {
    sim.forEach(each ->
        left.computeIfAbsent(each.context(), _ -> new ArrayDeque<>()).add(each));
    List<Observed.LogLine> middle = new ArrayList<>();
    List<Observed.LogLine> after = new ArrayList<>();
    boolean open = trial.isCut() || !trial.golden().logComplete();
    for (Observed.LogLine line : real) {
      if (line.context().isEmpty() || open && isMiddle(line)) {
        middle.add(line);
      } else if (open && isAfter(line)) {
        after.add(line);
      } else {
        take(line, left.computeIfAbsent(line.context(), _ -> new ArrayDeque<>()), true);
      }
    }
    after.reversed().forEach(line ->
        take(line, left.computeIfAbsent(line.context(), _ -> new ArrayDeque<>()), false));
    if (found.isEmpty()) {
      rest(middle, sim);
    }
  }

  private boolean isMiddle(Observed.LogLine line) {
    return !trial.isCut()
        || line.millis() > cut() && line.millis() < trial.firstAfterCut();
  }

  /** Where the first of the two cuts lies. */
  private double cut() {
    return Math.min(
        trial.lastBeforeCut(), trial.golden().logCut().orElse(Double.MAX_VALUE));
  }

  private boolean isAfter(Observed.LogLine line) {
    return trial.isCut() && line.millis() >= trial.firstAfterCut();
  }

  /**
   * The next line of a context, from its beginning or from its end; after one mismatch the context
   * is left alone.
   */
  private void take(Observed.LogLine line, Deque<Observed.LogLine> context, boolean first) {
    if (found.stream().anyMatch(each -> each.where().equals(where(line)))) {
      return;
    }
    Observed.LogLine printed = first ? context.pollFirst() : context.pollLast();
    if (printed == null || !printed.norm().equals(line.norm())) {
      differ(line, quoted(line), quoted(printed));
    } else {
      age(line, printed);
    }
  }

  private void differ(Observed.LogLine at, String expected, String printed) {
    found.add(new Divergence(8, where(at), expected, printed, at.millis(), -1, -1));
  }

  private static String where(Observed.LogLine line) {
    return "kernel log of " + (line.context().isEmpty() ? "any context" : line.context());
  }

  private static String quoted(Observed.@Nullable LogLine line) {
    return line == null ? "no more line" : "\"" + line.line() + "\"";
  }

  private void age(Observed.LogLine real, Observed.LogLine sim) {
    Matcher recorded = AGE.matcher(real.line());
    Matcher printed = AGE.matcher(sim.line());
    if (recorded.find() && printed.find()) {
      long difference = Long.parseLong(recorded.group(1)) - Long.parseLong(printed.group(1));
      if (Math.abs(difference) > 1 + freeSeconds()) {
        differ(real, quoted(real), quoted(sim));
      }
    }
  }

  private long freeSeconds() {
    return (long) trial.recorded().ios().stream()
        .mapToDouble(each -> each.tolerance().orElse(0) / 1000)
        .max()
        .orElse(0);
  }

  /** What is left of the simulator's log, against the recorded lines of the part left out. */
  private void rest(List<Observed.LogLine> middle, List<Observed.LogLine> simulated) {
    Set<Observed.LogLine> unclaimed = Collections.newSetFromMap(new IdentityHashMap<>());
    left.values().forEach(unclaimed::addAll);
    List<Observed.LogLine> rest = simulated.stream().filter(unclaimed::contains).toList();
    if (trial.golden().logComplete()) {
      allOf(middle, rest);
      left.values().forEach(lines -> inOrder(middle, List.copyOf(lines)));
    } else {
      Set<String> contexts = new TreeSet<>();
      middle.forEach(line -> contexts.add(line.context()));
      contexts.forEach(context -> kept(context, middle, rest));
    }
  }

  private static boolean isSame(Observed.LogLine real, Observed.LogLine sim) {
    return real.norm().equals(sim.norm())
        && (real.context().isEmpty() || real.context().equals(sim.context()));
  }

  private void allOf(List<Observed.LogLine> middle, List<Observed.LogLine> rest) {
    List<Observed.LogLine> open = new ArrayList<>(rest);
    List<Observed.LogLine> surestFirst = new ArrayList<>(middle);
    surestFirst.sort(Comparator.comparing(line -> line.context().isEmpty()));
    for (Observed.LogLine line : surestFirst) {
      Observed.LogLine printed =
          open.stream().filter(each -> isSame(line, each)).findFirst().orElse(null);
      if (printed == null) {
        differ(line, quoted(line), "no such line");
        return;
      }
      open.remove(printed);
    }
    if (!open.isEmpty()) {
      Observed.LogLine extra = open.getFirst();
      differ(extra, "no more line", quoted(extra));
    }
  }

  /** A context's lines must occur in the order recorded, whatever others printed between them. */
  private void inOrder(List<Observed.LogLine> middle, List<Observed.LogLine> ofContext) {
    int at = 0;
    for (Observed.LogLine printed : ofContext) {
      while (at < middle.size() && !isSame(middle.get(at), printed)) {
        at++;
      }
      if (at == middle.size()) {
        if (found.isEmpty()) {
          differ(printed, "it earlier", quoted(printed));
        }
        return;
      }
      at++;
    }
  }

  /** What an incomplete log kept of a context must occur in its order; more may be printed. */
  private void kept(
      String context, List<Observed.LogLine> middle, List<Observed.LogLine> rest) {
    int at = 0;
    for (Observed.LogLine line : middle) {
      if (!line.context().equals(context)) {
        continue;
      }
      while (at < rest.size() && !isSame(line, rest.get(at))) {
        at++;
      }
      if (at == rest.size()) {
        differ(line, quoted(line), "no such line in its place");
        return;
      }
      at++;
    }
  }
}
