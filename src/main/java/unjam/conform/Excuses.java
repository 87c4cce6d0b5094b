package unjam.conform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Simulated landmarks that a recording may lack because probe hits were lost: so many of each name.
 * One landmark that is excused once is excused under every rule.
 */
final class Excuses {

  private final Map<String, Integer> left;
  private final Set<Integer> excused = new HashSet<>();

  Excuses(Map<String, Integer> observerGaps) {
    this.left = new HashMap<>(observerGaps);
  }

  int left(String landmark) {
    return left.getOrDefault(landmark, 0);
  }

  boolean isExcused(Landmark simulated) {
    return excused.contains(simulated.index());
  }

  void take(Landmark simulated) {
    if (excused.add(simulated.index())) {
      left.merge(simulated.name(), -1, Integer::sum);
    }
  }
}
