package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rule 2: for every error-handler thread and every host's abort worker, the whole sequence of
 * landmarks, those of all IOs and those of none, equals the recorded one.
 *
 * <p>Background IOs take part under the name of their stream, since rule 7 compares no index of
 * theirs. Their recorded landmarks may be reduced to milestones, so more of theirs than recorded is
 * no error; and which context runs a queue in which they wait is chance, so their way through the
 * block layer does not count. Commands that expired in one scan may stand for each other as {@link
 * ScanOrder} says.
 */
final class OrderPerContext {

  private static final String ABORT_WORK = "abort-work";

  /** Landmarks of the block layer's way down. */
  private static final Set<String> WAY_DOWN =
      Set.of("scsi_queue_rq", "scsi_dispatch_cmd", "queuecommand_busy", "block_rq_requeue");

  private final Trial trial;

  private OrderPerContext(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    OrderPerContext rule = new OrderPerContext(trial);
    Map<String, List<Landmark>> before = rule.byContext(trial.before(), false);
    Map<String, List<Landmark>> after = rule.byContext(trial.after(), false);
    ScanOrder scans = new ScanOrder(trial);
    Map<String, List<Landmark>> done =
        rule.byContext(trial.done().stream().map(scans::laidAlong).toList(), true);
    Set<String> contexts = new TreeSet<>(before.keySet());
    contexts.addAll(after.keySet());
    contexts.addAll(done.keySet());
    List<Divergence> found = new ArrayList<>();
    for (String context : contexts) {
      rule.check(
          context,
          before.getOrDefault(context, List.of()),
          after.getOrDefault(context, List.of()),
          done.getOrDefault(context, List.of()),
          found);
    }
    return found;
  }

  private void check(
      String context, List<Landmark> before, List<Landmark> after, List<Landmark> done,
      List<Divergence> found) {
    if (!trial.isCut()) {
      report(context, SequenceMatch.whole(before, done, Trial::answers, trial.excuses()), found);
      return;
    }
    SequenceMatch.Result beginning =
        SequenceMatch.beginning(before, done, Trial::answers, trial.excuses());
    SequenceMatch.Result end =
        SequenceMatch.end(after, done, Trial::answers, trial.excuses());
    report(context, beginning, found);
    report(context, end, found);
    if (beginning.holds() && end.holds() && beginning.used() + end.used() > done.size()) {
      found.add(Divergence.plain(2, context,
          "at least " + (beginning.used() + end.used()) + " landmarks",
          done.size() + ", so that the beginning and the end recorded overlap"));
    }
  }

  private static void report(
      String context, SequenceMatch.Result result, List<Divergence> found) {
    if (!result.holds()) {
      found.add(Parting.of(result, 2, context));
    }
  }

  /** The ordered contexts with their landmarks; an abort worker is told apart by its host. */
  private Map<String, List<Landmark>> byContext(List<Landmark> landmarks, boolean simulated) {
    Map<String, List<Landmark>> contexts = new TreeMap<>();
    for (Landmark each : landmarks) {
      if (!isOrdered(each.context())) {
        continue;
      }
      boolean background = trial.isBackground(each.io());
      if (background && WAY_DOWN.contains(each.name())) {
        continue;
      }
      String context =
          each.context().equals(ABORT_WORK)
              ? ABORT_WORK + " of host " + trial.host(each)
              : each.context();
      contexts.computeIfAbsent(context, _ -> new ArrayList<>())
          .add(background ? bystander(each, simulated) : each);
    }
    return contexts;
  }

  private static boolean isOrdered(String context) {
    return context.startsWith("scsi_eh_") || context.equals(ABORT_WORK);
  }

  private Landmark bystander(Landmark landmark, boolean simulated) {
    String label = trial.stream(landmark.io()).orElseThrow().label();
    return new Landmark(landmark.index(), landmark.millis(), landmark.context(), landmark.name(),
        label, landmark.device(), landmark.keys(), landmark.optional() || simulated);
  }
}
