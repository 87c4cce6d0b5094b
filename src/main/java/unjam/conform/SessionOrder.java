package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a session's workers, its daemon and the threads of its target do, each in its own order.
 *
 * <p>The README asks rule 2 only of the error handler and the abort worker, and leaves the target's
 * threads to rule 1, where they have no part because their landmarks name no IO. Each of these
 * contexts is one thread, though, or one worker for one thing; so the simulator is held to their
 * order too. Which of a connection's two threads takes it down is chance: they count as one.
 */
final class SessionOrder {

  private static final Set<String> CONTEXTS =
      Set.of(
          "iscsid", "conn-cleanup-work", "block-session-work", "unblock-session-work",
          "recovery-timeout-work", "target-login", "target-tmr-work");
  private static final Set<String> CONNECTION = Set.of("target-rx", "target-tx");
  private static final String CONNECTION_THREADS = "target-rx and target-tx";

  private final Trial trial;

  private SessionOrder(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    if (trial.isCut()) {
      return List.of();
    }
    SessionOrder rule = new SessionOrder(trial);
    Map<String, List<Landmark>> recorded = rule.byContext(trial.before());
    Map<String, List<Landmark>> done = rule.byContext(trial.done());
    Set<String> contexts = new TreeSet<>(recorded.keySet());
    contexts.addAll(done.keySet());
    List<Divergence> found = new ArrayList<>();
    for (String context : contexts) {
      SequenceMatch.Result result =
          SequenceMatch.whole(
              recorded.getOrDefault(context, List.of()), done.getOrDefault(context, List.of()),
              Trial::answers, rule.trial.excuses());
      if (!result.holds()) {
        found.add(Parting.of(result, 2, context));
      }
    }
    return found;
  }

  private Map<String, List<Landmark>> byContext(List<Landmark> landmarks) {
    Map<String, List<Landmark>> contexts = new TreeMap<>();
    for (Landmark each : landmarks) {
      boolean connection = CONNECTION.contains(each.context());
      if (connection || CONTEXTS.contains(each.context())) {
        contexts
            .computeIfAbsent(
                connection ? CONNECTION_THREADS : each.context(), _ -> new ArrayList<>())
            .add(each);
      }
    }
    return contexts;
  }
}
